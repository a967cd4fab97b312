import type { Fingerprint } from '@slipform/kit/shards/fingerprint';
import { encodeBlock } from '../files/encode-block';
import type { Encoded, EncodeOptions, MinedCaption } from '../files/record-format';
import { askHooks, type HookContext, type Hooks } from '../hooks/ask-hooks';
import { createRewriteCheck } from '../hooks/check-rewrite';
import type { EndpointCounts } from '../hooks/endpoint';
import { inOrder } from '../hooks/in-order';
import { mergeStats, type PlantStats, statsSince, Tally } from '../stats';
import { type CaptionForHooks, type MinerSetup, minedCaption, minerOf } from '../workers/block-miner';

/** The hooks of a run of the command. */
export interface RunHooks extends Hooks {
  /** How many captions are asked about at a time. */
  readonly concurrency: number;
  /** What their answers depend on, for a run that goes on. */
  readonly fingerprint: Fingerprint;
  counts(): HookCounts;
  /** Waits for the requests on their way. */
  idle(): Promise<void>;
}

/** What each hook asked. */
export interface HookCounts {
  readonly rewriter?: EndpointCounts;
  readonly scorer?: EndpointCounts;
}

export interface HookStage {
  /**
   * Asks the hooks about the captions of a block and encodes what comes of it.
   *
   * @param onAsked is given how many captions of the block are done
   */
  ask(
    mined: readonly CaptionForHooks[],
    stats: PlantStats,
    encode: EncodeOptions,
    onAsked: (count: number) => void,
  ): Promise<{ readonly encoded: Encoded; readonly stats: PlantStats }>;
}

/** Asks hooks in the main thread about what threads have mined: the bytes do not depend on when answers come. */
export function createHookStage(setup: MinerSetup, { rewriter, scorer, concurrency }: RunHooks): HookStage {
  const checked = new Tally();
  const check = createRewriteCheck(minerOf(setup, checked));
  let before = checked.snapshot();
  return {
    async ask(mined, blockStats, encode, onAsked) {
      const tally = new Tally(blockStats);
      const context: HookContext = { rewriter, scorer, check, refuse: (reason) => tally.refuse(reason) };
      const captions: MinedCaption[] = [];
      const asked = inOrder(mined, concurrency, async (each) => {
        const negatives = await askHooks(each, context);
        tally.replaced(each.negatives, negatives, each.best);
        return minedCaption({ ...each, negatives }, setup);
      });
      for await (const caption of asked) {
        captions.push(caption);
        onAsked(captions.length);
      }
      const after = checked.snapshot();
      const stats = mergeStats(tally.snapshot(), statsSince(after, before));
      before = after;
      return { encoded: await encodeBlock(captions, encode), stats };
    },
  };
}
