import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/input-error';
import { readLineBatches } from '@slipform/kit/read-lines';
import { openInput } from '../files/open-input';
import type { Member } from './group-sites';
import type { HashFiles } from './hash-files';
import { type Table, tableShapes, tableTexts } from './hash-tables';
import { type JoinedHashes, joinedOf, joinPictures, type MembersOf } from './join-hashes';
import { LineReader } from './line-file';
import { memberOfLine } from './member-text';
import { addressOf } from './row-text';
import { RowSorter } from './sorted-rows';
import { meetingsOf } from './word-counts';

/** Rows that are held before they are written as a run. */
const held = 1_000_000;

/**
 * The second step as an engine has done it: a folder with
 *
 * - `partners/000003.tsv`, the sorted rows of `pairs --group` of each shard, an empty file where it has none
 * - `words.tsv`, or files in `words/`: the hashes of `words.tsv` of all shards with the sums of their counts, in any order
 * - `images.tsv`, or files in `images/`: the rows of `images.tsv` whose key comes more than once, in any order
 *
 * @param work a folder for files of its own
 * @throws {InputError} if a file is missing, or a line is no such row
 */
export async function openGrouped(
  shards: readonly HashFiles[],
  folder: string,
  work: string,
): Promise<JoinedHashes> {
  const images = await readTable('images', folder, work);
  const sums = await readTable('words', folder, work);
  const { pictures, words } = joinPictures(shards, work, images.rows());
  sums.spill();
  const meetings = meetingsOf([...sums.runs, ...words]);
  const readMembers = (): MembersOf => (shard) => membersIn(partnersFileOf(folder, shard), shard);
  return joinedOf(shards, readMembers, pictures, meetings);
}

/** The file of the partners of a shard's captions, by the shard's number. */
export function partnersFileOf(folder: string, shard: number): string {
  return join(folder, 'partners', `${String(shard).padStart(6, '0')}.tsv`);
}

function* membersIn(file: string, shard: number): Generator<Member> {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) {
    throw new InputError(
      `${file} is missing: it holds the rows of pairs --group of shard ${shard}, and is empty where it has none.`,
    );
  }
  const reader = new LineReader(file);
  let last = '';
  try {
    for (const { line } of reader.lines(size)) {
      const member = memberOfLine(line, file);
      if (line <= last || member.address < addressOf(shard, 0) || member.address >= addressOf(shard + 1, 0)) {
        throw new InputError(
          `${file} must hold the rows of shard ${shard} sorted by their bytes, each once; sort them with LC_ALL=C.`,
        );
      }
      last = line;
      yield member;
    }
  } finally {
    reader.close();
  }
}

/** The rows of a table that an engine wrote, in one file or in several. */
async function readTable(table: Table, folder: string, work: string): Promise<RowSorter> {
  const text = tableTexts[table];
  const sorter = new RowSorter(work, `grouped-${table}`, tableShapes[table], held);
  const row = new Uint32Array(text.width);
  for (const file of filesOf(table, folder)) {
    for await (const lines of readLineBatches(openInput(file).stream, { name: file })) {
      for (const { text: line, number } of lines) {
        if (!text.read(Buffer.from(`${line}\n`), 0, row)) {
          throw new InputError(
            `${file} line ${number} is no row of ${table}; write rows as the hashes of a shard hold them.`,
          );
        }
        sorter.add(...row);
      }
    }
  }
  return sorter;
}

/** Engines write files beside theirs that begin with a point or a low line. */
function filesOf(table: Table, folder: string): readonly string[] {
  const one = join(folder, `${table}.tsv`);
  if (existsSync(one)) return [one];
  const many = join(folder, table);
  if (existsSync(many)) {
    return readdirSync(many)
      .filter((name) => !/^[._]/.test(name))
      .sort()
      .map((name) => join(many, name));
  }
  throw new InputError(`${folder} has neither ${table}.tsv nor a folder ${table}; group the hashes first.`);
}
