import type { Slot } from '../hard-negative';
import { noJudge } from '../operations/judge';
import type { FindOptions, Option, Proposal } from '../operations/operation';
import type { Ledger } from '../scores/ledger';
import type { BlockReading } from '../sites/block-reading';
import type { SiteTable } from '../sites/site-table';
import { applyEdits } from '../write/apply-edits';
import type { BlockState } from './draft';
import { evidence, suits } from './evidence';

/** The largest leak cost of a swap. */
const mostCost = 12;

/** Swaps words within a caption where the corpus shows both words in both places, so that nothing looks odd. */
export function swapWords(
  block: BlockReading,
  finders: ReadonlyMap<Slot, FindOptions>,
  state: BlockState,
): void {
  const { ledger, draft, context } = state;
  for (let caption = 0; caption < block.size; caption += 1) {
    const first = block.firstSite(caption);
    const end = block.endOfSites(caption);
    if (end - first < 2 || !draft.isFree(first)) continue;
    const slots = slotsThatSuit(first, end, ledger);
    if (slots.length === 0) continue;
    const reading = block.reading(caption);
    for (const slot of slots) {
      const found = finders.get(slot)?.(reading, block.siblings(caption), context) ?? [];
      if (found.some((option) => takeOption(caption, option, block, state))) break;
    }
  }
}

function takeOption(caption: number, option: Option, block: BlockReading, state: BlockState): boolean {
  const { options, ledger, random, draft } = state;
  const { sites } = block;
  const proposal = option.propose(random, noJudge);
  if (!proposal) return false;
  const [a = -1, b = -1] = proposal.edits.map(({ first }) => siteOf(block, caption, first));
  if (a < 0 || b < 0 || !hasOtherText(b, proposal.edits[0]!.text, sites)) return false;
  if (!isSafe(caption, option, proposal, block, state)) return false;
  if (options.balance === 'none' && sites.rank(a) > 0 && sites.rank(b) > 0) return false;
  if (!suitEachOther(a, b, ledger) || ledger.costOfExchange(a, b) > mostCost) return false;
  return draft.takeSwap({ operation: 'swap', option, proposal }, a, b);
}

function isSafe(
  caption: number,
  { operation, slot }: Option,
  { edits }: Proposal,
  block: BlockReading,
  { context }: BlockState,
): boolean {
  const text = block.caption(caption).caption;
  const edited = applyEdits(text, (place) => block.token(caption, place), edits);
  if (!context.endangersMinor({ ...edited, caption: text, operation, slot })) return true;
  context.refuse('minor');
  return false;
}

function suitEachOther(a: number, b: number, ledger: Ledger): boolean {
  return suits(a, b, ledger, evidence.most, true) && suits(b, a, ledger, evidence.most, true);
}

/** The slots that a caption has two places of whose words the corpus shows in each other's place. */
function slotsThatSuit(first: number, end: number, ledger: Ledger): Slot[] {
  const { sites } = ledger;
  const slots: Slot[] = [];
  for (let a = first; a < end; a += 1) {
    for (let b = a + 1; b < end; b += 1) {
      if (sites.family(a) !== sites.family(b) || sites.lemmaHash(a) === sites.lemmaHash(b)) continue;
      if (slots.includes(sites.slot(a)) || !suitEachOther(a, b, ledger)) continue;
      if (ledger.costOfExchange(a, b) <= mostCost) slots.push(sites.slot(a));
    }
  }
  return slots;
}

/** The place of a caption whose words start at a token; -1 for none. */
function siteOf(block: BlockReading, caption: number, first: number): number {
  const { sites } = block;
  for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
    if (sites.span(site).first === first && !sites.compound(site)) return site;
  }
  return -1;
}

/** Whether a place gets the other one's very word: an inflected one would be another word to the ledger. */
function hasOtherText(b: number, text: string, sites: SiteTable): boolean {
  return text.toLowerCase() === sites.span(b).text.toLowerCase();
}
