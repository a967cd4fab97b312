import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Benchmark } from '@slipform/bench';
import { InputError } from '@slipform/kit/errors/input-error';
import { writeFolder } from '@slipform/kit/files/write-folder';
import type { Recipe } from './mine-examples';
import type { Pictures } from './pictures';
import type { HardCaption } from './shown-batches';
import { PAIR_SIZE } from './things';

/** A picture by a training artist, its caption, and the negative that each recipe mines of it. */
export interface PairExample {
  /** Its row among the pictures. */
  readonly rows: readonly number[];
  readonly caption: string;
  readonly hard: readonly (HardCaption & {
    readonly recipe: Recipe;
    readonly operation: string;
    readonly slot: string;
  })[];
}

/** What all runs of an evaluation share: captions of training artists with hard captions, and the questions. */
export interface Prepared {
  readonly examples: readonly PairExample[];
  /** What a model is pretrained on, where a run says so: captions with their drawings. */
  readonly pretraining?: readonly Pick<PairExample, 'rows' | 'caption'>[];
  /** Pairs of pictures, and a gallery, with keys in the place of pictures. */
  readonly benchmarks: readonly [pairs: Benchmark, gallery: Benchmark];
  /** Keys of the pictures that questions show, in their order; the first is the picture `first`. */
  readonly keys: readonly string[];
  readonly first: number;
}

/** The same with all pictures. */
export interface PreparedPictures extends Prepared {
  readonly pictures: Pictures;
}

const JSON_FILE = 'prepared.json.gz';
const PICTURES_FILE = 'pictures.bin';

/** Keeps it in a folder, as a whole. Another process may have made the same at the same time; the first one counts. */
export async function writePrepared(folder: string, { pictures, ...rest }: PreparedPictures): Promise<void> {
  const isThere = () => existsSync(folder);
  const refuse = async () => {
    if (isThere()) throw new InputError(`${folder} is there already; remove it to make it again.`);
  };
  await writeFolder({ folder, refuse, wait: true }, async (inside) => {
    await inside(JSON_FILE, await promisify(gzip)(JSON.stringify(rest)));
    await inside(PICTURES_FILE, pictures.rgb);
  }).catch((error: unknown) => {
    if (!isThere()) throw error;
  });
}

/** Without the pictures, which a view has no use for. */
export async function readPrepared(folder: string): Promise<Prepared> {
  return JSON.parse((await promisify(gunzip)(await readFile(join(folder, JSON_FILE)))).toString());
}

export async function readPreparedPictures(folder: string): Promise<PreparedPictures> {
  const rgb = await readFile(join(folder, PICTURES_FILE));
  return { ...(await readPrepared(folder)), pictures: { size: PAIR_SIZE, rgb } };
}
