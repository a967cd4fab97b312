import { join } from 'node:path';
import { infoNceLoss } from '@slipform/cement-loss';
import {
  adamW,
  type ClipConfig,
  checkpoint,
  createClip,
  createEncoder,
  metricsFile,
  type SavedTokenizer,
  trainClip,
  trainTokenizer,
} from '@slipform/clip';
import type { SetInfo } from '@slipform/icons';
import { noticeOf } from '@slipform/icons';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import { findOrigin } from '../machine/origin';
import type { Origin } from '../machine/result-file';
import { isHeldOutTag } from './held-out-tags';
import { type IconExample, iconBatches } from './icon-batches';
import { ICON_CACHE } from './icon-folders';
import type { IconWorld } from './icon-world';
import { nameExamples } from './name-examples';
import { openIconWorld } from './open-icon-world';
import { iconPreprocessing } from './pictures-of';

/** How a dual encoder for icons is made from random weights, by InfoNCE alone. */
export interface IconPretraining {
  readonly steps: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly warmupSteps: number;
  readonly weightDecay: number;
  /** Gradients are scaled down to this norm. */
  readonly clipNorm: number;
  /** Tokens of the byte-level BPE at most. */
  readonly vocabularySize: number;
  /** Tokens of a caption, with start and end. */
  readonly contextLength: number;
  readonly embeddingSize: number;
  readonly image: Omit<ClipConfig['image'], 'imageSize'>;
  readonly text: Pick<ClipConfig['text'], 'width' | 'layers' | 'heads' | 'activation'>;
}

/** The committed model's; `slipform-lab icons-model` makes it. */
export const ICON_PRETRAINING: IconPretraining = {
  steps: 4000,
  batchSize: 256,
  learningRate: 2e-3,
  warmupSteps: 200,
  weightDecay: 0.1,
  clipNorm: 1,
  vocabularySize: 5000,
  contextLength: 12,
  embeddingSize: 128,
  image: {
    ...{ stem: [24, 64, 128, 192], patchSize: 16 },
    ...{ width: 128, layers: 2, heads: 4, activation: 'gelu_new' },
  },
  text: { width: 128, layers: 2, heads: 4, activation: 'gelu_new' },
};

/** What the commands that make the committed models ask for. */
export interface MakeModelOptions {
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

/** Trains the model of the training artists' icons from random weights, by InfoNCE alone, and saves it. Returns how many steps it has made. */
export async function makeIconModel(options: MakeModelOptions): Promise<number> {
  const { root, out, seed, steps, workers, resume, force, signal, onDrawn, onStep } = options;
  const pretraining: IconPretraining = { ...ICON_PRETRAINING, steps };
  const { corpus, world, skipped } = await openIconWorld({
    ...{ root, sets: 'all', splits: ['train'], cache: ICON_CACHE, signal },
    onProgress: onDrawn,
  });
  const examples = nameExamples(world, { isHeldOut: isHeldOutTag });
  const tokenizer = iconTokenizer(examples, pretraining, seed);
  const { embeddingSize, image, text, batchSize } = pretraining;
  const { vocabularySize, contextLength, startToken, endToken } = tokenizer;
  const model = createClip(
    {
      embeddingSize,
      image: { ...image, imageSize: world.size },
      text: { ...text, vocabularySize, contextLength, startToken, endToken },
    },
    { seed },
  );
  const { learningRate, warmupSteps, weightDecay, clipNorm } = pretraining;
  const optimizer = adamW({ learningRate, warmupSteps, weightDecay, clipNorm });
  const startedAt = Date.now();
  try {
    const result = await trainClip({
      ...{ model, optimizer, steps, workers, resume, overwrite: force, signal },
      data: iconBatches({ world, examples, batchSize, seed, encode: (caption) => tokenizer.encode(caption) }),
      loss: (batch, given) => infoNceLoss(batch, given),
      observe: [
        ({ step, steps: of, loss }) => onStep(step, of, loss),
        metricsFile({ to: join(out, 'metrics.jsonl'), every: 25 }),
        checkpoint({ folder: join(out, 'checkpoints'), every: 250, keep: 2, identity: { seed } }),
      ],
    });
    await createEncoder(model, tokenizer, { preprocessing: iconPreprocessing(world.size) }).save(out, {
      dtype: 'float16',
    });
    const record: TrainingRecord = {
      ...{ seed, workers, pretraining: { ...pretraining, steps: result.steps } },
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
    return result.steps;
  } finally {
    optimizer.dispose();
    model.dispose();
  }
}

/** So often each example's caption is drawn for the tokenizer to count. */
const CAPTIONS_OF_EACH = 4;

/** A byte-level BPE of the captions that training draws. */
function iconTokenizer(
  examples: readonly IconExample[],
  { vocabularySize, contextLength }: IconPretraining,
  seed: number,
): SavedTokenizer {
  const random = createRandom(streamSeed(seed, 'captions of the tokenizer'));
  const captions = examples.flatMap(({ caption }) =>
    typeof caption === 'string'
      ? Array<string>(CAPTIONS_OF_EACH).fill(caption)
      : Array.from({ length: CAPTIONS_OF_EACH }, () => caption(random)),
  );
  return trainTokenizer(captions, { kind: 'bpe', vocabularySize, contextLength });
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
