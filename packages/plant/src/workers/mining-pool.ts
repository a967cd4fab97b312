import { openLanes } from '@slipform/kit/threads/lanes';
import { createBlockMiner, type Job, type JobResult, type MinerSetup } from './block-miner';
import { youngGeneration } from './tune-heap';

export interface MiningPool {
  /** Mines blocks as they come and gives the results in the blocks' order; some are mined ahead. */
  mine(jobs: AsyncIterable<Job>): AsyncGenerator<JobResult>;
  close(): Promise<void>;
}

/** Mines in so many threads, or in this one if there is to be one. The results are the same. */
export function createMiningPool(workers: number, setup: MinerSetup): MiningPool {
  if (workers === 1) {
    const mine = createBlockMiner(setup);
    return {
      async *mine(jobs) {
        for await (const job of jobs) yield mine(job);
      },
      close: async () => {},
    };
  }
  const lanes = openLanes<Job, JobResult>(new URL('./mine-worker.js', import.meta.url), workers, {
    setup,
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
  });
  return {
    async *mine(jobs) {
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
    close: () => lanes.close(),
  };
}
