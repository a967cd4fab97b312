import type { FindOptions, MiningContext } from '../operations/operation';
import { suits } from './evidence';
import type { BlockState } from './exchange-words';
import type { BlockReading, Site } from './site';

/** What a swap may cost the ledger. */
const mostCost = 8;

/** Swaps words within a caption where the corpus shows both words in both places, so that nothing looks odd. */
export function swapWords(
  readings: readonly BlockReading[],
  finders: readonly FindOptions[],
  context: MiningContext,
  { options, ledger, random, isFree, takeSwap }: BlockState,
): void {
  for (const caption of readings) {
    const { sites, reading } = caption;
    if (sites.length < 2 || !isFree(sites[0]!)) continue;
    for (const option of finders.flatMap((find) => find(reading, caption.siblings(), context))) {
      const proposal = option.propose(random);
      const [a, b] = proposal?.edits.map((edit) => siteOf(sites, edit.first)) ?? [];
      if (!proposal || !a || !b || (options.balance === 'none' && a.rank > 0 && b.rank > 0)) continue;
      if (!hasOtherText(b, proposal.edits[0]!.text)) continue;
      if (!suits(a, b.word, ledger, 'most') || !suits(b, a.word, ledger, 'most')) continue;
      if (ledger.costOfExchange(a, b) > mostCost) continue;
      if (takeSwap({ operation: 'swap', caption, option, proposal }, a, b)) break;
    }
  }
}

function siteOf(sites: readonly Site[], first: number): Site | undefined {
  return sites.find(({ span, compound }) => span.first === first && !compound);
}

/** Whether a place gets the other one's very word: an inflected one would be another word to the ledger. */
function hasOtherText(b: Site, text: string): boolean {
  return text.toLowerCase() === b.span.text.toLowerCase();
}
