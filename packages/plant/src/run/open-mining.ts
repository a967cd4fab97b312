import { plainOptions } from '../plain-options';
import type { Job, JobResult, MinerSetup } from '../workers/block-miner';
import { createMiningPool, type MiningPool } from '../workers/mining-pool';
import type { MineFileOptions } from './mine-file-options';
import { readSetupFiles } from './setup';

/** What mines one file after another and stays warm between them. */
export interface Mining {
  readonly setup: MinerSetup;
  /** The blocks' results in their order. */
  mine(jobs: AsyncIterable<Job>): AsyncGenerator<JobResult>;
  close(): Promise<void>;
}

/** Reads what all files of a run share. Threads start with the first block. @throws {InputError} if a file can't be used */
export async function openMining(options: MineFileOptions): Promise<Mining> {
  const { offsets = 'utf16', workers = 1 } = options;
  const setup: MinerSetup = {
    plant: plainOptions(options),
    offsets,
    ...(await readSetupFiles(options)),
  };
  let pool: MiningPool | undefined;
  return {
    setup,
    mine(jobs) {
      pool ??= createMiningPool(workers, setup);
      return pool.mine(jobs);
    },
    close: async () => pool?.close(),
  };
}
