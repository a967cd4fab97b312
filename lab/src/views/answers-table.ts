import { parquetWriteBuffer } from 'hyparquet-writer';
import { cosinesOf, pairAnswer } from '../pairs/answers';
import { type Kept, readKept } from './demo-judged';

/** What a file of `--answers` holds, and how many: `43,744 answers`. */
export interface AnswersFile {
  readonly holds: string;
  readonly content: string | Uint8Array;
}

/**
 * Every answer of an experiment as a table: the question, the four cosines (`s12`: of the first picture with the second caption), and what is
 * right of it. JSON lines, or Parquet where `file` ends in .parquet.
 *
 * @param folder of the results, where `NAME.answers.json.gz` lies
 * @throws {InputError} if there are no answers yet
 */
export async function answersTable(experiment: string, folder: string, file: string): Promise<AnswersFile> {
  const rows = rowsOf(experiment, await readKept(experiment, folder));
  const holds = `${rows.length.toLocaleString('en')} answers`;
  if (!/\.parquet$/i.test(file))
    return { holds, content: rows.map((row) => `${JSON.stringify(row)}\n`).join('') };
  const columns = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
  const columnData = columns.map((name) => ({ name, data: rows.map((row) => row[name]) }));
  return { holds, content: new Uint8Array(parquetWriteBuffer({ columnData })) };
}

function rowsOf(experiment: string, { questions: { pairs }, answers }: Kept) {
  return answers.flatMap((own) =>
    pairs.map(({ id, kind, pictures, captions, words, artist, isSeen, isCopy }, at) => {
      const [s11, s12, s21, s22] = cosinesOf(own, at);
      return {
        ...{ experiment, model: own.model, seed: own.seed, id, kind },
        ...{ picture1: pictures[0], picture2: pictures[1], caption1: captions[0], caption2: captions[1] },
        ...{ artist, words: words.join(' '), isSeen, isCopy, s11, s12, s21, s22 },
        ...pairAnswer(own, at),
      };
    }),
  );
}
