import { join } from 'node:path';
import { checkpoint, createEncoder, metricsFile } from '@slipform/clip';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { findOrigin } from '../machine/origin';
import { isHeldOutTag } from './held-out-tags';
import { ICON_CACHE } from './icon-folders';
import { ICON_PRETRAINING, type IconPretraining } from './icon-pretraining';
import { modelNotice } from './model-notice';
import { nameExamples } from './name-examples';
import { openIconWorld } from './open-icon-world';
import { iconPreprocessing } from './pictures-of';
import { trainIconModel } from './train-icon-model';
import { type TrainingRecord, trainingSets } from './training-record';

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
