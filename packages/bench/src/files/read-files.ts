import { createReadStream, statSync } from 'node:fs';
import { unreadable } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { checkFile } from '@slipform/kit/files/check-file';
import { readWholeFile } from '@slipform/kit/files/read-whole-file';
import { parseNpy } from '@slipform/kit/formats/npy';
import { openBytes } from '@slipform/kit/formats/parquet/open-bytes';
import { parquetRows } from '@slipform/kit/formats/parquet-rows';
import { readTable } from '@slipform/kit/formats/read-table';
import { readValue, text } from '@slipform/kit/options/options';
import type { Matrix } from '../probes/features';

/**
 * All rows of a Parquet file as objects, as benchmarks on Hugging Face's hub are stored; columns of bytes (pictures)
 * come as Uint8Arrays. Any of the loaders takes the rows in place of a file.
 *
 * @throws InputError where it is no Parquet that can be read
 * @example
 * const benchmark = winoground(await readParquet('test-00000-of-00001.parquet'));
 */
export async function readParquet(file: string): Promise<Record<string, unknown>[]> {
  readValue(fileName, file, 'readParquet', 'file');
  const rows: Record<string, unknown>[] = [];
  for await (const batch of parquetRows(() => openBytes(file), {
    name: file,
    utf8: false,
    keepsRows: true,
  })) {
    for (const { value } of batch) rows.push(value);
  }
  return rows;
}

export const fileName = text('the name of a file');

/** As much as an annotation file of JSON may have. */
const MAX_CSV_MEBIBYTES = 400;

/**
 * All rows of a CSV or TSV file as objects of texts by column, as NegBench and CREPE are published. By its name: what ends
 * with `.tsv` has tabs.
 *
 * @throws InputError where it can't be read, or a row has more or fewer cells than the header
 * @example
 * const rows = await readCsv('COCO_val_mcq_llama3.1_rephrased.csv');
 */
export async function readCsv(file: string): Promise<Record<string, string>[]> {
  readValue(fileName, file, 'readCsv', 'file');
  const rows: Record<string, string>[] = [];
  let columns: readonly string[] = [];
  try {
    checkFile(statSync(file), file, { maxMebibytes: MAX_CSV_MEBIBYTES, kind: 'annotations' });
    const onHeader = ({ names }: { readonly names: readonly string[] }) => {
      columns = names.filter((name) => name !== '');
    };
    const delimiter = /\.tsv$/i.test(file) ? '\t' : ',';
    for await (const batch of readTable(createReadStream(file), { delimiter, name: file, onHeader })) {
      for (const row of batch) {
        if ('problem' in row) throw new InputError(`${file}, ${row.place} ${row.problem}.`);
        const { value } = row;
        rows.push(Object.fromEntries(columns.map((column) => [column, String(value(column) ?? '')])));
      }
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  return rows;
}

/** Larger files than this are no embeddings of a benchmark; and a Buffer holds no more. */
const MAX_NPY_MEBIBYTES = 4095;

/**
 * A matrix from NumPy's `.npy`, versions 1 to 3: float16, float32 or float64 of either byte order, two dimensions, row
 * after row. Source: numpy.lib.format.
 *
 * @throws InputError for any other content, or a file whose size is not what its header says
 *
 * @example
 * const embeddings = await readNpy('embeddings.npy');
 */
export async function readNpy(file: string): Promise<Matrix> {
  readValue(fileName, file, 'readNpy', 'file');
  return parseNpy(await readWholeFile(file, { maxMebibytes: MAX_NPY_MEBIBYTES }), file);
}
