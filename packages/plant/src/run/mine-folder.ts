import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writing } from '@slipform/kit/errors/file-error';
import { type FailedShard, runShardsAloud } from '@slipform/kit/shards/run-shards';
import type { Shard } from '@slipform/kit/shards/shard-names';
import { formatOf, type OutputFormat } from '../files/caption-format';
import { addStats } from '../stats';
import { mineShard, openMining, spent } from './mine-file';
import type { MineFileOptions, MineFileResult } from './mine-options';

export interface MineFolderResult extends MineFileResult {
  /** How many shards were mined now. */
  readonly mined: number;
  /** How many were finished before, or by another process meanwhile. */
  readonly finishedBefore: number;
  readonly failed: readonly FailedShard[];
}

/**
 * Mines shards into a folder, one after the other in one process whose threads stay warm; each becomes one output with
 * its record of what made it. A shard that is finished is left as it is. Two runs over the same shards, at whatever
 * moments, share the work: see `runShards`.
 *
 * @param shards this task's
 * @param options `output` is the folder
 * @throws {InputError} if nothing can be done at all; a shard that fails is in the result
 */
export async function mineFolder(
  shards: readonly Shard[],
  { output: folder, ...options }: MineFileOptions & { readonly outputFormat: OutputFormat },
): Promise<MineFolderResult> {
  const started = performance.now();
  const say = (text: string) => process.stderr.write(`slipform-plant: ${text}\n`);
  await writing(folder, async () => {
    await mkdir(folder, { recursive: true });
  });
  const failed: FailedShard[] = [];
  const mining = await openMining({ ...options, output: folder });
  const attempt = async ({ file, name }: Shard) => {
    const output = join(folder, shardFileOf(name, options.outputFormat));
    const format = options.format ?? formatOf(file);
    const mined = await mineShard({ file, format, shard: name }, mining, {
      ...options,
      output,
    });
    if (!options.quiet && !mined.doneBefore) {
      const { captions, captionsWithNegative } = mined.stats;
      say(`${output}: ${captions} captions, ${captionsWithNegative} with a negative`);
    }
    return mined;
  };
  try {
    const results = await runShardsAloud(shards, attempt, { failed, say, quiet: options.quiet === true });
    return {
      stats: addStats(results.map(({ stats }) => stats)),
      brokenLines: results.reduce((sum, { brokenLines }) => sum + brokenLines, 0),
      captionsBefore: results.reduce((sum, { captionsBefore }) => sum + captionsBefore, 0),
      doneBefore: results.every(({ doneBefore }) => doneBefore),
      mined: results.filter(({ doneBefore }) => !doneBefore).length,
      finishedBefore: results.filter(({ doneBefore }) => doneBefore).length,
      failed,
      ...spent(started),
    };
  } finally {
    await mining.close();
  }
}

/** The name of a shard's output within its folder. */
export function shardFileOf(name: string, format: OutputFormat): string {
  return `${name}.${format}`;
}
