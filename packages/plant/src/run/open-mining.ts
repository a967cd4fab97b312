import { mostCandidates } from '../hooks/scorer';
import { plainOptions } from '../plain-options';
import type { Job, JobResult, MinerSetup } from '../workers/block-miner';
import { createMiningPool, type MiningPool } from '../workers/mining-pool';
import { createHookStage, type HookStage, type RunHooks } from './hook-stage';
import type { MineFileOptions } from './mine-file-options';
import { readSetupFiles } from './setup';

/** What mines one file after another and stays warm between them. */
export interface Mining {
  readonly setup: MinerSetup;
  /** The blocks' results in their order; `JobResult.mined` where there are hooks, which `stage` asks. */
  mine(jobs: AsyncIterable<Job>): AsyncGenerator<JobResult>;
  /** Asks the hooks. */
  stage(hooks: RunHooks): HookStage;
  close(): Promise<void>;
}

/** Reads what all files of a run share. Threads start with the first block. @throws {InputError} if a file can't be used */
export async function openMining(options: MineFileOptions): Promise<Mining> {
  const { offsets = 'utf16', hooks, workers = 1 } = options;
  const setup: MinerSetup = {
    plant: plainOptions(options),
    offsets,
    ...(await readSetupFiles(options)),
    ...(hooks && { candidates: hooks.scorer ? mostCandidates : 0 }),
  };
  let pool: MiningPool | undefined;
  let stage: HookStage | undefined;
  return {
    setup,
    mine(jobs) {
      pool ??= createMiningPool(workers, setup);
      return pool.mine(jobs);
    },
    stage(hooks) {
      stage ??= createHookStage(setup, hooks);
      return stage;
    },
    close: async () => pool?.close(),
  };
}
