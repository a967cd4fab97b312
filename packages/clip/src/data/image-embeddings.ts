import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileReason } from '@slipform/kit/errors/file-error';
import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { readWholeFile } from '@slipform/kit/files/read-whole-file';
import { parseNpy } from '@slipform/kit/formats/npy';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { doneFileOf, readDoneRecord } from '@slipform/kit/shards/done-record';
import { hashFile } from '@slipform/kit/shards/fingerprint';
import { quoted } from '@slipform/kit/text/printable';
import type { Example, ImagePlace } from './example';
import { readLines, shortened } from './file-rows';
import type { SkipLog } from './skips';

export interface EmbeddingsOptions {
  /** The option that names them. */
  readonly option: 'imageEmbeddings' | 'teacher';
  /** A `.npy` of `slipform-clip embed`, or the folder of all that it wrote. */
  readonly path: string;
  /** `identity` of the encoder that is trained. */
  readonly identity: string;
  /** The model's `embeddingSize`. */
  readonly width: number;
  /** The folder in which the images' names begin. */
  readonly images: string;
}

/** The embeddings that `slipform-clip embed` made of a set's images, and of no others. */
export interface ImageEmbeddings {
  /** The files. */
  readonly inputs: readonly string[];
  /** The examples whose image has one. */
  readonly examples: Example[];
  /** Of these examples, row after row. */
  of(examples: readonly Example[]): Float32Array;
}

/** What a Buffer holds: two million rows of 512 numbers. */
const limit = { maxMebibytes: 4096 };

/**
 * Reads the embeddings of examples. Images without one are logged and left out.
 *
 * @throws {InputError} for a file without its record, of another model, or that was changed since; for a row that has no
 *   direction; and where no image has an embedding
 */
export async function readImageEmbeddings(
  examples: readonly Example[],
  { option, path, identity, width, images }: EmbeddingsOptions,
  skips: SkipLog,
): Promise<ImageEmbeddings> {
  const place = `trainingData: ${option}`;
  const rows = new Map<string, Float32Array>();
  const places = new Map<string, string>();
  const inputs = await embeddingFiles(path, place);
  for (const file of inputs) {
    await checkRecord(file, identity, place);
    const matrix = parseNpy(await readWholeFile(file, limit), file);
    const values = matrix.values instanceof Float32Array ? matrix.values : Float32Array.from(matrix.values);
    const ids = await idsOf(file);
    if (matrix.width !== width || matrix.rows !== ids.length) {
      refuse(
        place,
        file,
        `must hold ${ids.length} rows of ${width} numbers`,
        `${matrix.rows} of ${matrix.width}`,
        'embed the images again',
      );
    }
    for (const [row, id] of ids.entries()) {
      const other = places.get(id);
      if (other !== undefined) {
        throw new InputError(
          `${place}: the image ${shortened(id)} is there twice, in ${other} and in ${file}; embed the table of all images, so that each has a name of its own.`,
        );
      }
      const embedding = values.subarray(row * width, (row + 1) * width);
      const length = Math.hypot(...embedding);
      if (!(length > 0 && length < Number.POSITIVE_INFINITY)) {
        throw new InputError(
          `${place}: ${file} has an embedding of length ${length} for the image ${shortened(id)}, which has no direction; embed the images again, with --force.`,
        );
      }
      places.set(id, file);
      rows.set(id, embedding);
    }
  }
  const named = new Map(examples.map((example) => [example, idOf(example, images)]));
  const found = examples.filter((example) => rows.has(named.get(example)!));
  if (found.length === 0) {
    const [here, there] = [[...named.values()][0] ?? '', [...rows.keys()][0] ?? ''];
    throw new InputError(
      `${place}: ${path} holds no image of the source: names there are like ${shortened(there)}, here like ${shortened(here)}; name in images the folder that was embedded, or embed the source itself, with --images.`,
    );
  }
  for (const example of examples) {
    if (!rows.has(named.get(example)!)) skips.add(example.image.place, 'has an image without an embedding');
  }
  return {
    inputs,
    examples: found,
    of(some) {
      const all = new Float32Array(some.length * width);
      some.forEach((example, row) => {
        all.set(rows.get(named.get(example)!)!, row * width);
      });
      return all;
    },
  };
}

/** The name that `slipform-clip embed` gives an image: its path in the folder, or its sample's id where it lies in a shard. */
export function nameOfImage({ file, part }: ImagePlace, sample: string, images: string): string {
  return part === undefined ? relative(images, file).split(sep).join('/') : sample;
}

function idOf({ image, captions }: Example, images: string): string {
  return nameOfImage(image, captions[0]!.id, images);
}

async function embeddingFiles(path: string, place: string): Promise<string[]> {
  const found = await stat(path).catch((error: unknown) => {
    refuse(
      undefined,
      place,
      'must be a .npy or a folder that slipform-clip embed wrote',
      `${quoted(path)}: ${fileReason(error)}`,
    );
  });
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /\.npy$/i.test(name)).sort();
  if (names.length > 0) return names.map((name) => join(path, name));
  throw new InputError(
    `${place}: ${path} holds no .npy; write it with slipform-clip embed MODEL IMAGES -o ${path}/.`,
  );
}

/** The record says which model made the file, its preprocessing included, and that it is as it was then. */
async function checkRecord(file: string, identity: string, place: string): Promise<void> {
  const again = 'slipform-clip embed MODEL IMAGES -o FOLDER/';
  const record = await readDoneRecord(file);
  if (record === undefined) {
    throw new InputError(
      `${place}: ${file} must have ${doneFileOf(file)} beside it, which says what model made it; write both with ${again}.`,
    );
  }
  const { fingerprint, output, summary } = record;
  if (fingerprint['the kind of input'] !== 'images') {
    throw new InputError(`${place}: ${file} must be of images, and is of texts.`);
  }
  if (fingerprint['the model'] !== identity) {
    throw new InputError(
      `${place}: ${file} is of another model, or of another preprocessing, than the encoder; embed the images with the model that is trained: ${again}.`,
    );
  }
  const ids = isJsonObject(summary) && isJsonObject(summary.ids) ? summary.ids.sha256 : undefined;
  const isSame = (await hashFile(file)) === output.sha256 && (await hashFile(idsFileOf(file))) === ids;
  if (!isSame) {
    throw new InputError(
      `${place}: ${file} or ${idsFileOf(file)} has changed since it was written; embed the images again, with --force.`,
    );
  }
}

function idsFileOf(file: string): string {
  return file.replace(/\.npy$/i, '.ids.txt');
}

async function idsOf(file: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { text } of readLines(idsFileOf(file))) ids.push(text);
  return ids;
}
