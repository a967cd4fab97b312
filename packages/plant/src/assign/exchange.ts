import { costOf, maxLeak } from '../scores/objective';
import { Ranking } from './ranking';
import type { BlockState } from './state';

/** So many donors of a site are tried, and so many with one word. */
const maxTried = 12;
const maxWithWord = 4;

const ranking = new Ranking();

/**
 * Pairs off captions: two give each other a word, each at a price up to a limit. The donors of a site are the sites that have a
 * word which suits it, the least surprising word first; of the first of each site the cheapest pair is taken.
 */
export function exchangeWords(captions: readonly number[], limit: number, state: BlockState): void {
  const { draft, block, donors, random } = state;
  const { sites } = block;
  donors.open((site) => draft.isFree(site) && sites.price(site) <= limit);
  const shuffled = [...captions];
  random.shuffle(shuffled);
  for (const caption of shuffled) {
    if (!draft.isOpen(caption)) continue;
    ranking.clear();
    for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
      if (sites.price(site) <= limit) tryDonors(site, limit, state);
    }
    while (ranking.next()) if (pairIfAllowed(ranking.row, ranking.other, ranking.leak, state)) break;
  }
}

function tryDonors(site: number, limit: number, state: BlockState): void {
  const { draft, block, donors, offers } = state;
  const isFree = (donor: number) => draft.isFree(donor);
  const start = offers.start(site);
  const end = offers.end(site);
  let tried = 0;
  for (let offer = start; offer < end && tried < maxTried; offer += 1) {
    let withWord = 0;
    donors.each(block.sites.word(offers.giver(offer)), site, isFree, (donor) => {
      if (!mayTry(site, donor, state)) return false;
      withWord += 1;
      tried += 1;
      tryPair(site, donor, limit, state);
      return withWord === maxWithWord || tried === maxTried;
    });
  }
}

function tryPair(a: number, b: number, limit: number, { judge, ledger }: BlockState): void {
  const price = judge.priceOfExchange(a, b, limit);
  if (price === Number.POSITIVE_INFINITY) return;
  const leak = ledger.costOfExchange(a, b);
  if (leak <= 2 * maxLeak) ranking.add(a, b, costOf(leak, price), leak);
}

/** Whether two sites may be a pair at all, as far as that costs nothing to find out. */
function mayTry(a: number, b: number, { draft, block: { sites } }: BlockState): boolean {
  return sites.caption(a) !== sites.caption(b) && !draft.hasGiven(a, b) && !draft.hasGiven(b, a);
}

/** Enters an exchange that nothing speaks against. */
export function pairIfAllowed(a: number, b: number, leak: number, state: BlockState): boolean {
  const { judge, draft } = state;
  if (!draft.mayVary(a, b)) return false;
  if (!judge.mayTake(a, b, 'exchange') || !judge.mayTake(b, a, 'exchange')) return false;
  pairOff(a, b, leak, state);
  return true;
}

/** Enters an exchange; two captions that are equal but for these words are natural partners. */
function pairOff(a: number, b: number, leak: number, state: BlockState): void {
  const { draft, judge, frames, options } = state;
  const operation =
    options.operations.includes('natural') &&
    frames.areNatural(a, b) &&
    judge.mayTake(a, b, 'natural') &&
    judge.mayTake(b, a, 'natural')
      ? 'natural'
      : 'exchange';
  draft.exchange(
    { operation, site: a, giver: b, surprise: judge.surprise(a, b, operation), leak: leak / 2 },
    { operation, site: b, giver: a, surprise: judge.surprise(b, a, operation), leak: leak / 2 },
  );
}
