import { type Evidence, suits } from './evidence';
import { type BlockState, floor } from './exchange-words';
import { shuffle } from './match-sites';
import type { BlockReading, Site } from './site';
import { createWordIndex } from './word-index';

/** So many words of the kind are drawn besides those that the surroundings offer. */
const drawn = 32;
/** What less evidence costs, in the ledger's unit: sense comes before seams. */
const penalties: readonly (readonly [Evidence, number])[] = [
  ['full', 0],
  ['most', 4],
  ['some', 12],
];

/** What a place costs that is not the policy's choice. */
const rankCost = 3;
/** What the ledger may lose for a slot that has too few changes. */
const scarceBonus = 100;

/**
 * Gives captions that found no partner a word that others of the block use in such a place, the one that leaves the
 * least surplus: words are drawn by how often they occur, and what has become too rare in the negatives comes first.
 */
export function replaceWords(readings: readonly BlockReading[], isStrict: boolean, state: BlockState): void {
  const { ledger, random, isFree, exclude, mayTake, take, taken, options } = state;
  const isBalanced = options.balance === 'slots';
  const left = readings.filter(({ sites }) => sites.length > 0 && isFree(sites[0]!));
  if (left.length === 0) return;
  const index = createWordIndex(readings, left);
  shuffle(left, random);
  for (const { sites } of left) {
    let best: { site: Site; giver: Site } | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const site of sites) {
      if (isStrict && site.rank > 0) continue;
      const seen = new Set([site.whole]);
      for (const giver of candidatesFor(site)) {
        if (seen.has(giver.whole) || giver.lemmaHash === site.lemmaHash) continue;
        seen.add(giver.whole);
        if (!exclude(site, giver)) continue;
        const evidence = penalties.find(([level]) => suits(site, giver, ledger, level));
        if (!evidence) continue;
        const cost = ledger.costOfReplacing(site, giver) + evidence[1] + rankCost * site.rank - bonusOf(site);
        if (cost >= least || !mayTake(site, giver)) continue;
        best = { site, giver };
        least = cost;
      }
    }
    if (best) take({ ...best, operation: 'replace' });
  }

  function bonusOf({ span: { slot } }: Site): number {
    return isBalanced && taken[slot] < floor * readings.length ? scarceBonus : 0;
  }

  function candidatesFor(site: Site): Site[] {
    const candidates = index.near(site);
    const kind = index.ofKind(site);
    for (let k = 0; k < drawn && kind.length > 0; k += 1) candidates.push(kind[random.below(kind.length)]!);
    return candidates;
  }
}
