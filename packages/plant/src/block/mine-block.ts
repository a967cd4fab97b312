import type { Slot } from '../hard-negative';
import type { FindOptions, MiningContext } from '../operations/operation';
import type { ResolvedOptions } from '../options';
import { createRandom } from '../seeded-random';
import type { Change, SwapChange, WordChange } from './change';
import { type BlockState, exchangeWords } from './exchange-words';
import { Ledger } from './ledger';
import { refusalOf, type WordExclusions } from './may-take';
import { rankSites } from './rank-sites';
import { replaceWords } from './replace-words';
import { hashPair } from './sequences';
import type { BlockReading, Site } from './site';
import { swapWords } from './swap-words';

/** Finds up to `perCaption` changes for each caption of a block; they are listed by the caption's index. */
export function changeBlock(
  readings: readonly BlockReading[],
  swaps: ReadonlyMap<Slot, FindOptions>,
  words: WordExclusions,
  options: ResolvedOptions,
  context: MiningContext,
): readonly (readonly Change[])[] {
  const random = createRandom(options.seed, 'block', ...readings.slice(0, 8).map(({ id }) => id));
  const ledger = new Ledger(readings, options.fit);
  const changes: Change[][] = readings.map(() => []);
  /** How many changes each caption has. */
  const made = new Int32Array(readings.length);
  /** Which words each place has been given, so that no negative comes twice. */
  const given = new Map<Site, Set<number>>();

  for (let round = 0; round < options.perCaption; round += 1) {
    for (const { sites } of readings) rankSites(sites, options.policy, options.balance, random);
    const before = ledger.entered;
    changeOnce(round);
    if (ledger.entered === before) break;
  }
  words.flush();
  return changes;

  /** One more change for each caption that offers one. */
  function changeOnce(round: number): void {
    const taken: Record<Slot, number> = { object: 0, attribute: 0, action: 0, relation: 0, count: 0 };
    const state: BlockState = {
      options,
      ledger,
      random,
      taken,
      isFree: ({ caption }) => made[caption.index]! <= round,
      exclude: words.exclude,
      mayTake(site, giver) {
        if (given.get(site)?.has(giver.whole)) return false;
        const reason = refusalOf(site, giver, context);
        if (reason) context.refuse(reason);
        return reason === undefined;
      },
      take,
      pairOf: ({ caption }) => pairs.get(caption),
      exchange(a, b) {
        take({ site: a, giver: b, operation: 'exchange' });
        take({ site: b, giver: a, operation: 'exchange' });
        pairs.set(a.caption, [a, b]).set(b.caption, [b, a]);
      },
      part(a, b) {
        takeBack(a, b);
        takeBack(b, a);
      },
      takeSwap(change, a, b) {
        if (given.get(a)?.has(swapKey(b))) return false;
        give(a, swapKey(b));
        enter(change, a.caption, a.span.slot);
        ledger.enter(a, b);
        ledger.enter(b, a);
        return true;
      },
    };
    /** For each caption the two places of its exchange of this round, its own first. */
    const pairs = new Map<BlockReading, readonly [Site, Site]>();
    const { operations } = options;
    if (operations.includes('swap')) swapWords(readings, swaps, context, state);
    // Without balance the policy rules: first nothing but its choice is changed.
    const passes = options.balance === 'slots' ? [false] : [true, false];
    for (const isStrict of passes) {
      if (operations.includes('exchange')) exchangeWords(readings, isStrict, state);
      if (operations.includes('replace')) replaceWords(readings, isStrict, state);
    }

    function take(change: WordChange): void {
      const { site, giver } = change;
      enter(change, site.caption, site.span.slot);
      give(site, giver.whole);
      ledger.enter(site, giver);
    }
    function takeBack(site: Site, giver: Site): void {
      const { caption } = site;
      changes[caption.index]!.pop();
      made[caption.index]! -= 1;
      taken[site.span.slot] -= 1;
      pairs.delete(caption);
      given.get(site)?.delete(giver.whole);
      ledger.leave(site, giver);
    }
    function enter(change: WordChange | SwapChange, caption: BlockReading, slot: Slot): void {
      changes[caption.index]!.push(change);
      made[caption.index]! += 1;
      taken[slot] += 1;
    }
  }

  function give(site: Site, word: number): void {
    if (options.perCaption === 1) return;
    const words = given.get(site);
    if (words) words.add(word);
    else given.set(site, new Set([word]));
  }
}

/** A swap's mark among the words that its first place has been given. */
function swapKey({ span, whole }: Site): number {
  return hashPair(whole, span.first);
}
