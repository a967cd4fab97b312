import { existsSync } from 'node:fs';
import { InputError } from '@slipform/kit/errors/input-error';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { parseJson } from '@slipform/kit/formats/parse-json';
import { readNpy } from '../files/read-npy';
import { readParquet } from '../files/read-parquet';

/** Of labels beside embeddings. */
const LARGEST_MEBIBYTES = 400;

/** Embeddings with what each row is: one class, or a 0 or 1 for each label. */
export interface LabelledFile {
  readonly features: ArrayLike<number>[];
  readonly labels: readonly (string | readonly number[])[];
}

/**
 * Rows of a Parquet file with columns `embedding` and `label`, or of a `.npy` with `.labels.txt` (a class a line) or
 * `.labels.json` (a list of classes, or of lists of 0 and 1) in place of `.npy` beside it.
 */
export async function readLabelled(file: string): Promise<LabelledFile> {
  if (/\.parquet$/i.test(file)) {
    const rows = await readParquet(file);
    return {
      features: rows.map((row, index) => {
        if (Array.isArray(row.embedding)) return Float32Array.from(row.embedding, Number);
        throw new InputError(`${file}, row ${index}: embedding must be a list of numbers.`);
      }),
      labels: rows.map((row, index) => labelOf(row.label, `${file}, row ${index}: label`)),
    };
  }
  const { rows, width, values } = await readNpy(file);
  const bare = file.replace(/\.npy$/i, '.labels');
  const beside = [`${bare}.json`, `${bare}.txt`].find((each) => existsSync(each));
  if (!beside) throw new InputError(`${file} has no labels: there is no ${bare}.txt or .json.`);
  const labels = parseLabels(await readTextFile(beside, LARGEST_MEBIBYTES), beside);
  if (labels.length !== rows)
    throw new InputError(`${file} has ${rows} rows for ${labels.length} labels of ${beside}.`);
  return {
    features: Array.from({ length: rows }, (_, row) => values.subarray(row * width, (row + 1) * width)),
    labels,
  };
}

function parseLabels(text: string, file: string): (string | readonly number[])[] {
  if (file.endsWith('.txt')) return text.replace(/\r?\n$/, '').split(/\r?\n/);
  const list = parseJson(text, file);
  if (!Array.isArray(list)) throw new InputError(`${file} must hold a JSON list of labels.`);
  return list.map((label, index) => labelOf(label, `${file}, row ${index}: the label`));
}

function labelOf(label: unknown, place: string): string | number[] {
  if (typeof label === 'string' || typeof label === 'number' || typeof label === 'bigint')
    return String(label);
  const list = Array.isArray(label) ? label.map(Number) : [];
  if (list.length > 0 && list.every((value) => value === 0 || value === 1)) return list;
  throw new InputError(`${place} must be a class, or a list of 0 and 1.`);
}
