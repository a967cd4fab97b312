import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { captionNames, imageNames } from '@slipform/kit/captions/field-names';
import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { parseJson } from '@slipform/kit/formats/parse-json';
import { anyOf, defineOptions, listOf, optional, type RowsFor, text } from '@slipform/kit/options/options';
import { naturalOrder } from '@slipform/kit/shards/natural-order';
import type { Float32Encoder, ImageInput } from '../encoders/encoder';
import type { Matrix } from '../probes/features';
import { pictureName } from './picture-name';
import { fileName, readNpy, readParquet } from './read-files';

export interface PrecomputedOptions {
  /**
   * Vectors of pictures: a `.npy` [rows, width], a `.parquet` with a column of names and one of vectors, or a folder of
   * such files, as `slipform-clip embed` fills one.
   */
  readonly images: string;
  /** Vectors of texts, likewise. */
  readonly texts: string;
  /**
   * For `.npy`: whose vector each row is; a list, or a file of a JSON list or of one name a line. Default: the file beside
   * it with `.ids.txt`, `.json` or `.txt` for `.npy`. A picture's name is that of its file.
   */
  readonly imageNames?: string | readonly string[];
  /** For `.npy`: the texts themselves, likewise (a text with a line break needs JSON). */
  readonly textNames?: string | readonly string[];
}

/** Of the names of rows. */
const LARGEST_MEBIBYTES = 400;

const VECTOR_COLUMNS = ['embedding', 'vector', 'embeddings', 'image_embedding', 'text_embedding'];
// `id` is what slipform-clip writes.
const IMAGE_COLUMNS = [...imageNames, 'name', 'id'];
const TEXT_COLUMNS = [...captionNames, 'name', 'id'];

const names = anyOf(fileName, listOf(text(), 'a list of names'));
const table = defineOptions('precomputedEncoder', {
  images: fileName,
  texts: fileName,
  imageNames: optional(names),
  textNames: optional(names),
} satisfies RowsFor<PrecomputedOptions>);

/**
 * An Encoder of embeddings that were computed elsewhere, by any library in any language: it looks vectors up by the
 * name of the picture's file (of bytes: by their SHA-256) and by the text. `inputsOf(benchmark)` says what a benchmark needs, and
 * `slipform-bench inputs` writes it.
 *
 * @throws InputError where a file can't be read, names and rows don't match, a name comes twice with two vectors, or a
 *   number isn't finite; and, later, for a picture or a text that has no vector
 *
 * @example
 * const encoder = await precomputedEncoder({ images: 'images.npy', texts: 'texts.npy' });
 * const result = await evaluate(encoder, benchmark);
 */
export async function precomputedEncoder(options: PrecomputedOptions): Promise<Float32Encoder> {
  const given = table.read(options);
  const images = await readTable(given.images, given.imageNames, IMAGE_COLUMNS, 'imageNames');
  const texts = await readTable(given.texts, given.textNames, TEXT_COLUMNS, 'textNames');
  const byBase = new Map<string, Float32Array | undefined>();
  for (const [name, vector] of images) {
    const base = basename(name);
    // Two folders may hold files of one name: then only the whole name tells them apart.
    byBase.set(base, byBase.has(base) ? undefined : vector);
  }
  return {
    async embedImages(inputs) {
      return inputs.map((input) => {
        const name = nameOf(input);
        const vector = images.get(name) ?? byBase.get(basename(name));
        if (!vector)
          throw new InputError(`precomputedEncoder: ${given.images} has no vector of the picture ${name}.`);
        return vector;
      });
    },
    async embedTexts(inputs) {
      return inputs.map((text) => {
        const vector = texts.get(text);
        if (!vector)
          throw new InputError(
            `precomputedEncoder: ${given.texts} has no vector of the text ${JSON.stringify(text)}.`,
          );
        return vector;
      });
    },
  };
}

function nameOf(input: ImageInput): string {
  const name = pictureName(input);
  if (name !== undefined) return name;
  throw new InputError(
    'precomputedEncoder: vectors are looked up by the name of a file, but a picture came as pixels without a name.',
  );
}

async function readTable(
  file: string,
  names: string | readonly string[] | undefined,
  columns: readonly string[],
  option: string,
): Promise<Map<string, Float32Array>> {
  const table = new Map<string, Float32Array>();
  let width: number | undefined;
  for (const each of filesOf(file, names, option)) {
    const { labels, vectors } = /\.parquet$/i.test(each)
      ? await fromParquet(each, columns)
      : await fromNpy(each, names, option);
    labels.forEach((label, row) => {
      const vector = vectors[row]!;
      const where = `${each}, row ${row + 1}:`;
      const bad = vector.findIndex((value) => !Number.isFinite(value));
      if (bad >= 0) throw new InputError(`${where} holds ${vector[bad]} at place ${bad}.`);
      width ??= vector.length;
      if (vector.length !== width)
        throw new InputError(`${where} has ${vector.length} numbers, and rows before it have ${width}.`);
      const known = table.get(label);
      if (known && !known.every((value, index) => value === vector[index])) {
        throw new InputError(`${where} ${JSON.stringify(label)} comes twice, with two vectors.`);
      }
      table.set(label, vector);
    });
  }
  return table;
}

/** The files of vectors that a name stands for: itself, or those of a folder. */
function filesOf(file: string, names: unknown, option: string): readonly string[] {
  if (!statSync(file, { throwIfNoEntry: false })?.isDirectory()) return [file];
  const found = readdirSync(file).filter((name) => /\.(npy|parquet)$/i.test(name) && !name.startsWith('.'));
  if (found.length === 0)
    throw new InputError(
      `precomputedEncoder: the folder ${file} must hold .npy or .parquet files; it holds no such file.`,
    );
  if (names !== undefined)
    throw new InputError(
      `precomputedEncoder: ${option} names the rows of one file, and ${file} is a folder; put a file of names beside each .npy.`,
    );
  return found.sort(naturalOrder).map((name) => join(file, name));
}

async function fromNpy(file: string, names: string | readonly string[] | undefined, option: string) {
  const matrix = await readNpy(file);
  const labels = typeof names === 'object' ? names : await readNames(names ?? namesBeside(file, option));
  if (labels.length !== matrix.rows) {
    throw new InputError(
      `precomputedEncoder: ${file} has ${matrix.rows} rows for ${labels.length} names (${option}).`,
    );
  }
  return { labels, vectors: rowsOf(matrix) };
}

function rowsOf({ rows, width, values }: Matrix): Float32Array[] {
  return Array.from({ length: rows }, (_, row) =>
    Float32Array.from(values.subarray(row * width, (row + 1) * width)),
  );
}

function namesBeside(file: string, option: string): string {
  const bare = file.replace(/\.npy$/i, '');
  const found = ['.ids.txt', '.json', '.txt'].map((end) => `${bare}${end}`).find((each) => existsSync(each));
  if (found) return found;
  throw new InputError(
    `precomputedEncoder: ${option} must say whose vector each row of ${file} is; there is no ${bare}.ids.txt, ${bare}.txt or .json.`,
  );
}

async function readNames(file: string): Promise<readonly string[]> {
  const text = await readTextFile(file, LARGEST_MEBIBYTES);
  if (!/\.json$/i.test(file)) return text.replace(/\r?\n$/, '').split(/\r?\n/);
  const list = parseJson(text, `precomputedEncoder: ${file}`);
  if (Array.isArray(list) && list.every((name) => typeof name === 'string')) return list;
  throw new InputError(`precomputedEncoder: ${file} must be a JSON list of texts.`);
}

async function fromParquet(file: string, columns: readonly string[]) {
  const rows = await readParquet(file);
  const present = Object.keys(rows[0] ?? {});
  const pick = (wanted: readonly string[], what: string) => {
    const found = wanted.find((column) => present.includes(column));
    if (found) return found;
    throw new InputError(
      `${file} has no column of ${what} (${wanted.join(', ')}); it has ${present.join(', ') || 'none'}.`,
    );
  };
  const [nameColumn, vectorColumn] = [pick(columns, 'names'), pick(VECTOR_COLUMNS, 'vectors')];
  let width: number | undefined;
  const labels: string[] = [];
  const vectors = rows.map((row, index) => {
    const [name, value] = [row[nameColumn], row[vectorColumn]];
    if (typeof name !== 'string')
      throw new InputError(`${file}, row ${index + 1}: ${nameColumn} must be a text.`);
    const vector =
      Array.isArray(value) || ArrayBuffer.isView(value)
        ? Float32Array.from(value as number[], Number)
        : undefined;
    width ??= vector?.length;
    if (!vector || vector.length === 0 || vector.length !== width) {
      refuse(
        `${file}, row ${index + 1}`,
        vectorColumn,
        `must be a list of ${width || 'at least one'} numbers`,
        vector ? vector.length : 'none',
      );
    }
    labels.push(name);
    return vector;
  });
  return { labels, vectors };
}
