import type { Operation } from '../hard-negative';
import type { Noun } from '../lexicon/nouns';
import { isColour } from '../lexicon/scales';
import { sortOfNoun } from '../reading/noun-sort';
import { costOf, maxLeak } from '../scores/objective';
import { kindOf } from '../sites/site-class';
import type { SiteContext } from '../sites/site-context';
import type { SiteTable } from '../sites/site-table';
import type { Edit } from './edit';
import type { BlockState } from './state';

/** The largest leak of a swap that comes before all else. */
const maxLeakAtFirst = 12;

/**
 * Swaps two words within a caption: of one scale or sort, both likely in both sites, and not the same said again.
 *
 * If `operations` holds only `swap`, no other edit competes for a caption. Then the leak of a
 * swap is bounded by `maxLeak`, not by `maxLeakAtFirst`, and the colours of two animals, artifacts or foods are swapped, attested or not: "a blue cat on a black car" tests
 * attribute binding, however improbable it is.
 */
export function swapWords(limit: number, state: BlockState): void {
  const { block, draft, options } = state;
  const isAlone = !options.operations.some((operation) => operation !== 'swap' && !isAdded(operation));
  for (let caption = 0; caption < block.size; caption += 1) {
    if (!draft.isOpen(caption)) continue;
    const best = bestSwap(caption, state, limit, isAlone ? maxLeak : maxLeakAtFirst, isAlone);
    if (best) draft.take(best);
  }
}

const isAdded = (operation: Operation) => operation === 'add' || operation === 'negate';

/**
 * The swap of a caption that costs least.
 *
 * @param limit the highest price of a site
 * @param most the largest leak of a swap by exchange
 * @param binds whether two colours may change places whatever is attested
 */
export function bestSwap(
  caption: number,
  state: BlockState,
  limit = Number.POSITIVE_INFINITY,
  most = maxLeak,
  binds = false,
): Edit | undefined {
  const { block, judge, ledger, draft } = state;
  const { sites } = block;
  const end = block.endOfSites(caption);
  let best: Edit | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let first = block.firstSite(caption); first < end; first += 1) {
    if (sites.price(first) > limit) continue;
    for (let second = first + 1; second < end; second += 1) {
      if (sites.price(second) > limit || draft.hasGiven(first, second)) continue;
      const [a, b] =
        sites.placed(first).first < sites.placed(second).first ? [first, second] : [second, first];
      const rows = rowsOfSwap(a, b, state);
      if (!rows) continue;
      const isLikely = judge.isSwapLikely(a, b, rows, limit);
      if (!isLikely && !(binds && areColours(a, b, sites))) continue;
      const [toA, toB] = rows;
      const isInNumber = toA !== b;
      const leak = isInNumber
        ? ledger.costOfReplacing(a, toA) + ledger.costOfReplacing(b, toB)
        : ledger.costOfExchange(a, b);
      const surprise = Math.max(judge.surprise(a, toA, 'swap'), judge.surprise(b, toB, 'swap'));
      const price = isLikely ? Math.max(judge.price(a, toA, 'swap'), judge.price(b, toB, 'swap')) : surprise;
      const cost = costOf(leak, price);
      // What replaces two words leaks more than what gives each to the other.
      if (leak > (isInNumber ? maxLeak : most) || cost >= least) continue;
      if (!judge.maySwap(a, b, rows)) continue;
      best = {
        operation: 'swap',
        site: a,
        giver: b,
        surprise,
        leak,
        ...(isInNumber ? { inNumber: rows } : {}),
      };
      least = cost;
    }
  }
  return best;
}

/**
 * The rows of the words that two places of a caption take from each other: of two things in different numbers each word in the
 * number of its new place. `undefined` where they are not of one sort. Relations do not change places: of a hundred that
 * might, most made nonsense ("next to the street on the lamp post").
 */
export function rowsOfSwap(a: number, b: number, state: BlockState): readonly [number, number] | undefined {
  const { sites } = state.block;
  const slot = sites.slot(a);
  if (slot !== sites.slot(b) || slot === 'relation' || sites.compound(a) || sites.compound(b))
    return undefined;
  if (sites.lemmaHash(a) === sites.lemmaHash(b)) return undefined;
  if (slot !== 'object') return sites.sort(a) === sites.sort(b) ? [b, a] : undefined;
  if (!areKin(a, b, sites)) return undefined;
  if (sites.bucket(a) === sites.bucket(b)) return [b, a];
  const [toA, toB] = [inNumberOf(a, b, state), inNumberOf(b, a, state)];
  return toA === undefined || toB === undefined ? undefined : [toA, toB];
}

/** WordNet's lexicographer files of animals, artifacts and food: of grass, bodies and the ground nature decides. */
const colourful: ReadonlySet<number> = new Set([5, 6, 13]);

function areColours(a: number, b: number, sites: SiteTable): boolean {
  return [a, b].every((site) => {
    const { headNoun }: SiteContext['word'] = sites.placed(site);
    if (sites.slot(site) !== 'attribute' || !isColour(sites.span(site).lemma) || !headNoun) return false;
    return colourful.has(headNoun.lexfile) && !headNoun.isMass;
  });
}

function isVehicle(noun: Noun): boolean {
  return vehicles.has(sortOfNoun(noun));
}

const vehicles: ReadonlySet<string> = new Set(['road vehicle', 'aircraft', 'vessel']);

function areKin(a: number, b: number, sites: SiteTable): boolean {
  const [one, other] = [sites.span(a).noun!, sites.span(b).noun!];
  if (one.person || other.person) return one.person && other.person;
  return kindOf(one) === kindOf(other) || (isVehicle(one) && isVehicle(other));
}

/** A row that has the word of a site in the number of another one. */
function inNumberOf(site: number, giver: number, { candidates }: BlockState): number | undefined {
  return candidates.inNumberOf(site, giver);
}
