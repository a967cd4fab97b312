import { cementLoss } from '@slipform/cement-loss';
import { InputError } from '@slipform/kit/errors/input-error';
import { noise } from '@slipform/kit/testing/check-gradient';
import { valuesOf } from '@slipform/kit/testing/read';
import { relativeError } from '@slipform/kit/testing/relative-error';
import {
  add,
  matMul,
  memory,
  mul,
  type Tensor,
  type Tensor2D,
  tensor2d,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cachedGradients, directGradients, type TrainLoss } from '../gradients/batch-gradients';
import type { TrainBatch } from '../gradients/train-batch';
import type { ClipConfig } from '../model/clip-config';
import type { ClipModel } from '../model/clip-model';
import { createClip } from '../model/create-clip';
import { addFactors, mergeFactors } from '../model/low-rank';
import { factors, isFactor } from '../model/parameters';
import { describeOnBackends, describeOnOne } from '../testing/backends';
import { tinyConfig } from '../testing/tiny';
import { hard, images, padded, pairs, texts } from '../testing/train-cases';
import { loadClip } from '../weights/load-clip';
import { clipFiles } from '../weights/save-clip';
import { adamW } from './adamw';
import { trainClip } from './train-clip';
import type { TrainOptions } from './train-options';
import { setTrainable } from './trainable';

const cement: TrainLoss = (batch, options) => cementLoss(batch, options);

const embedTexts = (model: ClipModel) => valuesOf(() => model.encodeTexts(padded(texts(3))));
const embedImages = (model: ClipModel) =>
  valuesOf(() => model.encodeImages(tensor4d(images, [pairs, 8, 8, 3])));

/** The batch with its pictures embedded once. */
async function onEmbeddings(model: ClipModel): Promise<TrainBatch> {
  const { images: _, ...rest } = hard;
  return { ...rest, imageEmbeddings: await embedImages(model) };
}

/** A model with factors of the text tower, none of them 0. */
function adapted(rank: number, rule: string | string[] = 'text_*', config: ClipConfig = tinyConfig) {
  const model = createClip(config, { seed: 1 });
  setTrainable(model, rule);
  addFactors(model, rank);
  let seed = 0;
  for (const [name, x] of model.parameters)
    if (isFactor(name)) tidy(() => x.assign(mul(noise(x.shape, ++seed), 0.3)));
  return model;
}

async function train(model: ClipModel, options: Partial<TrainOptions> = {}) {
  const optimizer = adamW({ learningRate: 1e-2 });
  const losses: number[] = [];
  const data = await onEmbeddings(model);
  const result = await trainClip({
    ...{ model, optimizer, loss: cement, steps: 5, trainable: ['text_*'] },
    data: () => data,
    observe: [({ loss }) => void losses.push(loss)],
    ...options,
  });
  optimizer.dispose();
  return { ...result, losses };
}

describeOnBackends('low rank', () => {
  it('sees at first the model as it was, also at full rank', async () => {
    const model = createClip(tinyConfig, { seed: 1 });
    const [before, pictures] = [await embedTexts(model), await embedImages(model)];
    for (const rank of [1, 8, 16]) {
      const restore = setTrainable(model, ['*_model.*']);
      addFactors(model, rank);
      expect(relativeError(await embedTexts(model), before)).toBeLessThan(1e-6);
      expect(relativeError(await embedImages(model), pictures)).toBeLessThan(1e-6);
      mergeFactors(model);
      restore();
    }
    model.dispose();
  });

  it('has the gradients that the chain rule makes of the whole matrix’s', async () => {
    const model = adapted(3, ['*_model.*']);
    const [found, merged] = [directGradients(model, hard, cement, false), adapted(3, ['*_model.*'])];
    mergeFactors(merged);
    setTrainable(merged, ['*_model.*']);
    const whole = directGradients(merged, hard, cement, false);
    expect(relativeError(await found.loss.data(), await whole.loss.data())).toBeLessThan(1e-5);
    // Two towers of two layers of six matrices.
    expect(found.gradients.size).toBe(48);
    for (const [name, gradient] of found.gradients) {
      const place = name.slice(0, name.lastIndexOf('lora_'));
      const ofMatrix = whole.gradients.get(`${place}weight`) as Tensor2D;
      const [a, b] = [factors.a, factors.b].map(
        (factor) => model.parameter(place + factor) as Tensor as Tensor2D,
      );
      const expected = await valuesOf(() =>
        name.endsWith(factors.a) ? matMul(b!, ofMatrix, true, false) : matMul(ofMatrix, a!, false, true),
      );
      expect(relativeError(await gradient.data(), expected), name).toBeLessThan(1e-3);
    }
    for (const done of [found, whole]) done.free();
    for (const done of [model, merged]) done.dispose();
  });

  it('has the slope that finite differences have, along all factors at once', async () => {
    const model = adapted(2);
    const batch = await onEmbeddings(model);
    const { gradients, free } = directGradients(model, batch, cement, false);
    const step = 3e-3;
    const trained = [...gradients].map(([name, gradient], i) => {
      const way = noise(gradient.shape, 50 + i);
      return { parameter: model.parameter(name), way, slope: valuesOf(() => mul(gradient, way)) };
    });
    let exact = 0;
    for (const { slope } of trained) for (const each of await slope) exact += each;
    const lossAt = async (by: number) => {
      for (const { parameter, way } of trained) tidy(() => parameter.assign(add(parameter, mul(way, by))));
      const here = directGradients(model, batch, cement, false);
      const [value] = await here.loss.data();
      here.free();
      return value!;
    };
    const [above, below] = [await lossAt(step), await lossAt(-2 * step)];
    expect(Math.abs((above - below) / (2 * step) - exact) / Math.abs(exact)).toBeLessThan(5e-3);
    free();
    for (const { way } of trained) way.dispose();
    model.dispose();
  });

  it('gives the same embeddings once merged, and saved before that', async () => {
    const model = adapted(5, ['*_model.*']);
    const [found, pictures] = [await embedTexts(model), await embedImages(model)];
    const saved = await loadClip(await clipFiles(model));
    mergeFactors(model);
    expect([...model.parameters.keys()]).toEqual([...saved.parameters.keys()]);
    for (const plain of [model, saved]) {
      expect(relativeError(await embedTexts(plain), found)).toBeLessThan(1e-5);
      expect(relativeError(await embedImages(plain), pictures)).toBeLessThan(1e-5);
      plain.dispose();
    }
  });

  it('changes the chosen matrices alone, learns, and leaks nothing', async () => {
    const model = createClip(tinyConfig, { seed: 1 });
    const flags = () => [...model.parameters.values()].map(({ trainable }) => trainable);
    const before = new Map(
      await Promise.all([...model.parameters].map(async ([name, x]) => [name, await x.data()] as const)),
    );
    const [tensors, trainable] = [memory().numTensors, flags()];
    const { losses } = await train(model, { rank: 4, steps: 40 });
    expect(losses.at(-1)).toBeLessThan(losses[0]! * 0.8);
    expect(memory().numTensors).toBe(tensors);
    expect(flags()).toEqual(trainable);
    for (const [name, x] of model.parameters) {
      const values = await x.data();
      const isSame = values.every((value, i) => value === before.get(name)![i]);
      expect(isSame, name).toBe(!/^text_model\.encoder.*(proj|fc\d)\.weight$/.test(name));
    }
    model.dispose();
  });

  it('takes micro-batches, and cached embeddings as pixels', async () => {
    const model = adapted(3);
    const batch = await onEmbeddings(model);
    const { imageEmbeddings, ...rest } = batch;
    const tensor = tensor2d(imageEmbeddings as Float32Array, [pairs, 8]);
    const before = memory().numTensors;
    const direct = directGradients(model, hard, cement, false);
    const others = [
      directGradients(model, batch, cement, true),
      directGradients(model, { ...rest, imageEmbeddings: tensor }, cement, true),
      cachedGradients(model, batch, cement, 4),
    ];
    for (const other of others) {
      expect([...other.gradients.keys()]).toEqual([...direct.gradients.keys()]);
      for (const [name, gradient] of direct.gradients)
        expect(relativeError(await other.gradients.get(name)!.data(), await gradient.data())).toBeLessThan(
          1e-3,
        );
      other.free();
    }
    direct.free();
    expect(memory().numTensors).toBe(before);
    tensor.dispose();
    model.dispose();
  });
});

describeOnOne('low rank, on one', () => {
  it('merges a model of any sizes to what it computes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          rank: fc.integer({ min: 1, max: 6 }),
          heads: fc.integer({ min: 1, max: 3 }),
          layers: fc.integer({ min: 1, max: 3 }),
        }),
        async ({ rank, heads, layers }) => {
          const text = { ...tinyConfig.text, width: 6 * heads, heads, layers, mlpWidth: 7 };
          const model = adapted(rank, 'text_*', { ...tinyConfig, text });
          const found = await embedTexts(model);
          mergeFactors(model);
          expect(relativeError(await embedTexts(model), found)).toBeLessThan(1e-4);
          model.dispose();
        },
      ),
      { numRuns: 30 },
    );
  });

  it('gives the same bytes twice', async () => {
    const runs = await Promise.all(
      [0, 1].map(async () => {
        const model = createClip(tinyConfig, { seed: 1 });
        await train(model, { rank: 4 });
        const values = await embedTexts(model);
        model.dispose();
        return values;
      }),
    );
    expect(runs[0]).toEqual(runs[1]);
  });

  it('refuses a rank without a matrix, one that is too wide, and pictures that are to be trained', async () => {
    const model = createClip(tinyConfig, { seed: 1 });
    const before = memory().numTensors;
    await expect(train(model, { rank: 4, trainable: '*_projection.weight' })).rejects.toThrow(
      'trainClip: rank changes the attention and MLP matrices of a tower, and trainable leaves none of them',
    );
    await expect(train(model, { rank: 17 })).rejects.toThrow(
      'trainClip: rank must be at most 16, the width of the tower that is trained, got 17',
    );
    await expect(train(model, { rank: 0 })).rejects.toThrow('rank must be an integer of at least 1, got 0.');
    await expect(train(model, { trainable: ['text_*', 'visual_projection.weight'] })).rejects.toThrow(
      "trainClip: imageEmbeddings need a frozen image tower with its projection, but visual_projection.weight is trainable; pass trainable: ['!vision_model.*', '!visual_projection.*'].",
    );
    await expect(
      train(model, { data: () => ({ ...hard, images: undefined!, imageEmbeddings: new Float32Array(9) }) }),
    ).rejects.toThrow(
      'trainClip: imageEmbeddings must be a float32 tensor [batch, 8] or as many numbers in a Float32Array, got 9 numbers; embedImages makes them.',
    );
    await expect(
      train(model, { data: () => ({ ...hard, imageEmbeddings: new Float32Array(80) }) }),
    ).rejects.toThrow('trainClip: a batch must have images or imageEmbeddings, and has both');
    expect(memory().numTensors).toBe(before);
    expect([...model.parameters.keys()].filter(isFactor)).toEqual([]);
    expect(InputError.isInstance(await train(model, { rank: 17 }).catch((error: unknown) => error))).toBe(
      true,
    );
    model.dispose();
  });

  it('keeps the merged weights of the last good step where the loss breaks', async () => {
    const model = createClip(tinyConfig, { seed: 1 });
    const before = await embedTexts(model);
    let step = 0;
    const loss: TrainLoss = (batch, options) => {
      step += 1;
      if (step > 3) throw new InputError('broken.');
      return cement(batch, options);
    };
    await expect(train(model, { rank: 2, loss })).rejects.toThrow('broken');
    expect(await embedTexts(model)).not.toEqual(before);
    expect([...model.parameters.keys()].filter(isFactor)).toEqual([]);
    model.dispose();
  });
});
