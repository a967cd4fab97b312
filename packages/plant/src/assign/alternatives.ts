import { costOf, maxLeak, senseNeeded } from '../scores/objective';
import type { Edit } from './edit';
import type { BlockState } from './state';
import { priceOfRank } from './tiers';

/**
 * Other edits of captions that have one, the best first: of no later tier, with words that no other caption loses. What the
 * block's negatives hold already counts in their price.
 *
 * @param count how many of a caption at most
 * @returns for each caption of the block its edits, none where it has no edit of its own
 */
export function findAlternatives(count: number, state: BlockState): readonly (readonly Edit[])[] {
  const { block, draft, options } = state;
  const found: Edit[][] = Array.from({ length: block.size }, () => []);
  if (!options.operations.includes('replace')) return found;
  const asking = [...found.keys()].filter((caption) => draft.edits[caption]!.length > 0);
  for (const caption of asking) found[caption] = alternativesOf(caption, count, state);
  return found;
}

function alternativesOf(caption: number, count: number, state: BlockState): Edit[] {
  const { block, draft, judge, ledger, candidates } = state;
  const { sites } = block;
  const made = draft.edits[caption]!;
  const tierOf = (site: number) => Math.floor(sites.price(site) / priceOfRank);
  const tier = Math.max(...made.map(({ site }) => tierOf(site)));
  const edits: Edit[] = [];
  for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
    if (tierOf(site) > tier) continue;
    for (const giver of candidates.of(site)) {
      if (!judge.isLikely(site, giver, 'replace') || draft.hasGiven(site, giver)) continue;
      const surprise = judge.surprise(site, giver, 'replace');
      const leak = ledger.costOfReplacing(site, giver);
      if (leak <= maxLeak) edits.push({ operation: 'replace', site, giver, surprise, leak });
    }
  }
  const cost = ({ site, leak, surprise }: Edit) =>
    costOf(leak, sites.price(site) + senseNeeded(surprise, sites.slot(site)));
  edits.sort((a, b) => cost(a) - cost(b) || a.site - b.site || a.giver - b.giver);
  // The checks cost more to ask.
  const passing: Edit[] = [];
  for (const edit of edits) {
    if (passing.length === count) break;
    if (judge.refusal(edit.site, edit.giver, 'replace') === undefined) passing.push(edit);
  }
  return passing;
}
