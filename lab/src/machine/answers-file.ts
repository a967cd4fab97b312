import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import type { Run } from '../run';
import type { Measured } from './measured';

/** What a run keeps beside its rows: results, and the answers to single questions. */
export type Answers = Pick<Measured, 'results' | 'answers'>;

/** A run's name in file names. */
function answersName({ experiment, variant, seed }: Pick<Run, 'experiment' | 'variant' | 'seed'>): string {
  return `${experiment}-${variant}-seed-${seed}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

function fileOf(folder: string, run: Run): string {
  return join(folder, 'answers', `${answersName(run)}.json.gz`);
}

/** Writes what a run keeps, before its rows say that it is done. */
export async function writeAnswers(folder: string, run: Run, { results, answers }: Measured): Promise<void> {
  const file = fileOf(folder, run);
  await mkdir(dirname(file), { recursive: true });
  const kept: Answers = { results, ...(answers && { answers }) };
  await writeFileWhole(file, await promisify(gzip)(JSON.stringify(kept)));
}

export async function readAnswers(folder: string, run: Run): Promise<Answers | undefined> {
  const file = fileOf(folder, run);
  if (!existsSync(file)) return undefined;
  return JSON.parse((await promisify(gunzip)(await readFile(file))).toString());
}
