import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import {
  memory,
  scalar,
  setBackend,
  type Tensor,
  tensor,
  tensor2d,
  tidy,
  valueAndGrads,
} from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cementLoss } from './cement-loss';
import { gradientBudget } from './gradient-budget';
import { adaptiveMargin } from './margins/adaptive-margin';
import { distance } from './testing/golden';
import { hundredths, randomBatch, table } from './testing/random-batch';
import { differences, type ReferenceBatch, referenceLoss } from './testing/reference';

const problem = randomBatch.chain((batch) =>
  fc.record({
    batch: fc.constant(batch),
    concreteness: table(batch.images.length, batch.hard.length / batch.images.length, hundredths(1, 5)),
    max: hundredths(-3, 3),
    unit: fc.constantFrom('logit' as const, 'cosine' as const),
    normalize: fc.boolean(),
  }),
);

describe.each(['cpu', 'wasm'])('against the formula in float64, on %s', (backend) => {
  beforeAll(async () => {
    expect(await setBackend(backend)).toBe(true);
  });

  it('value, gradients and budget of any batch', () => {
    fc.assert(
      fc.property(problem, ({ batch, concreteness, max, unit, normalize }) => {
        const { images, captions, hard, valid, groups, tau } = batch;
        const rows = images.length;
        const hardPerRow = hard.length / rows;
        const hardCaptions = images.map((_, i) => hard.slice(i * hardPerRow, (i + 1) * hardPerRow));
        const margin = { max, min: 0.5, unit };
        const state = { scale: 1 / tau };
        const reference = () => {
          const inLogits = unit === 'cosine' ? state.scale : 1;
          const margins = concreteness.map((row) =>
            row.map((c) => inLogits * (0.5 + ((max - 0.5) * (c - 1)) / 4)),
          );
          const batch: ReferenceBatch = {
            images,
            captions,
            hardCaptions,
            valid,
            groups,
            margins,
            tau: 1 / state.scale,
            normalize,
          };
          return referenceLoss(batch);
        };
        const before = memory().numTensors;
        tidy(() => {
          const options = { margin: adaptiveMargin(margin), normalize };
          const rest = { concreteness, valid, groups };
          const { value, grads } = valueAndGrads((v: Tensor, t: Tensor, h: Tensor, logitScale: Tensor) => {
            const batch = { images: v, captions: t, hardCaptions: h, ...rest };
            return cementLoss(batch, { ...options, logitScale });
          })([tensor2d(images), tensor2d(captions), tensor(hardCaptions), scalar(1 / tau)]);
          const expected = reference();
          expect(Math.abs((value.dataSync()[0] ?? Number.NaN) - expected.loss)).toBeLessThan(
            2e-5 * (1 + expected.loss),
          );

          const scaleRow = [[state.scale]];
          const ofScale = differences(scaleRow, () => {
            state.scale = scaleRow[0]?.[0] ?? Number.NaN;
            return reference().loss;
          });
          state.scale = 1 / tau;
          const truth = [images, captions, hard].map((x) => differences(x, () => reference().loss));
          for (const [index, gradient] of [...truth, ofScale].entries()) {
            const found = [...(grads[index]?.dataSync() ?? [])];
            const size = Math.max(...gradient.map(Math.abs));
            // Gradients that vanish (one pair, one dimension) leave float32's rounding of what cancelled.
            expect(distance(found, gradient) * size, `gradient ${index}`).toBeLessThan(
              2e-4 * size + 2e-5 / tau,
            );
          }

          const budget = gradientBudget(
            { images, captions, hardCaptions, ...rest },
            { ...options, logitScale: 1 / tau },
          );
          for (const [direction, truths] of [
            [budget.imageToText, expected.imageRows],
            [budget.textToImage, expected.textRows],
          ] as const) {
            const scaled = (name: 'hard' | 'easy') => truths.map((row) => row[name] / tau);
            const pull = truths.map((row) => (row.hard + row.easy) / tau);
            for (const [found, wanted] of [
              [direction.hard, scaled('hard')],
              [direction.easy, scaled('easy')],
              [direction.pull, pull],
            ] as const) {
              found.dataSync().forEach((share, row) => {
                expect(Math.abs(share - (wanted[row] ?? Number.NaN))).toBeLessThan(1e-4 / tau);
              });
            }
          }
        });
        expect(memory().numTensors).toBe(before);
      }),
      { numRuns: 60, seed: 0 },
    );
  });
});
