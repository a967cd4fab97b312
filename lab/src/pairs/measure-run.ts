import { join } from 'node:path';
import type { Encoder } from '@slipform/bench';
import { blindScorer, evaluate, type Result } from '@slipform/bench';
import { type ClipEncoder, createEncoder, interpolateWeights, loadEncoder } from '@slipform/clip';
import { InputError } from '@slipform/kit/errors/input-error';
import { tidy } from '@tensorflow/tfjs-core';
import { DRAWN_MEASURES } from '../drawn/measures';
import { fineTune } from '../machine/fine-tune';
import type { Measured, Phase } from '../machine/measured';
import { trainInPytorch } from '../machine/train-in-pytorch';
import { trainOnce } from '../machine/train-once';
import type { Measurement } from '../row';
import type { Run } from '../run';
import type { ModelAnswers } from './answers';
import { embedPictures } from './embed-pictures';
import { ALL_MEASURES } from './measures';
import { type PreparedPictures, readPreparedPictures } from './prepared';
import { askedPairs } from './questions';
import { ranksOf } from './ranks';
import { shownBatches } from './shown-batches';

interface Place {
  /** Of what {@link preparePairs} made. */
  readonly prepared: string;
  /** Of the model that training starts from. */
  readonly model: string;
  readonly report: (phase: Phase) => void;
}

interface Training {
  /** It is not changed, and what the trained model may be kept close to. */
  readonly start: ClipEncoder;
  /** Folder of the start. */
  readonly model: string;
  readonly onStep: (step: number) => void;
}

/** Trains a model on pictures by training artists, and asks it about such by others. */
export async function measureRun(run: Run, { prepared, model, report }: Place): Promise<Measured> {
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
    const judged = (asked: ClipEncoder, rows: readonly Measurement[]) => {
      report({ phase: 'judging', done: run.training?.steps ?? 0 });
      return judge(run, data, asked, rows);
    };
    if (!run.training) return await judged(encoder, []);
    const { size } = data.pictures;
    const onStep = (done: number) => report({ phase: 'training', done });
    const train = (folder: string) =>
      run.trainer === 'pytorch'
        ? trainInPytorch(run, { prepared, model, size, onStep }, folder)
        : trainInTfjs(run, data, { start: encoder, model, onStep }, folder);
    return await trainOnce(run, join(prepared, '..'), train, async (folder, rows) => {
      const trained = await loadEncoder(folder);
      try {
        return await judged(between(encoder, trained, run.alpha), rows);
      } finally {
        trained.dispose();
      }
    });
  } finally {
    encoder.dispose();
  }
}

/** A part of the way from the start to what was trained, with both of which it goes. */
function between(start: ClipEncoder, trained: ClipEncoder, alpha = 1): ClipEncoder {
  if (alpha === 1) return trained;
  const { tokenizer, preprocessing } = start;
  return createEncoder(interpolateWeights(start.model, trained.model, alpha), tokenizer, { preprocessing });
}

/**
 * Every arm sees as many pictures a step, of the same captions in the same order. Those with negatives have hard captions too;
 * `paired` their pictures as well, of half as many captions. As further pairs, the hard pictures take the place of others.
 */
async function trainInTfjs(
  { training, loss, layout, keep, negatives, seed }: Run,
  { examples, pictures }: PreparedPictures,
  { start, model, onStep }: Training,
  folder: string,
): Promise<Measurement[]> {
  if (!training) throw new Error('unreachable: what is trained says for how long');
  const own = examples.map(({ hard, ...rest }) => ({
    ...rest,
    hard: hard.filter(({ recipe }) => recipe === negatives?.recipe),
  }));
  const isPairs = negatives?.as === 'pairs';
  const hasHard = negatives !== undefined && !isPairs;
  const further = own.flatMap(({ hard }) =>
    hard.flatMap(({ row, text }) => (isPairs && row !== undefined ? [{ rows: [row], caption: text }] : [])),
  );
  const trained = await loadEncoder(model);
  try {
    const measured = await fineTune({
      ...{ model: trained.model, training, loss, layout, keep, hasHard, onStep },
      teacher: keep === undefined ? undefined : start.model,
      data: shownBatches({
        ...{ pictures, seed },
        batchSize: hasHard && layout === 'paired' ? training.batchSize / 2 : training.batchSize,
        examples: [...own, ...further],
        encode: (text) => start.tokenizer.encode(text),
        hard: hasHard ? layout : 'none',
      }),
    });
    await trained.save(join(folder, 'model'), { dtype: 'float32' });
    return measured;
  } finally {
    trained.dispose();
  }
}

async function judge(
  run: Run,
  { benchmarks, pictures, keys, first, examples }: PreparedPictures,
  encoder: ClipEncoder,
  trained: readonly Measurement[],
): Promise<Measured> {
  const [pairs, gallery] = benchmarks;
  // Each picture once: it stands in several questions, and in the gallery.
  const embedded = await embedPictures(encoder.model, pictures, { rows: keys.map((_, at) => first + at) });
  const placeOf = new Map(keys.map((key, place) => [key, place]));
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
  const questions = askedPairs(pairs, gallery);
  const texts = async (all: readonly string[]) => flat(await encoder.embedTexts(all));
  const asked = flat(questions.pairs.flatMap((pair) => pair.pictures.map(vectorOf)));
  const captions = await texts(questions.pairs.flatMap((pair) => pair.captions));
  const searched = flat(questions.gallery.map(({ picture }) => vectorOf(picture)));
  const names = await texts(questions.gallery.map(({ caption }) => caption));
  const answers: ModelAnswers = {
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
  const measures = run.evaluation.asks === 'drawn captions' ? DRAWN_MEASURES : ALL_MEASURES;
  const rows = measures.flatMap(({ name, items }): Measurement[] => {
    const own = items(questions, answers);
    if (own.length === 0) return [];
    return [{ metric: name, value: own.reduce((sum, { value }) => sum + value, 0) / own.length }];
  });
  const own = run.evaluation.asks === 'drawn captions' ? [await lossOnHard(encoder, examples, pictures)] : [];
  return { rows: [...trained, ...rows, ...own], results, answers };
}

/** What a bigram model of the training captions answers, which sees no picture. */
async function readTextOnly({ benchmarks: [pairs], examples }: PreparedPictures): Promise<Result> {
  const scorer = blindScorer(examples.map(({ caption }) => caption));
  return { ...(await evaluate(scorer, pairs, { name: 'text only' })), blind: true };
}

/** So many training pictures are asked which of their own caption and its first mined negative is theirs. */
const ABSORBED = 1000;

/** The mean of −ln P(own caption against its mined negative) of training pictures, by which it is seen whether an arm has learned them. */
async function lossOnHard(
  { model, embedTexts }: ClipEncoder,
  examples: PreparedPictures['examples'],
  pictures: PreparedPictures['pictures'],
): Promise<Measurement> {
  const stride = Math.max(1, Math.floor(examples.length / ABSORBED));
  const asked = examples.filter((_, at) => at % stride === 0).slice(0, ABSORBED);
  const size = model.config.embeddingSize;
  const seen = await embedPictures(model, pictures, { rows: asked.map(({ rows }) => rows[0]!) });
  const own = flat(await embedTexts(asked.map(({ caption }) => caption)));
  const hard = flat(await embedTexts(asked.map((each) => each.hard[0]!.text)));
  const scale = tidy(() => model.logitScale().dataSync()[0]!);
  const losses = asked.map((_, at) => {
    const gap = dot(seen, hard, at * size, at * size, size) - dot(seen, own, at * size, at * size, size);
    return Math.log1p(Math.exp(scale * gap));
  });
  return {
    metric: 'loss on own hard captions',
    value: losses.reduce((sum, each) => sum + each, 0) / losses.length,
  };
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
