import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { infoNceLoss } from '@slipform/cement-loss';
import { adamW, checkpoint, createEncoder, metricsFile, trainClip } from '@slipform/clip';
import { DUO_PADDING, mainDrawings, type SetInfo, splitOf } from '@slipform/icons';
import { drawIcons, openCorpus } from '@slipform/icons/files';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { ICON_CACHE } from '../icons/icon-folders';
import { type IconWorld, iconWorld } from '../icons/icon-world';
import { iconPreprocessing } from '../icons/pictures-of';
import { findOrigin } from '../machine/origin';
import type { Origin } from '../machine/result-file';
import { duoBatches } from './duo-batches';
import { DUO_SIZE, duoTowers } from './duo-towers';

/** Large sets of training artists that name objects with signs; what is not installed is an error. */
const DUO_SETS =
  'lucide,tabler,ri,mdi,fluent,hugeicons,ph,solar,material-symbols,boxicons,ion,fa6-solid,keyline-icons,reicon,griddy-icons,line-md,heroicons,basil,iconamoon,ooui,proicons,fluent-mdl2,ant-design,iconmind'.split(
    ',',
  );

const DUO_TRAINING = {
  batchSize: 128,
  learningRate: 1e-3,
  warmupSteps: 50,
  weightDecay: 0.1,
  clipNorm: 1,
} as const;

export interface MakeDuoModelOptions {
  /** Folder of the model of single icons that training begins with. */
  readonly from: string;
  /** Folder with the corpus in its node_modules. */
  readonly root: string;
  /** Where model, record, notice and checkpoints go. */
  readonly out: string;
  readonly seed: number;
  readonly steps: number;
  readonly workers: number;
  readonly resume: boolean;
  readonly force: boolean;
  readonly signal: AbortSignal;
  readonly onDrawn: (done: number, total: number) => void;
  readonly onStep: (step: number, steps: number, loss: number) => void;
}

/** A set that a model was trained on. */
interface TrainingSet {
  readonly set: string;
  readonly title: string;
  readonly artist: string;
  readonly family: string;
  readonly licence: string;
  /** Drawings of it. */
  readonly icons: number;
}

/** What a model of two icons was made of: `training.json` beside it. */
export interface DuoTrainingRecord {
  /** Of the model that training began with. */
  readonly from: string;
  readonly seed: number;
  readonly workers: number;
  readonly steps: number;
  readonly training: typeof DUO_TRAINING;
  readonly parameters: number;
  /** Drawings, of which each picture has two. */
  readonly icons: number;
  readonly versions: Readonly<Record<string, string>>;
  /** Of the training; of a run that went on, its last part. */
  readonly seconds: number;
  readonly origin: Origin;
  readonly sets: readonly TrainingSet[];
}

/**
 * Trains the model for pictures of two icons, from that of single icons, with InfoNCE alone, and saves it with its record, and
 * with the notice of the model that it began with, which names these artists too.
 */
export async function makeDuoModel(options: MakeDuoModelOptions): Promise<number> {
  const { from, root, out, seed, steps, workers, resume, force, signal, onDrawn, onStep } = options;
  const corpus = await openCorpus({ root, sets: DUO_SETS, signal });
  const icons = mainDrawings(corpus.icons.filter((icon) => splitOf(icon) === 'train' && icon.caption !== ''));
  const drawings = await drawIcons(icons, {
    ...{ size: DUO_SIZE / 2, padding: DUO_PADDING, cache: ICON_CACHE, signal },
    onProgress: ({ done, total }) => onDrawn(done, total),
  });
  const world = iconWorld(icons, drawings);
  const { model, tokenizer } = await duoTowers(from, seed);
  const { batchSize, ...rates } = DUO_TRAINING;
  const optimizer = adamW(rates);
  const startedAt = Date.now();
  try {
    const result = await trainClip({
      ...{ model, optimizer, steps, workers, resume, overwrite: force, signal },
      data: duoBatches({ world, batchSize, seed, encode: (text) => tokenizer.encode(text) }),
      loss: (batch, given) => infoNceLoss(batch, given),
      observe: [
        ({ step, steps: of, loss }) => onStep(step, of, loss),
        metricsFile({ to: join(out, 'metrics.jsonl'), every: 25 }),
        checkpoint({ folder: join(out, 'checkpoints'), every: 100, keep: 2, identity: { seed } }),
      ],
    });
    await createEncoder(model, tokenizer, { preprocessing: iconPreprocessing(DUO_SIZE) }).save(out, {
      dtype: 'float16',
    });
    const record: DuoTrainingRecord = {
      ...{ from, seed, workers, steps: result.steps, training: DUO_TRAINING },
      ...{ parameters: model.parameterCount, icons: world.icons.length, versions: corpus.versions },
      seconds: Math.round((Date.now() - startedAt) / 1000),
      origin: await findOrigin(),
      sets: trainingSets(corpus.sets, world),
    };
    await writeFileWhole(join(out, 'training.json'), `${JSON.stringify(record, null, 1)}\n`);
    await copyFile(join(from, 'NOTICE'), join(out, 'NOTICE'));
    return result.steps;
  } finally {
    optimizer.dispose();
    model.dispose();
  }
}

/** The sets whose drawings a world holds, in the order of the corpus. */
function trainingSets(sets: readonly SetInfo[], { icons }: IconWorld): TrainingSet[] {
  const counts = new Map<string, number>();
  for (const { set } of icons) counts.set(set, (counts.get(set) ?? 0) + 1);
  return sets.flatMap(({ set, title, artist, family, licence }) => {
    const count = counts.get(set);
    return count === undefined ? [] : [{ set, title, artist, family, licence, icons: count }];
  });
}
