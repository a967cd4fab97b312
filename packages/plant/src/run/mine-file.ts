import { formatOf } from '../files/caption-format';
import type { MineFileOptions, MineFileResult } from './mine-file-options';
import { mineShard } from './mine-shard';
import { openMining } from './open-mining';

/** Mines a file of captions into a file of records, as a stream of blocks that several threads may share. */
export async function mineFile(file: string, options: MineFileOptions): Promise<MineFileResult> {
  const started = performance.now();
  const format = options.format ?? formatOf(file);
  const mining = await openMining(options);
  try {
    const mined = await mineShard({ file, format }, mining, options);
    return { ...mined, ...spent(started) };
  } finally {
    await mining.close();
  }
}

/** What a run took. @param started of `performance.now()` */
export function spent(started: number): Pick<MineFileResult, 'seconds' | 'peakMemory'> {
  return {
    seconds: (performance.now() - started) / 1000,
    // maxRSS is in kilobytes of 1,024.
    peakMemory: process.resourceUsage().maxRSS * 1024,
  };
}
