import { join } from 'node:path';
import { infoNceLoss } from '@slipform/cement-loss';
import {
  adamW,
  checkpoint,
  createClip,
  createEncoder,
  loadEncoder,
  metricsFile,
  type PositionedData,
  trainClip,
  trainTokenizer,
  type WordTokenizer,
} from '@slipform/clip';
import { freeWording, noticeOf, pairCaptions, type SetInfo } from '@slipform/icons';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { hashNumbers, streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import { findOrigin } from '../machine/origin';
import type { Origin } from '../machine/result-file';
import { pairPreprocessing, picturesOf } from './pictures';
import { groupsOf, shiftsOf } from './shown-batches';
import { joined, openThings, PAIR_SIZE, type Things } from './things';

/** Tokens of the longest wording, with start and end. */
const CONTEXT = 24;

const CONFIG = {
  embeddingSize: 128,
  image: {
    imageSize: PAIR_SIZE,
    patchSize: 16,
    width: 128,
    mlpWidth: 512,
    layers: 2,
    heads: 4,
    stem: [24, 64, 128, 192],
  },
  text: { contextLength: CONTEXT, width: 128, mlpWidth: 512, layers: 2, heads: 4 },
} as const;

/**
 * Colours of a batch: all ten at first, by which colours and places are learned. They would tell most captions of a batch apart, so
 * that things would never be learned; of three colours they don't.
 */
const coloursOf = (step: number) => (step < 200 ? 10 : 3);

const TRAINING = {
  batchSize: 128,
  learningRate: 1e-3,
  warmupSteps: 50,
  weightDecay: 0.1,
  clipNorm: 1,
} as const;

export interface MakePairModelOptions {
  /** Folder of a model that training begins with. Default: random weights. */
  readonly from?: string | undefined;
  /** Folder with all sets in its node_modules. */
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

/** What a model of colour pairs was made of: `training.json` beside it. */
interface PairTrainingRecord {
  readonly seed: number;
  readonly workers: number;
  readonly steps: number;
  readonly training: typeof TRAINING;
  readonly parameters: number;
  /** Drawings, of which each picture has two. */
  readonly icons: number;
  readonly versions: Readonly<Record<string, string>>;
  /** Of the training; of a run that went on, its last part. */
  readonly seconds: number;
  readonly origin: Origin;
  readonly sets: readonly (Pick<SetInfo, 'set' | 'title' | 'artist' | 'family' | 'licence'> & {
    /** Drawings of it. */
    readonly icons: number;
  })[];
}

/** Trains a model of colour pairs, with InfoNCE alone, on all sets of training artists, and saves it. */
export async function makePairModel(options: MakePairModelOptions): Promise<number> {
  const { from, root, out, seed, steps, workers, resume, force, signal, onDrawn, onStep } = options;
  const things = await openThings({ root, sets: 'all', split: 'train', signal, onDrawn });
  const { model, tokenizer } = from === undefined ? newTowers(things, seed) : await loadEncoder(from);
  const { batchSize, ...rates } = TRAINING;
  const optimizer = adamW(rates);
  const startedAt = Date.now();
  try {
    const result = await trainClip({
      ...{ model, optimizer, steps, workers, resume, overwrite: force, signal },
      data: pairBatches(things, { batchSize, seed, encode: (text) => tokenizer.encode(text) }),
      loss: (batch, given) => infoNceLoss(batch, given),
      observe: [
        ({ step, steps: of, loss }) => onStep(step, of, loss),
        metricsFile({ to: join(out, 'metrics.jsonl'), every: 25 }),
        checkpoint({ folder: join(out, 'checkpoints'), every: 100, keep: 2, identity: { seed } }),
      ],
    });
    await createEncoder(model, tokenizer, { preprocessing: pairPreprocessing(PAIR_SIZE) }).save(out, {
      dtype: 'float16',
    });
    const record: PairTrainingRecord = {
      ...{ seed, workers, steps: result.steps, training: TRAINING },
      ...{ parameters: model.parameterCount, icons: things.icons.length, versions: things.versions },
      seconds: Math.round((Date.now() - startedAt) / 1000),
      origin: await findOrigin(),
      sets: things.sets.map(({ set, title, artist, family, licence }) => {
        const icons = things.icons.filter((icon) => icon.set === set).length;
        return { set, title, artist, family, licence, icons };
      }),
    };
    await writeFileWhole(join(out, 'NOTICE'), noticeOf(things.sets));
    await writeFileWhole(join(out, 'training.json'), `${JSON.stringify(record, null, 1)}\n`);
    return result.steps;
  } finally {
    optimizer.dispose();
    model.dispose();
  }
}

function newTowers(things: Things, seed: number) {
  const tokenizer = pairTokenizer(things);
  const { vocabularySize, startToken, endToken } = tokenizer;
  const text = { ...CONFIG.text, vocabularySize, startToken, endToken };
  return { model: createClip({ ...CONFIG, text }, { seed }), tokenizer };
}

/** Every word that a caption or a free wording of these things may have. */
function pairTokenizer({ icons }: Things): WordTokenizer {
  const captions = pairCaptions(icons, { count: 20_000, seed: 0 });
  const wordings = captions.map((pair, at) => freeWording(pair, at, 'training'));
  return trainTokenizer([...captions.map(({ caption }) => caption), ...wordings], { contextLength: CONTEXT });
}

interface PairBatchesOptions {
  readonly batchSize: number;
  readonly seed: number;
  readonly encode: (text: string) => number[];
}

/**
 * Endless batches of pairs that are drawn afresh: a set in proportion to the root of its things, two of them, two colours of a few. One
 * caption in four is a free wording. A batch follows from seed and step alone.
 */
function pairBatches(
  things: Pick<Things, 'icons' | 'draw'>,
  { batchSize, seed, encode }: PairBatchesOptions,
): PositionedData {
  return {
    *batchesFrom(first) {
      for (let step = first; ; step++) {
        const drawn = hashNumbers([streamSeed(seed, 'colour pairs'), step]);
        const pairs = pairCaptions(things.icons, { count: batchSize, seed: drawn, colours: coloursOf(step) });
        const texts = pairs.map((pair, at) =>
          at % 4 === 3 ? freeWording(pair, hashNumbers([drawn, at]) >>> 0, 'training') : pair.caption,
        );
        const pictures = {
          size: PAIR_SIZE,
          rgb: joined(pairs.map((pair) => things.draw(pair.set, pair, pair.place)!)),
        };
        yield {
          images: picturesOf(pictures, [...pairs.keys()], shiftsOf(pairs.length, 2, createRandom(drawn))),
          tokens: texts.map(encode),
          groups: groupsOf(texts),
        };
      }
    },
  };
}
