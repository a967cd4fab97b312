import { Worker } from 'node:worker_threads';
import { InputError } from '@slipform/concreteness';
import { createBlockMiner, type Job, type JobResult, type MinerSetup } from './block-miner';
import type { Answer } from './mine-worker';
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
  const threads = Array.from({ length: workers }, () => startThread(setup));
  return {
    async *mine(jobs) {
      const pending: Promise<JobResult>[] = [];
      for await (const job of jobs) {
        const idlest = threads.reduce((best, thread) => (thread.waiting() < best.waiting() ? thread : best));
        const result = idlest.run(job);
        result.catch(() => {}); // It is awaited below, in its turn.
        pending.push(result);
        // One to work on and one to take up at once, for each thread.
        if (pending.length >= 2 * workers) yield await pending.shift()!;
      }
      for (const result of pending) yield await result;
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

function startThread(setup: MinerSetup) {
  const worker = new Worker(new URL('./mine-worker.js', import.meta.url), {
    workerData: setup,
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
  });
  const waiting: { resolve: (result: JobResult) => void; reject: (error: Error) => void }[] = [];
  const fail = (error: Error) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  let failure: Error | undefined;
  worker.on('message', (answer: Answer) => {
    const { resolve, reject } = waiting.shift()!;
    if ('result' in answer) resolve(answer.result);
    else reject(answer.isInput ? new InputError(answer.message) : new Error(answer.message));
  });
  worker.on('error', (error) => {
    failure = error;
    fail(error);
  });
  worker.on('exit', (code) => {
    failure ??= new Error(`a worker ended with code ${code}`);
    fail(failure);
  });
  return {
    waiting: () => waiting.length,
    run: (job: Job) =>
      new Promise<JobResult>((resolve, reject) => {
        if (failure) return reject(failure);
        waiting.push({ resolve, reject });
        worker.postMessage(job);
      }),
    end: () => worker.terminate(),
  };
}
