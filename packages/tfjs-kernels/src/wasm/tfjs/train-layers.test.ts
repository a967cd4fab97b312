// Models as users write them, with tf.layers and with plain ops: the same losses on wasm as on cpu.

import { noise } from '@slipform/kit/testing/check-gradient';
import {
  add,
  conv2d,
  losses,
  matMul,
  maxPool,
  memory,
  mul,
  oneHot,
  relu,
  reshape,
  setBackend,
  type Tensor2D,
  type Tensor4D,
  tensor,
  tidy,
  train,
  variable,
} from '@tensorflow/tfjs-core';
import { initializers, layers, type Sequential, sequential } from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../testing/with-kernels';
import { useWasmKernels, type WasmKernels } from '../use-wasm-kernels';

const classes = 5;
const rows = 6;
const steps = 6;
const labels = () => oneHot(tensor([0, 1, 2, 3, 4, 1], [rows], 'int32'), classes, 1, 0, 'float32');
const random = (seed: number) => initializers.glorotUniform({ seed });

/** The layers of a usual network for pictures. */
const pictureModel = () =>
  sequential({
    layers: [
      layers.conv2d({
        inputShape: [12, 12, 3],
        filters: 8,
        kernelSize: 3,
        strides: 2,
        padding: 'same',
        kernelInitializer: random(1),
      }),
      layers.batchNormalization(),
      layers.reLU(),
      layers.conv2d({
        filters: 10,
        kernelSize: 3,
        padding: 'same',
        activation: 'relu',
        kernelInitializer: random(2),
      }),
      layers.maxPooling2d({ poolSize: 2, padding: 'same' }),
      layers.depthwiseConv2d({ kernelSize: 2, depthMultiplier: 2, depthwiseInitializer: random(3) }),
      layers.averagePooling2d({ poolSize: 2 }),
      layers.flatten(),
      layers.dropout({ rate: 0.2, seed: 4 }),
      layers.dense({ units: 9, kernelInitializer: random(5) }),
      layers.dense({ units: classes, activation: 'softmax', kernelInitializer: random(6) }),
    ],
  });

/** Those of one for texts. */
const textModel = () =>
  sequential({
    layers: [
      layers.embedding({ inputDim: 11, outputDim: 8, inputLength: 4, embeddingsInitializer: random(1) }),
      layers.layerNormalization(),
      layers.dense({ units: 12, activation: 'relu', kernelInitializer: random(2) }),
      layers.conv1d({ filters: 6, kernelSize: 3, padding: 'same', kernelInitializer: random(3) }),
      layers.globalAveragePooling1d(),
      layers.dense({ units: classes, activation: 'softmax', kernelInitializer: random(4) }),
    ],
  });

async function trainLayers(make: () => Sequential, inputs: () => Tensor2D | Tensor4D): Promise<number[]> {
  const model = make();
  const optimizer = train.adam(0.02);
  model.compile({ optimizer, loss: 'categoricalCrossentropy' });
  const [x, y] = [inputs(), labels()];
  const found: number[] = [];
  let kept = 0;
  for (let step = 0; step < steps; step++) {
    found.push((await model.trainOnBatch(x, y)) as number);
    if (step === 1) kept = memory().numTensors;
  }
  expect(memory().numTensors).toBe(kept);
  x.dispose();
  y.dispose();
  model.dispose();
  optimizer.dispose();
  return found;
}

/** A loop of one's own over variables, as in the example mnist-core of tfjs. */
function trainOps(): number[] {
  const before = memory().numTensors;
  const weight = (shape: number[], seed: number) => tidy(() => variable(mul(noise(shape, seed), 0.2)));
  const [w0, w1, w2] = [weight([5, 5, 1, 4], 1), weight([5, 5, 4, 6], 2), weight([54, classes], 3)] as [
    ReturnType<typeof variable>,
    ReturnType<typeof variable>,
    ReturnType<typeof variable>,
  ];
  const bias = weight([classes], 4);
  const optimizer = train.adam(0.02);
  const found: number[] = [];
  for (let step = 0; step < steps; step++) {
    tidy(() => {
      const pixels = noise([rows, 12, 12, 1], 8) as Tensor4D;
      const loss = optimizer.minimize(() => {
        const first = maxPool(relu(conv2d(pixels, w0 as Tensor4D, 1, 'same')), 2, 2, 'valid');
        const second = maxPool(relu(conv2d(first as Tensor4D, w1 as Tensor4D, 1, 'same')), 2, 2, 'valid');
        const logits = add(matMul(reshape(second, [rows, 54]), w2), bias);
        return losses.softmaxCrossEntropy(labels(), logits);
      }, true);
      found.push(loss!.dataSync()[0]!);
    });
  }
  for (const each of [w0, w1, w2, bias]) each.dispose();
  optimizer.dispose();
  expect(memory().numTensors).toBe(before);
  return found;
}

describe.each([true, false])('a model of one’s own trains on wasm as on cpu (relaxed %s)', (relaxed) => {
  let kernels: WasmKernels;
  beforeAll(async () => {
    await startBackend('cpu');
    await startBackend('wasm');
    kernels = await useWasmKernels({ relaxed });
  });
  afterAll(() => kernels.remove());

  it.each([
    [
      'convolutions, pools and norms of tf.layers',
      () => trainLayers(pictureModel, () => noise([rows, 12, 12, 3], 7) as Tensor4D),
    ],
    [
      'an embedding and norms of tf.layers',
      () =>
        trainLayers(
          textModel,
          () =>
            tensor(
              Array.from({ length: rows * 4 }, (_, i) => (i * 7) % 11),
              [rows, 4],
            ) as Tensor2D,
        ),
    ],
    ['plain ops', trainOps],
  ] as const)('%s', async (_, run) => {
    await setBackend('cpu');
    const expected = await run();
    await setBackend('wasm');
    const found = await run();
    expect(expected.at(-1)).toBeLessThan(0.95 * expected[0]!);
    found.forEach((loss, step) => {
      expect(Math.abs(loss / expected[step]! - 1), `step ${step}: ${loss}`).toBeLessThan(1e-3);
    });
  });
});
