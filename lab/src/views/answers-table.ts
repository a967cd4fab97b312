import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { unreadable } from '@slipform/kit/errors/file-error';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { cosinesOf, type DemoAnswers, type DemoQuestions, pairAnswer } from '../demo/demo-answers';

/** A file of answers. */
export interface Kept {
  readonly questions: DemoQuestions;
  readonly answers: readonly (DemoAnswers & { readonly model: string; readonly seed: number })[];
}

/**
 * Every answer of an experiment as a table: the question, the four cosines (`s12`: of the first picture with the second caption), and what is
 * right of it. JSON lines, or Parquet where `file` ends in .parquet.
 *
 * @param folder of the results, where `NAME.answers.json.gz` lies
 * @throws {InputError} if there are no answers yet
 */
export async function answersTable(
  experiment: string,
  folder: string,
  file: string,
): Promise<string | Uint8Array> {
  const rows = rowsOf(experiment, await readKept(join(folder, `${experiment}.answers.json.gz`)));
  if (!/\.parquet$/i.test(file)) return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const columns = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
  return new Uint8Array(
    parquetWriteBuffer({ columnData: columns.map((name) => ({ name, data: rows.map((row) => row[name]) })) }),
  );
}

/** @throws {InputError} if there is none yet */
export async function readKept(file: string): Promise<Kept> {
  try {
    return JSON.parse((await promisify(gunzip)(await readFile(file))).toString());
  } catch (error) {
    throw unreadable(file, error);
  }
}

function rowsOf(experiment: string, { questions: { pairs }, answers }: Kept) {
  return answers.flatMap((own) =>
    pairs.map(({ id, kind, pictures, captions, words, artist, isSeen }, at) => {
      const [s11, s12, s21, s22] = cosinesOf(own, at);
      return {
        ...{ experiment, model: own.model, seed: own.seed, id, kind },
        ...{ picture1: pictures[0], picture2: pictures[1], caption1: captions[0], caption2: captions[1] },
        ...{ artist, words: words.join(' '), isSeen, s11, s12, s21, s22 },
        ...pairAnswer(own, at),
      };
    }),
  );
}
