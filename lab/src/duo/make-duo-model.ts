import { join } from 'node:path';
import { infoNceLoss } from '@slipform/cement-loss';
import { adamW, checkpoint, createEncoder, metricsFile, trainClip } from '@slipform/clip';
import { DUO_PADDING, mainDrawings, splitOf } from '@slipform/icons';
import { drawIcons, openCorpus } from '@slipform/icons/files';
import { ICON_CACHE, ICON_MODEL } from '../icons/icon-folders';
import { iconWorld } from '../icons/icon-world';
import { iconPreprocessing } from '../icons/pictures-of';
import { duoBatches } from './duo-batches';
import { DUO_SIZE, duoTowers } from './duo-towers';

export interface MakeDuoModelOptions {
  /** Folder with the corpus in its node_modules. */
  readonly root: string;
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

/** Trains the model for pictures of two icons, from that of single icons, with InfoNCE alone, and saves it. */
export async function makeDuoModel(options: MakeDuoModelOptions): Promise<number> {
  const { root, out, seed, steps, workers, resume, force, signal, onDrawn, onStep } = options;
  const corpus = await openCorpus({ root, sets: DUO_SETS, signal });
  const icons = mainDrawings(corpus.icons.filter((icon) => splitOf(icon) === 'train' && icon.caption !== ''));
  const drawings = await drawIcons(icons, {
    ...{ size: DUO_SIZE / 2, padding: DUO_PADDING, cache: ICON_CACHE, signal },
    onProgress: ({ done, total }) => onDrawn(done, total),
  });
  const world = iconWorld(icons, drawings);
  const { model, tokenizer } = await duoTowers(ICON_MODEL, seed);
  const { batchSize, ...rates } = DUO_TRAINING;
  const optimizer = adamW(rates);
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
    return result.steps;
  } finally {
    optimizer.dispose();
    model.dispose();
  }
}
