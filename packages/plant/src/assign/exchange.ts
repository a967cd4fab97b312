import { costOf, maxLeak } from '../scores/objective';
import { Ranking } from './ranking';
import type { BlockState } from './state';

/** So many donors of a site are tried, and so many with one word. */
const maxTried = 12;
const maxWithWord = 3;

const ranking = new Ranking();

/**
 * Pairs off free sites: two captions give each other a word, each at a price up to a limit. The donors of a site are the sites
 * that have a word which suits it, the least surprising word first; the cheapest of the first dozen is taken.
 */
export function exchangeWords(sites: readonly number[], limit: number, state: BlockState): void {
  const { draft, block, donors, offers, random } = state;
  const shuffled = [...sites];
  random.shuffle(shuffled);
  const isOpen = (site: number) => draft.isFree(site) && block.sites.price(site) <= limit;
  donors.open(isOpen);
  for (const site of shuffled) {
    if (!draft.isFree(site)) continue;
    ranking.clear();
    let tried = 0;
    const start = offers.start(site);
    const end = offers.end(site);
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
    while (ranking.next()) if (pairIfAllowed(site, ranking.other, ranking.leak, state)) break;
  }

  function isFree(site: number): boolean {
    return draft.isFree(site);
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
  const { judge } = state;
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
