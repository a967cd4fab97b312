import { join } from 'node:path';
import { checkpoint, createEncoder, metricsFile } from '@slipform/clip';
import type { SetInfo } from '@slipform/icons';
import { noticeOf } from '@slipform/icons';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { findOrigin } from '../machine/origin';
import type { Origin } from '../machine/result-file';
import { isHeldOutTag } from './held-out-tags';
import { ICON_CACHE } from './icon-folders';
import { ICON_PRETRAINING, type IconPretraining } from './icon-pretraining';
import type { IconWorld } from './icon-world';
import { nameExamples } from './name-examples';
import { openIconWorld } from './open-icon-world';
import { iconPreprocessing } from './pictures-of';
import { trainIconModel } from './train-icon-model';

export interface MakeIconModelOptions {
  /** Folder with the corpus in its node_modules. */
  readonly root: string;
  /** Where model, record, notice and checkpoints go. */
  readonly out: string;
  readonly seed: number;
  readonly steps?: number;
  readonly workers: number;
  readonly resume: boolean;
  readonly force: boolean;
  readonly signal: AbortSignal;
  readonly onDrawn: (done: number, total: number) => void;
  readonly onStep: (step: number, steps: number, loss: number) => void;
}

/** Trains the model of the training artists' icons and saves it. Returns how many steps it has made of how many. */
export async function makeIconModel(
  options: MakeIconModelOptions,
): Promise<{ readonly steps: number; readonly of: number }> {
  const { root, out, seed, workers, resume, force, signal, onDrawn, onStep } = options;
  const pretraining: IconPretraining = {
    ...ICON_PRETRAINING,
    ...(options.steps === undefined ? {} : { steps: options.steps }),
  };
  const { corpus, world, skipped } = await openIconWorld({
    ...{ root, sets: 'all', splits: ['train'], cache: ICON_CACHE, signal },
    onProgress: onDrawn,
  });
  const examples = nameExamples(world, { isHeldOut: isHeldOutTag });
  const startedAt = Date.now();
  const trained = await trainIconModel({
    ...{ world, examples, pretraining, seed, workers, resume, signal },
    observe: [
      ({ step, steps, loss }) => onStep(step, steps, loss),
      metricsFile({ to: join(out, 'metrics.jsonl'), every: 25 }),
      checkpoint({ folder: join(out, 'checkpoints'), every: 250, keep: 2, identity: { seed } }),
    ],
    overwrite: force,
  });
  const { model, tokenizer, steps } = trained;
  try {
    const encoder = createEncoder(model, tokenizer, { preprocessing: iconPreprocessing(world.size) });
    await encoder.save(out, { dtype: 'float16' });
    const record: TrainingRecord = {
      ...{ seed, workers, pretraining: { ...pretraining, steps } },
      parameters: model.parameterCount,
      icons: world.icons.length,
      examples: examples.length,
      skipped: skipped.length,
      versions: corpus.versions,
      seconds: Math.round((Date.now() - startedAt) / 1000),
      origin: await findOrigin(),
      sets: trainingSets(corpus.sets, world),
    };
    await writeFileWhole(join(out, 'training.json'), `${JSON.stringify(record, null, 1)}\n`);
    await writeFileWhole(join(out, 'NOTICE'), modelNotice(corpus.sets, record.sets, corpus.versions));
    return { steps, of: pretraining.steps };
  } finally {
    model.dispose();
  }
}

/**
 * What has to go with a model that was trained on icons: the artists of its sets, and whose words were its captions.
 *
 * @param versions of the packages that sets and tags were read from
 */
function modelNotice(
  sets: readonly SetInfo[],
  trained: readonly { readonly set: string }[],
  versions: Readonly<Record<string, string>>,
): string {
  const names = new Set(trained.map(({ set }) => set));
  const packages = Object.entries(versions)
    .map(([name, version]) => `  ${name} ${version}`)
    .sort();
  return `This model learned from the icons below, from their names, and from words that people gave them. It holds no drawing.

Packages that icons, names and tags were read from:
${packages.join('\n')}

${noticeOf(sets.filter(({ set }) => names.has(set)))}`;
}

/** A set that a model was trained on. */
export interface TrainingSet {
  readonly set: string;
  readonly title: string;
  readonly artist: string;
  readonly family: string;
  readonly licence: string;
  /** Drawings of it. */
  readonly icons: number;
}

/** What a model was made of: `training.json` beside it. */
export interface TrainingRecord {
  readonly seed: number;
  readonly workers: number;
  readonly pretraining: IconPretraining;
  /** Trained numbers. */
  readonly parameters: number;
  /** Drawings, and drawings of one set and name taken as one. */
  readonly icons: number;
  readonly examples: number;
  /** Icons that could not be drawn. */
  readonly skipped: number;
  /** Of the packages that icons and tags were read from. */
  readonly versions: Readonly<Record<string, string>>;
  /** Of the training, drawing left out; of a run that went on, its last part. */
  readonly seconds: number;
  readonly origin: Origin;
  readonly sets: readonly TrainingSet[];
}

/** The sets whose drawings a world holds, in the order of the corpus. */
export function trainingSets(sets: readonly SetInfo[], { icons }: IconWorld): TrainingSet[] {
  const counts = new Map<string, number>();
  for (const { set } of icons) counts.set(set, (counts.get(set) ?? 0) + 1);
  return sets.flatMap(({ set, title, artist, family, licence }) => {
    const count = counts.get(set);
    return count === undefined ? [] : [{ set, title, artist, family, licence, icons: count }];
  });
}
