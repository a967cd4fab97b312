import type { Slot } from '../hard-negative';
import type { FindOptions, MiningContext } from '../operations/operation';
import type { ResolvedOptions } from '../options';
import { createRandom } from '../seeded-random';
import type { BlockReading } from './block-reading';
import type { Change, SwapChange, WordChange } from './change';
import type { Company } from './company';
import { belongs, evidenceOf } from './evidence';
import { anyRank, type BlockState, exchangeWords, none } from './exchange-words';
import { Ledger } from './ledger';
import { refusalOf, type WordExclusions } from './may-take';
import { rankSites } from './rank-sites';
import { replaceWords } from './replace-words';
import type { SiteSpan } from './site';
import { swapWords } from './swap-words';
import { WordFits } from './word-fits';

/** Things of one kind are a few steps apart: a dog and a cat four, a dog and a cow six. */
const nearest = 5;

function areFar(a: SiteSpan, b: SiteSpan, { relations }: MiningContext): boolean {
  return (
    a.slot === 'object' && b.slot === 'object' && relations.distance(a.noun.synset, b.noun.synset) > nearest
  );
}

/** What a block's captions find with each other, listed by the caption's index. */
export interface BlockChanges {
  /** Up to `perCaption` for each. */
  readonly changes: readonly (readonly Change[])[];
  /** What a caption that has none may fall back on, though the word gives it away. */
  readonly fallbacks: ReadonlyMap<number, WordChange>;
}

/** Changes the captions of a block with each other: swaps, then exchanges, then replacements, once for each negative. */
export function changeBlock(
  block: BlockReading,
  company: Company,
  swaps: ReadonlyMap<Slot, FindOptions>,
  words: WordExclusions,
  options: ResolvedOptions,
  context: MiningContext,
): BlockChanges {
  const { sites } = block;
  const firstIds = Array.from({ length: Math.min(block.size, 8) }, (_, caption) => block.caption(caption).id);
  const random = createRandom(options.seed, 'block', ...firstIds);
  const ledger = new Ledger(block, company, options.fit);
  const changes: Change[][] = Array.from({ length: block.size }, () => []);
  /** How many changes each caption has. */
  const made = new Int32Array(block.size);
  const fallbacks = new Map<number, WordChange>();
  /** Pairs of places that have been swapped, as one number. */
  const swapped = new Set<number>();
  const fits = new WordFits(sites, {
    exclude: (site, giver) => words.exclude(sites, site, giver),
    evidence: (site, giver) => evidenceOf(site, giver, ledger),
    belongs: (site, giver, isStrict) => belongs(site, giver, ledger, isStrict),
    mayTake(site, giver) {
      const reason = refusalOf(block, site, giver, company, context);
      if (reason) context.refuse(reason);
      return reason === undefined;
    },
  });

  for (let round = 0; round < options.perCaption; round += 1) {
    for (let caption = 0; caption < block.size; caption += 1) {
      const [start, end] = [block.firstSite(caption), block.endOfSites(caption)];
      rankSites(sites, start, end, options.policy, options.balance, random);
    }
    const before = ledger.entered;
    changeOnce(round);
    if (ledger.entered === before) break;
  }
  words.flush();
  return { changes, fallbacks };

  /** One more change for each caption that offers one. */
  function changeOnce(round: number): void {
    const taken: Record<Slot, number> = { object: 0, attribute: 0, action: 0, relation: 0, count: 0 };
    const state: BlockState = {
      options,
      ledger,
      fits,
      random,
      taken,
      fallbacks,
      isFree: (site) => made[sites.caption(site)]! <= round,
      isFar: (a, b) => areFar(sites.span(a), sites.span(b), context),
      take,
      takeBack: ({ site, giver }) => takeBack(site, giver),
      pairedAt: (caption) => pairedAt[caption]!,
      pairedWith: (caption) => pairedWith[caption]!,
      exchange(a, b) {
        take({ site: a, giver: b, operation: 'exchange' });
        take({ site: b, giver: a, operation: 'exchange' });
        pair(a, b);
        pair(b, a);
      },
      part(a, b) {
        takeBack(a, b);
        takeBack(b, a);
      },
      takeSwap(change, a, b) {
        const pair = a * sites.size + b;
        if (swapped.has(pair)) return false;
        swapped.add(pair);
        enter(change, sites.caption(a), sites.slot(a));
        ledger.enter(a, b);
        ledger.enter(b, a);
        return true;
      },
    };
    /** For each caption its own place of this round's exchange, and the other one's; `none` where there is none. */
    const pairedAt = new Int32Array(block.size).fill(none);
    const pairedWith = new Int32Array(block.size).fill(none);
    const { operations } = options;
    if (operations.includes('swap')) swapWords(block, swaps, context, state);
    // Without balance the policy rules: within the block nothing but its choice is changed.
    const mostRank = options.balance === 'slots' ? anyRank : 0;
    if (operations.includes('exchange')) exchangeWords(block, mostRank, state);
    if (operations.includes('replace')) replaceWords(block, mostRank, state);

    function take(change: WordChange): void {
      const { site, giver } = change;
      enter(change, sites.caption(site), sites.slot(site));
      fits.give(site, giver);
      ledger.enter(site, giver);
    }
    function pair(a: number, b: number): void {
      pairedAt[sites.caption(a)] = a;
      pairedWith[sites.caption(a)] = b;
    }
    function takeBack(site: number, giver: number): void {
      const caption = sites.caption(site);
      changes[caption]!.pop();
      made[caption]! -= 1;
      taken[sites.slot(site)] -= 1;
      pairedAt[caption] = none;
      pairedWith[caption] = none;
      fits.takeBack(site, giver);
      ledger.leave(site, giver);
    }
    function enter(change: WordChange | SwapChange, caption: number, slot: Slot): void {
      changes[caption]!.push(change);
      made[caption]! += 1;
      taken[slot] += 1;
    }
  }
}
