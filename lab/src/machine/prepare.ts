import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { streamSeed } from '@slipform/kit/random/hash';
import { PAIR_MODEL } from '../pairs/folders';
import type { PairTrainingRecord } from '../pairs/make-pair-model';
import { preparePairs } from '../pairs/prepare-pairs';
import { writePrepared } from '../pairs/prepared';
import type { Run } from '../run';
import type { Part, Phase } from './measured';

/** Where all that runs of one evaluation share is kept: pictures, captions and questions. */
export function preparedFolder(work: string, { evaluation }: Run): string {
  const key = streamSeed(0, JSON.stringify(evaluation)) >>> 0;
  return join(work, `prepared-${key.toString(16)}`);
}

/** Makes that folder unless it is there already; returns its path. */
export async function prepare(work: string, run: Run, report: (phase: Phase) => void): Promise<string> {
  const folder = preparedFolder(work, run);
  if (existsSync(folder)) return folder;
  const onProgress = (part: Part) => report({ phase: 'preparing', ...part });
  await writePrepared(folder, await preparePairs({ evaluation: run.evaluation, onProgress }));
  return folder;
}

/**
 * The model that a run starts from.
 *
 * @throws {InputError} if it is one of the results folder and is not there, or was made otherwise
 */
export async function modelOf(work: string, { pretraining, start, seed }: Run): Promise<string> {
  if (start) return start.folder;
  if (typeof pretraining === 'string') return PAIR_MODEL;
  const folder = join(work, `model-${seed}`);
  const record = join(folder, 'training.json');
  const made: Partial<PairTrainingRecord> = existsSync(record)
    ? JSON.parse(await readFile(record, 'utf8'))
    : {};
  if (made.seed === seed && made.steps === pretraining.steps) return folder;
  throw new InputError(
    `${folder} must be a model of seed ${seed} and ${pretraining.steps} steps; make it: npm run lab -- pair-model --seed ${seed} --steps ${pretraining.steps} --out ${folder}`,
  );
}
