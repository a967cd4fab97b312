import '@tensorflow/tfjs-backend-cpu';
import {
  concat,
  memory,
  ones,
  randomNormal,
  reshape,
  setBackend,
  type Tensor,
  tidy,
  zeros,
} from '@tensorflow/tfjs-core';
import { initializers, input, layers, model, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it } from 'vitest';
import { asLayersLoss, cementLoss, infoNceLoss, layersTargets, negClipLoss } from '../index';

const [ROWS, DIM, HARD] = [24, 6, 2];
const seeded = (shape: number[], seed: number) => randomNormal(shape, 0, 1, 'float32', seed);

beforeAll(async () => {
  await setBackend('cpu');
});

describe('asLayersLoss', () => {
  it('is the loss of the parts of the output', () => {
    const before = memory().numTensors;
    tidy(() => {
      const [images, captions] = [seeded([ROWS, DIM], 1), seeded([ROWS, DIM], 2)];
      const hardCaptions = seeded([ROWS, HARD, DIM], 3);
      const whole = concat([images, captions, reshape(hardCaptions, [ROWS, HARD * DIM])], 1);
      const concreteness = Array.from({ length: ROWS }, (_, i) => [1 + (i % 5), 3]);
      const valid = concreteness.map(([first = 0]) => [first > 1 ? 1 : 0, 1]);
      const targets = layersTargets({ concreteness, valid }, (2 + HARD) * DIM);
      const loss = asLayersLoss((batch) => cementLoss(batch), { hardPerRow: HARD });
      const expected = cementLoss({ images, captions, hardCaptions, concreteness, valid });
      expect(loss(targets, whole).dataSync()[0]).toBeCloseTo(expected.dataSync()[0] ?? Number.NaN, 6);
    });
    expect(memory().numTensors).toBe(before);
  });

  it('trains a model of tfjs-layers with compile and fit', async () => {
    const towers = [3, 4].map((seed) =>
      layers.dense({
        units: DIM,
        kernelInitializer: initializers.glorotNormal({ seed }),
        name: `tower${seed}`,
      }),
    );
    const [image, caption, hard] = ['image', 'caption', 'hard'].map((name) =>
      input({ shape: [8], name }),
    ) as [SymbolicTensor, SymbolicTensor, SymbolicTensor];
    const embed = (tower: number, x: SymbolicTensor) => towers[tower]?.apply(x) as SymbolicTensor;
    const output = layers
      .concatenate()
      .apply([embed(0, image), embed(1, caption), embed(1, hard)]) as SymbolicTensor;
    const net = model({ inputs: [image, caption, hard], outputs: output });
    net.compile({ optimizer: 'adam', loss: asLayersLoss((batch) => cementLoss(batch)) });

    const x = [seeded([ROWS, 8], 5), seeded([ROWS, 8], 6), seeded([ROWS, 8], 7)];
    const concreteness = Array.from({ length: ROWS }, (_, i) => 1 + (i % 5));
    const y = layersTargets({ concreteness }, 3 * DIM);
    const { history } = await net.fit(x, y, { epochs: 30, batchSize: 10, verbose: 0, shuffle: false });
    const losses = (history.loss ?? []) as number[];
    expect(losses.every(Number.isFinite)).toBe(true);
    expect(losses.at(-1)).toBeLessThan(0.8 * (losses[0] ?? 0));
  });

  it('takes targets without concreteness for a loss that needs none; one that does becomes NaN', () => {
    const before = memory().numTensors;
    tidy(() => {
      const [images, captions, hardCaptions] = [1, 2, 3].map((seed) => seeded([ROWS, DIM], seed)) as [
        Tensor,
        Tensor,
        Tensor,
      ];
      const valid = Array.from({ length: ROWS }, (_, i) => i % 2);
      const targets = layersTargets({ valid }, 3 * DIM);
      const output = concat([images, captions, hardCaptions], 1);
      const expected = negClipLoss({ images, captions, hardCaptions, valid }).dataSync()[0];
      expect(asLayersLoss((batch) => negClipLoss(batch))(targets, output).dataSync()[0]).toBeCloseTo(
        expected ?? Number.NaN,
        6,
      );
      expect(asLayersLoss((batch) => cementLoss(batch))(targets, output).dataSync()[0]).toBeNaN();
    });
    expect(memory().numTensors).toBe(before);
  });

  it('takes a loss without hard captions', () => {
    tidy(() => {
      const output = seeded([4, 6], 1);
      const loss = asLayersLoss(infoNceLoss, { hardPerRow: 0 })(zeros([4, 6]), output);
      expect(Number.isFinite(loss.dataSync()[0])).toBe(true);
    });
  });

  it.each([
    [
      () => asLayersLoss(infoNceLoss)(ones([2, 4]), ones([2, 4])),
      'asLayersLoss: output must have shape [batch, 3·D], got float32 [2, 4]',
    ],
    [
      () => asLayersLoss(infoNceLoss)(ones([2, 1]), ones([2, 6])),
      'asLayersLoss: targets must be what layersTargets returns for width 6, got float32 [2, 1]',
    ],
    [
      () => layersTargets({ concreteness: [[1, 2]] }, 3),
      'layersTargets: width must be a whole number of at least 2·K = 4, got 3',
    ],
    [
      () => layersTargets({ concreteness: [1, 2], valid: [1] }, 3),
      'layersTargets: valid must have the shape of concreteness, [2], got float32 [1]',
    ],
    [
      () => layersTargets({ concreteness: [1, 7] }, 3),
      'layersTargets: concreteness must lie in [1, 5] (map your scale first), got 7 at row 1',
    ],
    [
      () => layersTargets({ concreteness: [1, 2], valid: [0.5, 1] }, 3),
      'layersTargets: valid must hold 0 and 1 only, got 0.5 at row 0',
    ],
    [() => layersTargets({}, 3), 'layersTargets: concreteness must be a tensor or an array, got undefined'],
    [
      () => asLayersLoss(infoNceLoss, { hardPerRow: 2, hardImages: true })(zeros([2, 10]), zeros([2, 10])),
      'asLayersLoss: hardPerRow must be 1 with hardImages, got 2',
    ],
  ] as const)('names what does not fit: %#', (call: () => Tensor, message) => {
    expect(() => tidy(call)).toThrow(message);
  });
});
