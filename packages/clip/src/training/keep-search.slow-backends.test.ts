import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cementLoss, infoNceLoss } from '@slipform/cement-loss';
import { relativeError } from '@slipform/kit/testing/relative-error';
import { dispose, memory, mul, scalar, type Tensor, tensor2d, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { innerProducts, type TrainLoss } from '../gradients/batch-gradients';
import type { TrainBatch } from '../gradients/train-batch';
import type { ClipModel } from '../model/clip-model';
import { createClip } from '../model/create-clip';
import { differentiable } from '../ops/differentiable';
import { describeAboveOps, describeOnOne } from '../testing/backends';
import { tinyBatch, tinyConfig } from '../testing/tiny';
import { adamW } from './adamw';
import { checkpoint } from './observers/checkpoint';
import { evaluator, type ScoreFall } from './observers/evaluator';
import { trainClip } from './train-clip';
import type { TrainOptions } from './train-options';

// Switches that keep what a model could do before it is fine-tuned.

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-keep-'));
});
afterEach(() => rm(folder, { recursive: true }));

const data = (step: number): TrainBatch => {
  const batch = tinyBatch();
  return { ...batch, images: batch.images.map((x, i) => x * Math.cos(step * i)) };
};
const cement: TrainLoss = (batch, options) => cementLoss(batch, options);

/** A loss that pulls towards the teacher: its gradient by an embedding is the teacher's. */
const pulled: TrainLoss = ({ images, captions, teacher }) =>
  innerProducts([
    [images, mul(teacher!.images, -1)],
    [captions, mul(teacher!.captions, -1)],
  ]);

const bits = (model: ClipModel) =>
  [...model.parameters.values()].map((x) =>
    Buffer.from(Float32Array.from(x.dataSync()).buffer).toString('base64'),
  );

interface Run extends Partial<Omit<TrainOptions, 'optimizer'>> {
  readonly warmStatistics?: number;
  readonly stopAt?: number;
}

async function run({ warmStatistics = 0, stopAt, ...options }: Run = {}) {
  const model = createClip(tinyConfig, { seed: 5 });
  const optimizer = adamW({ learningRate: 0.01, warmStatistics });
  const control = new AbortController();
  const figures: { loss: number; learningRate: number; weights: string[] }[] = [];
  try {
    const { observe = [], ...others } = options;
    await trainClip({
      ...{ model, optimizer, data, loss: cement, steps: 6, signal: control.signal },
      ...others,
      observe: [
        ({ step, loss, learningRate }) => {
          figures.push({ loss, learningRate, weights: bits(model) });
          if (step === stopAt) control.abort();
        },
        ...observe,
      ],
    });
    return { figures, weights: bits(model) };
  } finally {
    optimizer.dispose();
    model.dispose();
  }
}

describeAboveOps('a teacher', () => {
  it('gives its embeddings of each batch, by a second model or made once, with micro-batches too, and leaks nothing', async () => {
    const before = memory().numTensors;
    const teacher = createClip(tinyConfig, { seed: 9 });
    const { images, tokens } = tinyBatch();
    const expected = tidy(() => ({
      images: teacher
        .encodeImages(tensor4d(images, [8, 8, 8, 3]))
        .dataSync()
        .slice() as Float32Array,
      captions: teacher
        .encodeTexts(tensor2d(tokens, undefined, 'int32'))
        .dataSync()
        .slice() as Float32Array,
      logitScale: teacher.logitScale().dataSync()[0]!,
    }));
    const seen: { images: Float32Array; captions: Float32Array; logitScale: number }[] = [];
    const look: TrainLoss = (batch, options) => {
      const { images: i, captions: c, logitScale } = batch.teacher!;
      seen.push({
        images: i.dataSync<'float32'>().slice(),
        captions: c.dataSync<'float32'>().slice(),
        logitScale: typeof logitScale === 'number' ? logitScale : logitScale.dataSync()[0]!,
      });
      return infoNceLoss(batch, options);
    };
    const common = { loss: look, steps: 1 };
    const kept = { ...tinyBatch(), teacher: expected };
    await run({ ...common, data: () => tinyBatch(), teacher });
    await run({ ...common, data: () => tinyBatch(), teacher, microBatch: 3 });
    await run({ ...common, data: () => kept });
    const asTensors = {
      images: tensor2d(expected.images, [8, 8]),
      captions: tensor2d(expected.captions, [8, 8]),
      logitScale: expected.logitScale,
    };
    await run({ ...common, data: () => ({ ...tinyBatch(), teacher: asTensors }) });
    expect(seen).toHaveLength(4);
    for (const each of seen) {
      expect(relativeError(each.images, expected.images)).toBeLessThan(1e-5);
      expect(relativeError(each.captions, expected.captions)).toBeLessThan(1e-5);
      expect(each.logitScale).toBeCloseTo(expected.logitScale, 4);
    }
    // The caller's own tensors stay.
    dispose([asTensors.images, asTensors.captions]);
    teacher.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

describeOnOne('training that keeps what was there', () => {
  it('pulls towards the teacher, and goes on bit for bit with every switch', async () => {
    const teacher = createClip(tinyConfig, { seed: 5 });
    const both: TrainLoss = (batch, options) => sumOf(cement(batch, options), pulled(batch, options));
    const switches = {
      teacher,
      loss: both,
      plainEvery: 2,
      warmStatistics: 2,
      trainable: ['text_*', '!*.layers.0.*'],
    };
    const unbroken = await run({ ...switches, observe: [checkpoint({ folder: join(folder, 'a') })] });
    expect(unbroken.weights).not.toEqual((await run({ ...switches, loss: cement })).weights);
    const observe = () => [checkpoint({ folder: join(folder, 'b'), every: 1 })];
    for (const stopAt of [1, 3]) await run({ ...switches, stopAt, observe: observe(), resume: true });
    const resumed = await run({ ...switches, observe: observe(), resume: true });
    expect(resumed.weights).toEqual(unbroken.weights);
    const changed = (more: Run) => run({ ...switches, ...more, observe: observe(), resume: true });
    await expect(changed({ plainEvery: 3 })).rejects.toThrow('plainEvery is 3 now and was 2 there');
    await expect(changed({ warmStatistics: 1 })).rejects.toThrow(
      'optimizer.warmStatistics is 1 now and was 2 there',
    );
    teacher.dispose();
  });

  it('changes no weight while the statistics are gathered, and starts the schedule after that', async () => {
    const start = createClip(tinyConfig, { seed: 5 });
    const { figures } = await run({ warmStatistics: 3 });
    expect(figures.slice(0, 3).map(({ weights }) => weights)).toEqual(Array(3).fill(bits(start)));
    expect(figures[3]!.weights).not.toEqual(bits(start));
    expect(figures.map(({ learningRate }) => learningRate)).toEqual([
      0,
      0,
      0,
      0.01,
      expect.closeTo(0.0075, 8),
      expect.closeTo(0.0025, 8),
    ]);
    // The moments are those of the batches: another first step follows from them.
    expect(figures[3]!.weights).not.toEqual(
      (await run({ data: (step) => data(step + 3) })).figures[0]!.weights,
    );
    start.dispose();
  });

  it('trains every n-th batch as without hard captions, whatever the loss and however many there are', async () => {
    const two = (step: number): TrainBatch => {
      const { tokens, hardTokens, ...batch } = data(step);
      return {
        ...batch,
        tokens: tokens!,
        hardTokens: (hardTokens as number[][]).map((ids) => [ids, ids.slice().reverse()]),
        concreteness: Array.from({ length: 8 }, () => [4, 2]),
      };
    };
    for (const batches of [data, two]) {
      const plain = await run({ data: batches, plainEvery: 1, steps: 2 });
      const without = await run({
        data: (step) => {
          const { images, tokens } = data(step);
          return { images: images!, tokens: tokens! };
        },
        loss: (batch, options) => infoNceLoss(batch, options),
        steps: 2,
      });
      for (const [i, { loss }] of plain.figures.entries())
        expect(loss / without.figures[i]!.loss).toBeCloseTo(1, 5);
    }
    const every = await run({ steps: 3 });
    const some = await run({ steps: 3, plainEvery: 2 });
    expect(some.figures[0]!.loss).toBe(every.figures[0]!.loss);
    expect(some.figures[1]!.loss).toBeLessThan(every.figures[1]!.loss);
  });

  it('warns where a watched score has fallen by more than a tenth since the start, also of a run that goes on', async () => {
    const falls: ScoreFall[] = [];
    const scores = [0.8, 0.75, 0.73, 0.71, 0.8, 0.6];
    const asked: number[] = [];
    const watching = () => [
      checkpoint({ folder, every: 1 }),
      evaluator({
        every: 1,
        watch: 'coco.recall@10',
        evaluate: (_, { step }) => {
          asked.push(step);
          return { coco: { 'recall@10': scores[step] ?? 0.8 }, other: null };
        },
        onFall: (fall) => falls.push(fall),
      }),
    ];
    await run({ steps: 5, observe: watching(), stopAt: 2 });
    expect(falls).toEqual([]);
    await run({ steps: 5, observe: watching(), resume: true });
    expect(asked).toEqual([0, 1, 2, 3, 4, 5]);
    expect(falls).toEqual(
      [3, 5].map((step) => ({ name: 'coco.recall@10', step, before: 0.8, now: scores[step] })),
    );
    const wrong = evaluator({ every: 1, watch: 'recall', evaluate: () => ({ coco: { 'recall@10': 1 } }) });
    await expect(run({ steps: 1, observe: [wrong] })).rejects.toThrow(
      'evaluator: watch must name a score that evaluate returns (coco.recall@10), got "recall".',
    );
  });

  it('refuses a teacher that is none', async () => {
    const model = createClip(tinyConfig);
    const other = createClip({ ...tinyConfig, text: { ...tinyConfig.text, contextLength: 7 } });
    const kept = { images: new Float32Array(64), captions: new Float32Array(64), logitScale: 9 };
    const of = (teacher: unknown) => ({ data: () => ({ ...tinyBatch(), teacher: teacher as typeof kept }) });
    const before = memory().numTensors;
    const refused: [Run, string][] = [
      [{ teacher: other }, "trainClip: teacher must have the model's contextLength, 6, got 7."],
      [
        { teacher: model, ...of(kept) },
        'trainClip: a batch must not hold a teacher where the option teacher names one',
      ],
      [of(3), 'trainClip: teacher must be { images, captions, logitScale } in a batch, got 3.'],
      [
        of({ ...kept, images: new Float32Array(63) }),
        'teacher.images must be a Float32Array or a float32 tensor with a row for each of the 8 pairs, got 63 numbers.',
      ],
      [of({ ...kept, captions: undefined }), 'teacher.captions must be a Float32Array'],
      [{ plainEvery: 0 }, 'trainClip: plainEvery must be an integer of at least 1, got 0'],
    ];
    for (const [options, message] of refused) {
      await expect(run({ steps: 1, ...options }), message).rejects.toThrow(message);
      expect(memory().numTensors).toBe(before);
    }
    const optimizer = adamW();
    await expect(
      trainClip({ model, teacher: model, data, loss: cement, optimizer, steps: 1 }),
    ).rejects.toThrow('teacher must be another model than the trained one; load it a second time.');
    for (const each of [model, other]) each.dispose();
  });
});

/** tfjs-core alone has no gradient of a sum. */
function sumOf(a: Tensor, b: Tensor) {
  return differentiable([a, b], () => ({
    value: tidy(() => scalar(a.dataSync()[0]! + b.dataSync()[0]!)),
    gradient: (dy) => [dy, dy],
  })) as ReturnType<TrainLoss>;
}
