import { setFlagsFromString } from 'node:v8';
import { openLanes } from '@slipform/kit/threads/lanes';
import { createBlockMiner, type Job, type JobResult, type MinerSetup, postedSetup } from './block-miner';

export interface MiningPool {
  /** Mines blocks as they come and gives the results in the blocks' order; some are mined ahead. */
  mine(jobs: AsyncIterable<Job>): AsyncGenerator<JobResult>;
  close(): Promise<void>;
}

/** Mines in a number of threads, or in this one for 1. They start with the first block. The results are the same. */
export function createMiningPool(workers: number, setup: MinerSetup): MiningPool {
  if (workers === 1) {
    let mine: ReturnType<typeof createBlockMiner> | undefined;
    return {
      async *mine(jobs) {
        mine ??= createBlockMiner(setup);
        for await (const job of jobs) yield mine(job);
      },
      close: async () => {},
    };
  }
  const open = () =>
    openLanes<Job, JobResult>(new URL('./mine-worker.js', import.meta.url), workers, {
      setup: postedSetup(setup),
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    });
  let lanes: ReturnType<typeof open> | undefined;
  return {
    async *mine(jobs) {
      lanes ??= open();
      const pending: Promise<JobResult>[] = [];
      for await (const job of jobs) {
        const result = lanes.run(job);
        result.catch(() => {}); // It is awaited below, in its turn.
        pending.push(result);
        // One to work on and one to take up at once, for each thread.
        if (pending.length >= 2 * workers) yield await pending.shift()!;
      }
      for (const result of pending) yield await result;
    },
    close: async () => lanes?.close(),
  };
}

/**
 * Tells V8 how to collect garbage here, where a block's readings live for half a second. Left alone it lets garbage grow
 * to several times what lives, a gigabyte, and scavenges on every core, which threads that mine there wait for. A
 * collection of all costs half a second of a core, so that there should be few: with 40 instead of 100 percent a sixth
 * less memory is held and a tenth more time is spent. Both flags are looked at anew by each collection; to be called
 * before threads start.
 */
export function tuneHeap(): void {
  setFlagsFromString('--heap-growing-percent=100');
  setFlagsFromString('--no-parallel-scavenge');
}

/** Of a thread that mines: room for what a block makes and drops, in megabytes. */
const youngGeneration = 48;
