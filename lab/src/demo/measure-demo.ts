import type { Encoder } from '@slipform/bench';
import { blindScorer, evaluate, type Result } from '@slipform/bench';
import { type ClipEncoder, loadEncoder } from '@slipform/clip';
import { InputError } from '@slipform/kit/errors/input-error';
import { embedWorld } from '../icons/embed-world';
import { iconBatches } from '../icons/icon-batches';
import { ranksOf } from '../icons/ranks';
import { fineTune } from '../machine/fine-tune';
import type { Measured, Phase } from '../machine/measured';
import type { Measurement } from '../row';
import type { Run } from '../run';
import type { DemoAnswers } from './demo-answers';
import { DEMO_MEASURES } from './demo-measures';
import { demoQuestions, keysOf } from './demo-questions';
import { type PreparedPictures, readPreparedPictures } from './prepared';

interface Place {
  /** Of what {@link prepareDemo} made. */
  readonly prepared: string;
  /** Of the model that training starts from. */
  readonly model: string;
  readonly report: (phase: Phase) => void;
}

/** Trains a model on pictures by training artists, and asks it about such by others. */
export async function measureDemo(run: Run, { prepared, model, report }: Place): Promise<Measured> {
  const data = await readPreparedPictures(prepared);
  if (run.pretraining === 'text only') return { rows: [], results: [await readTextOnly(data)] };
  const encoder = await loadEncoder(model);
  try {
    const { imageSize } = encoder.model.config.image;
    if (imageSize !== data.pictures.size) {
      throw new InputError(
        `--model: ${model} takes pictures of ${imageSize} pixels, and those of this experiment have ${data.pictures.size}; give a model of that size, such as slipform-lab makes.`,
      );
    }
    const trained = run.training ? await train(run, data, encoder, report) : [];
    report({ phase: 'judging', done: run.training?.steps ?? 0 });
    return await judge(run, data, encoder, trained);
  } finally {
    encoder.dispose();
  }
}

/** Every loss sees the same pictures and captions in the same order; those with negatives hard captions too. */
function train(
  { training, loss, layout, negatives, seed }: Run,
  { examples, pictures }: PreparedPictures,
  { model, tokenizer }: ClipEncoder,
  report: Place['report'],
): Promise<Measurement[]> {
  if (!training) throw new Error('unreachable: what is trained says for how long');
  const kinds = negatives?.kinds ?? [];
  const hasHard = kinds.length > 0;
  return fineTune({
    ...{ model, training, loss, layout, hasHard },
    data: iconBatches({
      ...{ world: pictures, batchSize: training.batchSize, seed },
      // Without negatives all stay, so that what is drawn by chance is the same.
      examples: hasHard
        ? examples.map(({ hard, ...rest }) => ({
            ...rest,
            hard: hard.filter(({ kind }) => kinds.includes(kind)),
          }))
        : examples,
      encode: (text) => tokenizer.encode(text),
      hard: hasHard ? layout : 'none',
    }),
    onStep: (step) => report({ phase: 'training', done: step }),
  });
}

async function judge(
  run: Run,
  { benchmarks, pictures, keys }: PreparedPictures,
  encoder: ClipEncoder,
  trained: readonly Measurement[],
): Promise<Measured> {
  const [pairs, gallery] = benchmarks;
  // Each picture once: it stands in several questions, and in the gallery.
  const shown = keysOf(pairs);
  const rowOf = new Map(keys.map((key, row) => [key, row]));
  const embedded = await embedWorld(encoder.model, pictures, { rows: shown.map((key) => rowOf.get(key)!) });
  const placeOf = new Map(shown.map((key, place) => [key, place]));
  const size = encoder.model.config.embeddingSize;
  const vectorOf = (key: string) => embedded.slice(placeOf.get(key)! * size, (placeOf.get(key)! + 1) * size);
  const eyes: Encoder = {
    embedTexts: (texts) => encoder.embedTexts(texts),
    embedImages: async (images) => images.map((image) => vectorOf(String(image))),
  };
  const results: Result[] = [
    await evaluate(eyes, pairs, { name: run.variant }),
    await evaluate(eyes, gallery, { name: run.variant }),
  ];
  const questions = demoQuestions(pairs, gallery);
  const texts = async (all: readonly string[]) => flat(await encoder.embedTexts(all));
  const asked = flat(questions.pairs.flatMap((pair) => pair.pictures.map(vectorOf)));
  const captions = await texts(questions.pairs.flatMap((pair) => pair.captions));
  const searched = flat(questions.gallery.map(({ picture }) => vectorOf(picture)));
  const names = await texts(questions.gallery.map(({ caption }) => caption));
  const answers: DemoAnswers = {
    scores: questions.pairs.flatMap((_, index) =>
      [0, 1].flatMap((picture) =>
        [0, 1].map((caption) => {
          const cosine = dot(
            asked,
            captions,
            (2 * index + picture) * size,
            (2 * index + caption) * size,
            size,
          );
          return Number(cosine.toFixed(5));
        }),
      ),
    ),
    captionRanks: ranksOf(searched, names, size),
    pictureRanks: ranksOf(names, searched, size),
  };
  const rows = DEMO_MEASURES.map(({ name, items }): Measurement => {
    const own = items(questions, answers);
    return { metric: name, value: own.reduce((sum, { value }) => sum + value, 0) / own.length };
  });
  return { rows: [...trained, ...rows], results, demo: answers };
}

/** What a bigram model of the training captions answers, which sees no picture. */
async function readTextOnly({ benchmarks: [pairs], examples }: PreparedPictures): Promise<Result> {
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
