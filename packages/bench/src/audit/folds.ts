import type { Random } from '../statistics/random';
import type { Pair } from './pair';

/** How pairs are divided, so that no fold knows what another is asked. */
export interface Folds {
  readonly count: number;
  /** Each pair's fold. */
  readonly foldOf: Int32Array;
  /** Each pair's group: those of one image or one caption, which count as one draw. */
  readonly groupOf: Int32Array;
  /**
   * `together`: exchange partners are in one fold. `apart`: they are chained over so many images that they can't be;
   * what is a partner of a pair in the fold is left out of that fold's training.
   */
  readonly partners: 'together' | 'apart';
  /** Whether a pair may be learnt from when a fold is asked. */
  mayTrain(pair: number, fold: number): boolean;
}

/** A fold should hold a fifth; a chain of more than this would leave nothing to learn from. */
const LARGEST_SHARE = 0.25;

/** Divides pairs into folds of equal size: captions of one image, and one caption's negatives, stay together. */
export function divideIntoFolds(pairs: readonly Pair[], count: number, random: Random): Folds {
  const images = createUnion(pairs.length);
  const first = new Map<string, number>();
  const byId = new Map<string, number[]>();
  const join = (key: string, pair: number) => {
    const other = first.get(key);
    if (other === undefined) first.set(key, pair);
    else images.join(other, pair);
  };
  for (const [i, { caption, id, imageId }] of pairs.entries()) {
    join(`caption ${caption.toLowerCase()}`, i);
    if (imageId !== undefined) join(`image ${imageId}`, i);
    if (id === undefined) continue;
    join(`id ${id}`, i);
    const same = byId.get(id);
    if (same) same.push(i);
    else byId.set(id, [i]);
  }
  const links: number[][] = pairs.map(() => []);
  const chains = createUnion(pairs.length);
  for (const [i, { partner }] of pairs.entries()) {
    chains.join(i, images.rootOf(i));
    for (const other of partner === undefined ? [] : (byId.get(partner) ?? [])) {
      chains.join(i, other);
      links[i]!.push(other);
      links[other]!.push(i);
    }
  }
  const groupOf = Int32Array.from(pairs, (_, i) => images.rootOf(i));
  const chainOf = Int32Array.from(pairs, (_, i) => chains.rootOf(i));
  const isTogether = largest(chainOf) <= Math.max(1, LARGEST_SHARE * pairs.length);
  const foldOf = assign(isTogether ? chainOf : groupOf, count, random);
  return {
    count,
    foldOf,
    groupOf,
    partners: isTogether ? 'together' : 'apart',
    mayTrain: (pair, fold) =>
      foldOf[pair] !== fold && (isTogether || links[pair]!.every((other) => foldOf[other] !== fold)),
  };
}

/** Deals groups out, in an order by chance, each to the fold that has the least. */
function assign(groups: Int32Array, count: number, random: Random): Int32Array {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  // The large ones first: small ones even out what they leave.
  const order = random.shuffle([...sizes.keys()]);
  order.sort((a, b) => sizes.get(b)! - sizes.get(a)!);
  const totals = new Array<number>(count).fill(0);
  const foldOfGroup = new Map<number, number>();
  for (const group of order) {
    const fold = totals.indexOf(Math.min(...totals));
    totals[fold]! += sizes.get(group)!;
    foldOfGroup.set(group, fold);
  }
  return groups.map((group) => foldOfGroup.get(group)!);
}

function largest(groups: Int32Array): number {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return Math.max(0, ...new Set(sizes.values()));
}

/** Sets that grow together (union–find with path halving). */
function createUnion(size: number) {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const rootOf = (start: number): number => {
    let node = start;
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!;
      node = parent[node]!;
    }
    return node;
  };
  return {
    rootOf,
    join(a: number, b: number) {
      parent[rootOf(a)] = rootOf(b);
    },
  };
}
