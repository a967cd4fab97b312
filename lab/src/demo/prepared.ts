import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Benchmark } from '@slipform/bench';
import { writeFolderOnce } from '@slipform/kit/files/write-folder';
import type { HardNegative } from '@slipform/plant';
import type { HardCaption } from '../icons/icon-example';

/** An icon of a training artist with its name. */
export interface DemoExample {
  /** Its drawings in the features, the styles of one icon. */
  readonly rows: readonly number[];
  readonly caption: string;
  readonly hard: readonly HardCaption[];
}

/** What all runs of a demo share: training icons with mined names, the questions, and what the frozen image tower sees. */
export interface Prepared {
  readonly examples: readonly DemoExample[];
  /** Minimal pairs, and a gallery, with keys in the place of pictures. */
  readonly benchmarks: readonly [pairs: Benchmark, gallery: Benchmark];
  readonly mined: {
    readonly records: readonly HardNegative[];
    readonly captions: number;
    readonly seconds: number;
  };
  /** Iconify's identifier of each row of the features. */
  readonly icons: readonly string[];
  /** The features' row of each picture of the benchmarks. */
  readonly rowOf: Readonly<Record<string, number>>;
  /** Width of the features. */
  readonly width: number;
}

/** The same with the features, [rows, width]. */
export interface PreparedFeatures extends Prepared {
  readonly features: Float32Array;
}

const JSON_FILE = 'prepared.json.gz';
const FEATURES_FILE = 'features.bin';

/** Keeps it in a folder, as a whole. Another process may have made the same at the same time; the first one counts. */
export async function writePrepared(folder: string, { features, ...rest }: PreparedFeatures): Promise<void> {
  await writeFolderOnce(folder, async (inside) => {
    await inside(JSON_FILE, await promisify(gzip)(JSON.stringify(rest)));
    await inside(FEATURES_FILE, new Uint8Array(features.buffer, features.byteOffset, features.byteLength));
  });
}

/** Without the features, which a view has no use for. */
export async function readPrepared(folder: string): Promise<Prepared> {
  return JSON.parse((await promisify(gunzip)(await readFile(join(folder, JSON_FILE)))).toString());
}

export async function readPreparedFeatures(folder: string): Promise<PreparedFeatures> {
  const bytes = await readFile(join(folder, FEATURES_FILE));
  // Its own buffer, aligned.
  const features = new Float32Array(new Uint8Array(bytes).buffer);
  return { ...(await readPrepared(folder)), features };
}
