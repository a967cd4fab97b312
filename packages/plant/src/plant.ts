import { InputError } from '@slipform/concreteness';
import { defineOptions, described, integer, optional } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { type Caption, captionOf, checked } from './caption';
import type { HardNegative } from './hard-negative';
import { askHooks, type HookContext, inOrder } from './hooks/ask-hooks';
import { createRewriteCheck } from './hooks/check-rewrite';
import { maxCandidates } from './hooks/hooks';
import type { Mined } from './mined';
import { Miner } from './miner';
import { type PlantOptions, resolveOptions } from './options';
import { blockSize, cutIntoBlocks } from './sites/cut-into-blocks';
import { type PlantStats, Tally } from './stats';

export interface Plant {
  /**
   * Mines one caption by itself: up to `perCaption` different hard negatives, none if no change passes the checks.
   *
   * @throws {InputError} if it is not a caption
   */
  mine(caption: string | Caption): HardNegative[];
  /**
   * Mines captions together, strings or objects, so that they can exchange words. The records keep the order of the captions; they depend
   * only on the block, the options and the seed. Captions of one `imageId` are siblings, if no siblings are given.
   *
   * @throws {InputError} if the block is not an array of captions
   */
  mineBlock(block: readonly (string | Caption)[]): HardNegative[];
  /**
   * The same with each caption's negatives beside it, and for a caption without one the reason.
   *
   * @param also `refused` is the most refused changes of each caption that are listed, with why. Default: 0
   * @throws {InputError} if the block is not an array of captions, or `refused` no integer from 0 to 1,000
   */
  mineGroups(block: readonly (string | Caption)[], also?: { readonly refused?: number }): Mined[];
  /**
   * Mines a stream of captions, block by block. A caption without an id gets its place in the stream, from 1.
   *
   * @throws {InputError} if an item is not a caption; an error of the rewriter or the scorer, with the caption's id
   */
  mineAll(
    captions: Iterable<string | Caption> | AsyncIterable<string | Caption>,
  ): AsyncGenerator<HardNegative>;
  /** Counts of captions, negatives and refusals since the plant was made. */
  stats(): PlantStats;
}

/**
 * Makes a ConcretePlant. It reads a caption, rates the concreteness of its words, and makes the most plausible edit, so that
 * the caption is false of its image; among plausible edits it prefers concrete words. English only. The first call decodes the word
 * graph, which takes a fifth of a second.
 *
 * @example
 * const plant = createPlant({ seed: 0 });
 * plant.mine('A red dog chases a blue cat.')[0].negative // 'A red cat chases a blue dog.'
 *
 * @throws {InputError} for an unknown option, or one outside its range
 */
export function createPlant(options: PlantOptions = {}): Plant {
  return createPlantWith(options, {});
}

const GROUP_OPTIONS = defineOptions('mineGroups', {
  refused: described(
    'how many refused changes of each caption are listed',
    optional(integer({ min: 0, max: 1000 }), 0),
  ),
});

/** What measurements switch, beside the options. */
export interface PlantSwitches {
  /** Ids of checks that are off. */
  readonly ablate?: readonly string[];
}

/** `createPlant` for measurements. */
export function createPlantWith(options: PlantOptions, { ablate = [] }: PlantSwitches): Plant {
  const resolved = resolveOptions(options);
  const { rewriter, scorer, concurrency } = resolved;
  const tally = new Tally();
  const miner = new Miner(resolved, tally, ablate);

  function mineGroups(
    block: readonly (string | Caption)[],
    also: { readonly refused?: number } = {},
  ): Mined[] {
    const { refused } = GROUP_OPTIONS.read(also);
    const items = checked('mineBlock: the block', () => {
      if (Array.isArray(block)) return [...block];
      throw new InputError(
        `mineBlock: the block must be an array of strings or { caption, … }, got ${shown(block)}.`,
      );
    });
    const captions = items.map((item, i) => captionOf(item, `mineBlock: the block's item ${i}`));
    return [...miner.mine(captions, 0, refused).mined];
  }

  async function* mineAll(
    captions: Iterable<string | Caption> | AsyncIterable<string | Caption>,
  ): AsyncGenerator<HardNegative> {
    const hooks = hookContext();
    for await (const captionsOfBlock of cutIntoBlocks(captions, blockSize, 'mineAll')) {
      const block = miner.mine(captionsOfBlock, scorer ? maxCandidates : 0);
      if (!hooks) {
        for (const { negatives } of block.mined) yield* negatives;
        continue;
      }
      const asked = inOrder(block.mined.entries(), concurrency, async ([number, { negatives }]) => {
        const after = await askHooks(block, number, hooks);
        tally.replaced(negatives, after, block.bests[number]!);
        return after;
      });
      for await (const negatives of asked) yield* negatives;
    }
  }

  function hookContext(): HookContext | undefined {
    if (!rewriter && !scorer) return undefined;
    const refuse = (reason: 'rewrite' | 'scorer') => tally.refuse(reason);
    return { rewriter, scorer, check: createRewriteCheck(miner), refuse };
  }

  return {
    mine: (caption) => [...miner.mine([captionOf(caption, 'mine: the caption')]).mined[0]!.negatives],
    mineGroups,
    mineBlock: (block) => mineGroups(block).flatMap(({ negatives }) => negatives),
    mineAll,
    stats: () => tally.stats(),
  };
}
