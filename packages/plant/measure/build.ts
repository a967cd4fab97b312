/** A build of the miner, as users run it, and what it makes of a set. */

import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HardNegative, PlantOptions, PlantStats } from '../src/index';
import type { DomainCaption } from './domains';

type Plant = { mineBlock(block: readonly DomainCaption[]): HardNegative[]; stats(): PlantStats };

/** What the yardstick asks of a build; the first miner's has it as well. */
export interface Build {
  readonly createPlant: (options?: PlantOptions) => Plant;
  readonly blockSize: number;
}

/** Of a record what the yardstick reads; a build before the scores has none. */
export type MinedNegative = HardNegative & { readonly scores?: { readonly surprise: number } };

export interface Mined {
  readonly records: readonly MinedNegative[];
  /** Captions without a negative, by reason; empty in a build that counts none. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Captions a second of this process's time, in one thread. */
  readonly captionsPerSecond: number;
}

/** Imports `index.js` of a folder, such as this package's `dist`. */
export async function loadBuild(folder: string): Promise<Build> {
  const path = join(resolve(process.env.INIT_CWD ?? '.', folder), 'index.js');
  return (await import(pathToFileURL(path).href)) as Build;
}

/** Mines a set block by block, with seed 1 unless the options say another. */
export function mineDomain(
  build: Build,
  captions: readonly DomainCaption[],
  options: PlantOptions = {},
): Mined {
  const plant = build.createPlant({ seed: 1, ...options });
  const before = process.cpuUsage();
  const records = blocksOf(build, captions).flatMap((block) => plant.mineBlock(block));
  const { user, system } = process.cpuUsage(before);
  const { reasons = {} } = plant.stats() as { reasons?: Record<string, number> };
  return { records, reasons, captionsPerSecond: captions.length / ((user + system) / 1e6) };
}

function blocksOf(build: Build, captions: readonly DomainCaption[]): DomainCaption[][] {
  return Array.from({ length: Math.ceil(captions.length / build.blockSize) }, (_, i) =>
    captions.slice(i * build.blockSize, (i + 1) * build.blockSize),
  );
}
