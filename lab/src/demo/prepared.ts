import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Benchmark } from '@slipform/bench';
import type { DuoKind } from '@slipform/icons';
import { InputError } from '@slipform/kit/errors/input-error';
import { writeFolder } from '@slipform/kit/files/write-folder';
import type { HardCaption } from '../icons/icon-batches';
import type { GreyDrawings } from '../icons/icon-world';

/** A picture by a training artist, its caption, and captions that are wrong for it. */
export interface DemoExample {
  /** Its row among the pictures. */
  readonly rows: readonly [number];
  readonly caption: string;
  readonly hard: readonly (HardCaption & { readonly kind: DuoKind })[];
}

/** What all runs of an evaluation share: pictures of training artists with hard captions, and the questions. */
export interface Prepared {
  readonly examples: readonly DemoExample[];
  /** Pairs of pictures, and a gallery, with keys in the place of pictures. */
  readonly benchmarks: readonly [pairs: Benchmark, gallery: Benchmark];
  /** The key of each picture. */
  readonly keys: readonly string[];
}

/** The same with the pictures, in the order of their keys. */
export interface PreparedPictures extends Prepared {
  readonly pictures: GreyDrawings;
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
    await inside(PICTURES_FILE, pictures.grey);
  }).catch((error: unknown) => {
    if (!isThere()) throw error;
  });
}

/** Without the pictures, which a view has no use for. */
export async function readPrepared(folder: string): Promise<Prepared> {
  return JSON.parse((await promisify(gunzip)(await readFile(join(folder, JSON_FILE)))).toString());
}

export async function readPreparedPictures(folder: string): Promise<PreparedPictures> {
  const grey = await readFile(join(folder, PICTURES_FILE));
  const prepared = await readPrepared(folder);
  return { ...prepared, pictures: { size: Math.sqrt(grey.length / prepared.keys.length), grey } };
}
