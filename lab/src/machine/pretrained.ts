import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClipModel, createEncoder, type SavedTokenizer } from '@slipform/clip';
import { InputError } from '@slipform/kit/errors/input-error';
import { writeFolderOnce } from '@slipform/kit/files/write-folder';
import { streamSeed } from '@slipform/kit/random/hash';
import { prepareDemo } from '../demo/prepare-demo';
import { writePrepared } from '../demo/prepared';
import type { DuoTrainingRecord } from '../duo/make-duo-model';
import { DUO_MODEL, ICON_MODEL } from '../icons/icon-folders';
import { nameExamples } from '../icons/name-examples';
import { trainIconModel } from '../icons/train-icon-model';
import type { IconDataset, IconRunPretraining, Run } from '../run';
import { openTrainingWorld } from '../studies/icon-study';
import type { Part, Phase } from './measured';

/** A model from random weights, and what reads its captions. */
interface Pretrained {
  readonly model: ClipModel;
  readonly tokenizer: SavedTokenizer;
}

/** Where the model that a run starts from is kept; for the demo, all that its runs share. */
export function pretrainedFolder(work: string, { pretraining, dataset, seed, evaluation }: Run): string {
  if (evaluation.asks === 'demo') {
    const key = streamSeed(0, JSON.stringify(evaluation)) >>> 0;
    return join(work, `prepared-${key.toString(16)}`);
  }
  if (typeof pretraining === 'string') return ICON_MODEL;
  // Icons of either pool are pretrained on the same ones.
  const { shows, sets } = dataset;
  const key = streamSeed(0, JSON.stringify([{ shows, sets }, pretraining])) >>> 0;
  return join(work, `pretrained-${key.toString(16)}-seed-${seed}`);
}

/**
 * The model of pictures of two icons that a run starts from.
 *
 * @throws {InputError} if it is one of the results folder and is not there, or was made otherwise
 */
export async function duoModelOf(work: string, { pretraining, seed }: Run): Promise<string> {
  if (typeof pretraining === 'string' || pretraining.of !== 'duo') return DUO_MODEL;
  const folder = join(work, `model-${seed}`);
  const record = join(folder, 'training.json');
  const made: Partial<DuoTrainingRecord> = existsSync(record)
    ? JSON.parse(await readFile(record, 'utf8'))
    : {};
  if (made.seed === seed && made.steps === pretraining.steps) return folder;
  throw new InputError(
    `${folder} must be a model of seed ${seed} and ${pretraining.steps} steps; make it: npm run lab -- duo-model --seed ${seed} --steps ${pretraining.steps} --out ${folder}`,
  );
}

/** Trains the model that a run starts from and keeps it, unless it is there already; returns its folder. */
export async function pretrain(work: string, run: Run, report: (phase: Phase) => void): Promise<string> {
  const folder = pretrainedFolder(work, run);
  if (existsSync(folder)) return folder;
  if (run.evaluation.asks === 'demo') {
    const onProgress = (part: Part) => report({ phase: 'preparing', ...part });
    await writePrepared(folder, await prepareDemo({ ...run.evaluation, onProgress }));
    return folder;
  }
  const { model, tokenizer } = await trainPretrained(work, run, (step) =>
    report({ phase: 'pretraining', done: step }),
  );
  try {
    // Another process may have made the same at the same time; the first one counts.
    await writeFolderOnce(folder, (_, draft) => createEncoder(model, tokenizer).save(draft));
    return folder;
  } finally {
    model.dispose();
  }
}

function trainPretrained(
  work: string,
  { dataset, pretraining, seed }: Run,
  onStep: (step: number) => void,
): Promise<Pretrained> {
  if (typeof pretraining === 'string' || pretraining.of === 'duo') {
    throw new Error('unreachable: a model that is there already');
  }
  return pretrainOnIcons(work, dataset, pretraining, seed, onStep);
}

/** A small dual encoder of icons and their names, trained from random weights with InfoNCE alone. */
async function pretrainOnIcons(
  work: string,
  { sets }: IconDataset,
  pretraining: IconRunPretraining,
  seed: number,
  onStep: (step: number) => void,
): Promise<Pretrained> {
  const world = await openTrainingWorld(work, sets);
  return trainIconModel({
    ...{ world, pretraining, seed },
    examples: nameExamples(world),
    observe: [({ step }) => onStep(step)],
  });
}
