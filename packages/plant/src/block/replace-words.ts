import { neverInserted } from '../words/kinds';
import { infants } from '../words/people';
import type { BlockReading } from './block-reading';
import type { WordChange } from './change';
import { evidence } from './evidence';
import { type BlockState, floor } from './exchange-words';
import { shuffle } from './match-sites';
import { demand } from './word-fits';
import { createWordIndex } from './word-index';

/** What a word must be at least: it is chosen by what it costs. */
const wanted = demand(evidence.some, false);
/** Each caption chooses anew, knowing what all others have taken. */
const passes = 2;
/** So many words of the kind are drawn besides those that the surroundings offer. */
const drawn = 32;
/** What none, some, most or full evidence costs, in the ledger's unit: sense comes before seams. */
const penalties = [Number.POSITIVE_INFINITY, 12, 4, 0];

/** The same for a word that may be out of place. */
const looseCost = 8;
/** The same for a thing of another sort: of 27 such replacements a reader found 21 out of place. */
const farCost = 40;

/**
 * What costs more than this gives the caption away: of such negatives a judge of texts picked nine in ten. It is for
 * captions that find no word outside of the block either.
 */
const mostCost = 100;

/** What a place costs that is not the policy's choice. */
const rankCost = 3;
/** What the ledger may lose for a slot that has too few changes. */
const scarceBonus = 100;

/** Whether a word may come without its caption's taking the other one. */
function comesAlone(lemma: string): boolean {
  return !neverInserted.has(lemma) && !infants.has(lemma);
}

/**
 * Gives captions that found no partner a word that others of the block use in such a place, the one that leaves the
 * least surplus: words are drawn by how often they occur, and what has become too rare in the negatives comes first.
 */
export function replaceWords(block: BlockReading, mostRank: number, state: BlockState): void {
  const { ledger, fits, random, isFree, isFar, take, taken, options, fallbacks } = state;
  const isBalanced = options.balance === 'slots';
  const { sites } = block;
  const left: number[] = [];
  for (let caption = 0; caption < block.size; caption += 1) {
    const first = block.firstSite(caption);
    if (first < block.endOfSites(caption) && isFree(first)) left.push(caption);
  }
  if (left.length === 0) return;
  const index = createWordIndex(block, left);
  /** For each text the last search that found it. */
  const foundIn = new Int32Array(index.textCount);
  let searches = 0;
  shuffle(left, random);
  const chosen = new Map<number, WordChange>();
  for (let pass = 0; pass < passes; pass += 1) {
    for (const caption of left) {
      const before = chosen.get(caption);
      if (pass > 0) {
        if (!before) continue;
        state.takeBack(before);
      }
      const { best, cost } = bestFor(caption);
      const change = best ?? before;
      if (!change) continue;
      if (best && cost > mostCost) {
        fallbacks.set(caption, best);
        chosen.delete(caption);
        continue;
      }
      take(change);
      chosen.set(caption, change);
    }
  }

  function bestFor(caption: number): { best: WordChange | undefined; cost: number } {
    let best: WordChange | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
      if (sites.rank(site) > mostRank) continue;
      for (const giver of candidatesFor(site)) {
        if (!fits.suits(site, giver, wanted)) continue;
        let cost = ledger.costOfReplacing(site, giver) + rankCost * sites.rank(site) - bonusOf(site);
        cost += penalties[fits.evidence(site, giver)]!;
        if (cost >= least) continue;
        if (!fits.belongs(site, giver, true)) cost += looseCost;
        if (isFar(site, giver)) cost += farCost;
        if (cost >= least || !comesAlone(sites.span(giver).lemma) || !fits.mayTake(site, giver)) continue;
        best = { site, giver, operation: 'replace' };
        least = cost;
      }
    }
    return { best, cost: least };
  }

  function bonusOf(site: number): number {
    return isBalanced && taken[sites.slot(site)] < floor * block.size ? scarceBonus : 0;
  }

  /** Places with other words than the site's own, one for each text. */
  function candidatesFor(site: number): number[] {
    const candidates: number[] = [];
    searches += 1;
    foundIn[index.text(site)] = searches;
    const add = (giver: number) => {
      const text = index.text(giver);
      if (foundIn[text] === searches) return;
      foundIn[text] = searches;
      candidates.push(giver);
    };
    for (const givers of index.near(site)) for (const giver of givers) add(giver);
    const kind = index.ofKind(site);
    for (let k = 0; k < drawn && kind.length > 0; k += 1) add(kind[random.below(kind.length)]!);
    return candidates;
  }
}
