import type { Slot } from '../hard-negative';
import type { FindOptions, MiningContext, Option } from '../operations/operation';
import { suits } from './evidence';
import type { BlockState } from './exchange-words';
import type { Ledger } from './ledger';
import type { BlockReading, Site } from './site';

/** What a swap may cost the ledger. */
const mostCost = 12;

/** Swaps words within a caption where the corpus shows both words in both places, so that nothing looks odd. */
export function swapWords(
  readings: readonly BlockReading[],
  finders: ReadonlyMap<Slot, FindOptions>,
  context: MiningContext,
  { options, ledger, random, isFree, takeSwap }: BlockState,
): void {
  for (const caption of readings) {
    const { sites, reading } = caption;
    if (sites.length < 2 || !isFree(sites[0]!)) continue;
    for (const slot of slotsThatSuit(sites, ledger)) {
      const found = finders.get(slot)?.(reading, caption.siblings(), context) ?? [];
      if (found.some((option) => takeOption(caption, option))) break;
    }
  }

  function takeOption(caption: BlockReading, option: Option): boolean {
    const proposal = option.propose(random);
    const [a, b] = proposal?.edits.map((edit) => siteOf(caption.sites, edit.first)) ?? [];
    if (!proposal || !a || !b || !hasOtherText(b, proposal.edits[0]!.text)) return false;
    if (options.balance === 'none' && a.rank > 0 && b.rank > 0) return false;
    if (!suitEachOther(a, b, ledger) || ledger.costOfExchange(a, b) > mostCost) return false;
    return takeSwap({ operation: 'swap', caption, option, proposal }, a, b);
  }
}

function suitEachOther(a: Site, b: Site, ledger: Ledger): boolean {
  return suits(a, b, ledger, 'most') && suits(b, a, ledger, 'most');
}

/** The slots that a caption has two places of whose words the corpus shows in each other's place. */
function slotsThatSuit(sites: readonly Site[], ledger: Ledger): Slot[] {
  const slots: Slot[] = [];
  for (let i = 0; i < sites.length; i += 1) {
    for (let j = i + 1; j < sites.length; j += 1) {
      const [a, b] = [sites[i]!, sites[j]!];
      if (a.family !== b.family || a.lemmaHash === b.lemmaHash) continue;
      if (slots.includes(a.span.slot) || !suitEachOther(a, b, ledger)) continue;
      if (ledger.costOfExchange(a, b) <= mostCost) slots.push(a.span.slot);
    }
  }
  return slots;
}

function siteOf(sites: readonly Site[], first: number): Site | undefined {
  return sites.find(({ span, compound }) => span.first === first && !compound);
}

/** Whether a place gets the other one's very word: an inflected one would be another word to the ledger. */
function hasOtherText(b: Site, text: string): boolean {
  return text.toLowerCase() === b.span.text.toLowerCase();
}
