import type { Encoder } from '@slipform/bench';
import { blindScorer, evaluate, type Result } from '@slipform/bench';
import { type ClipEncoder, loadEncoder } from '@slipform/clip';
import { tensor2d } from '@tensorflow/tfjs-core';
import type { CachedFeatures } from '../icons/icon-batches';
import { iconBatches } from '../icons/icon-batches';
import { ranksOf } from '../icons/ranks';
import { fineTune } from '../machine/fine-tune';
import type { Measured, Phase } from '../machine/measured';
import type { Measurement } from '../row';
import type { Run } from '../run';
import { type DemoAnswers, digitOf, type PairCosines } from './demo-answers';
import { DEMO_MEASURES } from './demo-measures';
import { demoQuestions } from './demo-questions';
import { type PreparedFeatures, readPreparedFeatures } from './prepared';

interface Place {
  /** Of what {@link prepareDemo} made. */
  readonly prepared: string;
  /** Of the model that training starts from. */
  readonly model: string;
  readonly report: (phase: Phase) => void;
}

/** Trains a model on icons by training artists, and asks it about icons by others. */
export async function measureDemo(run: Run, { prepared, model, report }: Place): Promise<Measured> {
  const data = await readPreparedFeatures(prepared);
  if (run.pretraining === 'text only') return { rows: [], results: [await readTextOnly(data)] };
  const encoder = await loadEncoder(model);
  try {
    const trained = run.training ? await train(run, data, encoder, report) : [];
    report({ phase: 'judging', done: run.training?.steps ?? 0 });
    return await judge(run, data, encoder, trained);
  } finally {
    encoder.dispose();
  }
}

/** Natural partners come as pairs: half as many examples a step, so that every loss sees as many pictures. */
async function train(
  { training, loss, layout, negatives, seed }: Run,
  { examples, features, width }: PreparedFeatures,
  { model, tokenizer }: ClipEncoder,
  report: Place['report'],
): Promise<Measurement[]> {
  if (!training) throw new Error('unreachable: what is trained says for how long');
  const isPaired = negatives !== undefined;
  return fineTune({
    ...{ model, training, loss, layout },
    data: iconBatches({
      world: { size: model.config.image.imageSize, grey: new Uint8Array() },
      examples,
      batchSize: isPaired ? training.batchSize / 2 : training.batchSize,
      ...{ seed, features: { values: features, width } },
      encode: (text) => tokenizer.encode(text),
      hard: isPaired ? 'paired' : 'none',
    }),
    hasHard: isPaired,
    trainable: ['!vision_model.*'],
    onStep: (step) => report({ phase: 'training', done: step }),
  });
}

async function judge(
  run: Run,
  { benchmarks, features, width, rowOf }: PreparedFeatures,
  encoder: ClipEncoder,
  trained: readonly Measurement[],
): Promise<Measured> {
  const eyes = featureEncoder(encoder, { values: features, width }, rowOf);
  const [pairs, gallery] = benchmarks;
  const results: Result[] = [
    await evaluate(eyes, pairs, { name: run.variant }),
    await evaluate(eyes, gallery, { name: run.variant }),
  ];
  const questions = demoQuestions(pairs, gallery);
  const embed = async (keys: readonly string[], texts: readonly string[]) => ({
    images: flat(await eyes.embedImages(keys)),
    texts: flat(await eyes.embedTexts(texts)),
  });
  const asked = await embed(
    questions.pairs.flatMap(({ pictures }) => pictures),
    questions.pairs.flatMap(({ captions }) => captions),
  );
  const found = await embed(
    questions.gallery.map(({ picture }) => picture),
    questions.gallery.map(({ caption }) => caption),
  );
  const size = encoder.model.config.embeddingSize;
  const cosines = questions.pairs.map((_, index): PairCosines => {
    const cosine = (picture: number, caption: number) =>
      dot(asked.images, asked.texts, (2 * index + picture) * size, (2 * index + caption) * size, size);
    return [cosine(0, 0), cosine(0, 1), cosine(1, 0), cosine(1, 1)];
  });
  const answers: DemoAnswers = {
    right: cosines.map(digitOf).join(''),
    scores: cosines.flat().map((cosine) => Number(cosine.toFixed(5))),
    nameRanks: ranksOf(found.images, found.texts, size),
    iconRanks: ranksOf(found.texts, found.images, size),
  };
  const rows = DEMO_MEASURES.map(({ name, items }): Measurement => {
    const own = items(questions, answers);
    return {
      metric: name,
      value: own.reduce((sum, { value }) => sum + value, 0) / own.length,
    };
  });
  return { rows: [...trained, ...rows], results, demo: answers };
}

/** What a bigram model of the training names answers, which sees no picture. */
async function readTextOnly({ benchmarks: [pairs], examples }: PreparedFeatures): Promise<Result> {
  const scorer = blindScorer(examples.map(({ caption }) => caption));
  return { ...(await evaluate(scorer, pairs, { name: 'text only' })), blind: true };
}

/** Vectors of unit length, one behind the other. */
function flat(vectors: readonly ArrayLike<number>[]): Float32Array {
  const size = vectors[0]?.length ?? 0;
  const all = new Float32Array(vectors.length * size);
  for (const [at, vector] of vectors.entries()) {
    const length = Math.hypot(...Array.from(vector));
    for (let index = 0; index < size; index++) all[at * size + index] = vector[index]! / length;
  }
  return all;
}

function dot(a: Float32Array, b: Float32Array, start: number, other: number, size: number): number {
  let sum = 0;
  for (let at = 0; at < size; at++) sum += a[start + at]! * b[other + at]!;
  return sum;
}

/** An encoder for pictures that are known by their keys: the image tower is frozen, so that its features need no drawing. */
function featureEncoder(
  { model, embedTexts }: Pick<ClipEncoder, 'model' | 'embedTexts'>,
  { values, width }: CachedFeatures,
  rowOf: Readonly<Record<string, number>>,
): Encoder {
  return {
    embedTexts: (texts) => embedTexts(texts),
    async embedImages(images) {
      const rows = images.map((image) => {
        const row = typeof image === 'string' ? rowOf[image] : undefined;
        if (row === undefined) throw new Error(`unreachable: ${String(image)} has no features`);
        return row;
      });
      const gathered = new Float32Array(rows.length * width);
      for (const [at, row] of rows.entries()) {
        gathered.set(values.subarray(row * width, (row + 1) * width), at * width);
      }
      const features = tensor2d(gathered, [rows.length, width]);
      const embedded = model.projectImages(features);
      try {
        const size = embedded.shape[1];
        const all = await embedded.data<'float32'>();
        return rows.map((_, at) => all.slice(at * size, (at + 1) * size));
      } finally {
        features.dispose();
        embedded.dispose();
      }
    },
  };
}
