import { hashPair } from '../hashes/hash-words';
import { costOf } from '../scores/objective';
import type { Frames } from '../sites/frames';
import type { SiteTable } from '../sites/site-table';
import { Ranking } from './ranking';
import type { BlockState } from './state';

/** What two sites must have in common to be tried, and how many partners of a site are tried. */
interface Level {
  readonly key: (site: number, sites: SiteTable, frames: Frames) => number;
  readonly tries: number;
  /** The largest leak of a pair. */
  readonly maxLeak: number;
}

/** From what changes nothing in the block but who says what, to what has no more in common than the sort of word. */
const levels: readonly Level[] = [
  // All words but these: natural partners.
  { key: (site, _sites, frames) => frames.of(site), tries: 16, maxLeak: 6 },
  {
    // The same two words on each side.
    key: (site, sites) =>
      keyOf(
        keyOf(sites.bucket(site), sites.l1(site), sites.l2(site), sites.kl1(site), sites.kl2(site)),
        sites.r1(site),
        sites.r2(site),
        sites.kr1(site),
        sites.kr2(site),
      ),
    tries: 16,
    maxLeak: 2,
  },
  {
    key: (site, sites) => keyOf(sites.bucket(site), sites.kl1(site), sites.kr1(site)),
    tries: 16,
    maxLeak: 6,
  },
  { key: (site, sites) => keyOf(sites.sort(site), sites.kl1(site)), tries: 16, maxLeak: 8 },
  { key: (site, sites) => keyOf(sites.sort(site), sites.kr1(site), 3), tries: 16, maxLeak: 8 },
  { key: (site, sites) => keyOf(sites.sort(site), sites.governor(site), 5), tries: 16, maxLeak: 12 },
  { key: (site, sites) => sites.sort(site), tries: 16, maxLeak: 24 },
];

function keyOf(start: number, a: number, b = 0, c = 0, d = 0): number {
  return hashPair(hashPair(hashPair(hashPair(start, a), b), c), d);
}

/** For each partner that is tried so many are passed on the way, most of them for being the same word. */
const maxPassed = 3;

/** No better partner is looked for. */
const goodEnough = costOf(1, 0.1);

/** Pairs off free sites: two captions give each other a word, each at a price up to a limit, those with most in common first. */
export function exchangeWords(sites: readonly number[], limit: number, state: BlockState): void {
  const shuffled = [...sites];
  state.random.shuffle(shuffled);
  for (const level of levels) matchSites(shuffled, level, limit, state);
}

const ranking = new Ranking();

/** Pairs off sites that have what the level asks for in common, each with the best of the next ones. */
function matchSites(sites: readonly number[], level: Level, limit: number, state: BlockState): void {
  const { draft, judge, ledger } = state;
  for (const group of groupsOf(sites, level.key, state)) {
    for (let i = 0; i + 1 < group.length; i += 1) {
      const a = group[i]!;
      if (!draft.isFree(a)) continue;
      ranking.clear();
      const end = Math.min(group.length, i + 1 + level.tries * maxPassed);
      for (let j = i + 1, tried = 0; j < end && tried < level.tries; j += 1) {
        const b = group[j]!;
        if (!mayTry(a, b, state)) continue;
        tried += 1;
        const price = judge.priceOfExchange(a, b, limit);
        if (price === Number.POSITIVE_INFINITY) continue;
        const leak = ledger.costOfExchange(a, b);
        if (leak > level.maxLeak) continue;
        const cost = costOf(leak, price);
        ranking.add(a, b, cost, leak);
        if (cost <= goodEnough) break;
      }
      while (ranking.next()) {
        const b = ranking.other;
        if (!judge.mayTake(a, b, 'exchange') || !judge.mayTake(b, a, 'exchange')) continue;
        pairOff(a, b, ranking.leak, state);
        break;
      }
    }
  }
}

/** Whether two sites may be a pair at all, as far as that costs nothing to find out. */
function mayTry(a: number, b: number, { draft, block: { sites } }: BlockState): boolean {
  return (
    sites.word(a) !== sites.word(b) &&
    sites.caption(a) !== sites.caption(b) &&
    draft.isFree(b) &&
    !draft.hasGiven(a, b) &&
    !draft.hasGiven(b, a)
  );
}

/** Enters an exchange; two captions that are equal but for these words are natural partners. */
export function pairOff(a: number, b: number, leak: number, state: BlockState): void {
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

/** Sites by their key, in the order of each key's first; most keys are of one site, which makes no group. */
function groupsOf(
  sites: readonly number[],
  keyAt: Level['key'],
  { draft, block, frames }: BlockState,
): number[][] {
  const firsts: number[] = [];
  const groups: (number[] | undefined)[] = [];
  let length = 64;
  while (length < 2 * sites.length) length *= 2;
  const keys = new Int32Array(length);
  /** Number of the key's group, from 1; 0 where there is none. */
  const numbers = new Int32Array(length);
  for (const site of sites) {
    if (!draft.isFree(site)) continue;
    const key = keyAt(site, block.sites, frames);
    let at = Math.imul(key, 0x9e3779b1) & (length - 1);
    while (numbers[at] !== 0 && keys[at] !== key) at = (at + 1) & (length - 1);
    const number = numbers[at]!;
    if (number === 0) {
      keys[at] = key;
      firsts.push(site);
      groups.push(undefined);
      numbers[at] = groups.length;
      continue;
    }
    const group = groups[number - 1];
    if (group) group.push(site);
    else groups[number - 1] = [firsts[number - 1]!, site];
  }
  return groups.filter((group) => group !== undefined);
}
