import { createReadStream, statSync } from 'node:fs';
import { unreadable } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { checkFile } from '@slipform/kit/files/check-file';
import { readTable } from '@slipform/kit/formats/read-table';
import { readValue } from '@slipform/kit/options/options';
import { fileName } from './file-name';

/** As much as an annotation file of JSON may have. */
const maxMebibytes = 400;

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
    checkFile(statSync(file), file, { maxMebibytes, kind: 'annotations' });
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
