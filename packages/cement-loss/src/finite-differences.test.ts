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
import { gradientBudget } from './budget/gradient-budget';
import { cementLoss } from './losses/cement-loss';
import { adaptiveMargin } from './margins/adaptive-margin';
import { balancedMargin } from './margins/balanced-margin';
import { fittedMargin } from './margins/fitted-margin';
import type { Margin } from './margins/margin';
import { noMargin } from './margins/no-margin';
import { staticMargin } from './margins/static-margin';
import { distance } from './testing/golden';
import { hundredths, type RandomBatch, randomProblem } from './testing/random-batch';
import { differences, referenceLoss, referenceRanks, withoutCopies } from './testing/reference';

type Rows = number[][];

/** A margin of ours, and what it is: in its unit, or as the balanced margin's share. */
interface MarginCase {
  readonly margin: Margin;
  readonly truth: ((c: Rows, valid: Rows) => Rows) | number;
}

const unit = fc.constantFrom('logit' as const, 'cosine' as const);
const each = (c: Rows, of: (c: number) => number): Rows => c.map((row) => row.map(of));
const margins: fc.Arbitrary<MarginCase> = fc.oneof(
  fc.constant({ margin: noMargin(), truth: (c: Rows) => each(c, () => 0) }),
  fc.record({ value: hundredths(-3, 3), unit }).map((options) => ({
    margin: staticMargin(options),
    truth: (c: Rows) => each(c, () => options.value),
  })),
  fc.record({ max: hundredths(-3, 3), min: hundredths(-1, 1), unit }).map((options) => ({
    margin: adaptiveMargin(options),
    truth: (c: Rows) => each(c, (x) => options.min + ((options.max - options.min) * (x - 1)) / 4),
  })),
  fc.record({ max: hundredths(-3, 3), min: hundredths(-1, 1), unit }).map((options) => ({
    margin: adaptiveMargin({ ...options, scale: 'rank' }),
    truth: (c: Rows, valid: Rows) =>
      each(referenceRanks(c, valid), (rank) => options.min + (options.max - options.min) * rank),
  })),
  hundredths(0.05, 0.95).map((share) => ({ margin: balancedMargin({ share }), truth: share })),
  fc.record({ factor: hundredths(0.5, 3), unit }).map((options) => ({
    // A straight line down from c = 1 to c = 5.
    margin: fittedMargin(
      [
        { concreteness: 1, similarity: 0.9 },
        { concreteness: 5, similarity: 0.5 },
      ],
      options,
    ),
    truth: (c: Rows) => each(c, (x) => options.factor * 0.1 * (x - 1)),
  })),
);

/** `[N·K]` rows as `[N][K]`. */
const byPair = <T>({ images }: RandomBatch, entries: T[]): T[][] => {
  const perRow = entries.length / images.length;
  return images.map((_, i) => entries.slice(i * perRow, (i + 1) * perRow));
};

const problem = fc
  .tuple(
    randomProblem(margins),
    fc.record({
      normalize: fc.boolean(),
      chunkSize: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    }),
  )
  .map(([drawn, more]) => ({ ...drawn, ...more }));

describe.each(['cpu', 'wasm'])('against the definition in float64, on %s', (backend) => {
  beforeAll(async () => {
    expect(await setBackend(backend)).toBe(true);
  });

  it('value, gradients and budget of any batch in any layout with any margin, dense and in chunks', () => {
    fc.assert(
      fc.property(problem, (drawn) => {
        const { batch, layout, hardImages, concreteness, margin, normalize, chunkSize } = drawn;
        const { holes, grouped, named } = drawn;
        const { images, captions, hard, tau } = batch;
        const textIds = named ? batch.textIds : undefined;
        const valid = holes ? batch.valid : each(batch.valid, () => 1);
        const there = withoutCopies(valid, textIds);
        const groups = grouped ? batch.groups : images.map((_, i) => i);
        const inTwo = layout !== 'captions';
        const state = { scale: 1 / tau };
        const balanced = new Map<string, number>();
        const reference = () => {
          const inLogits = margin.margin.unit === 'cosine' ? state.scale : 1;
          const { truth } = margin;
          return referenceLoss({
            images,
            captions,
            hardCaptions: byPair(batch, hard),
            hardImages,
            valid,
            groups,
            textIds,
            layout,
            margins:
              typeof truth === 'number' ? truth : each(truth(concreteness, there), (m) => m * inLogits),
            balanced,
            tau: 1 / state.scale,
            normalize,
          });
        };
        const before = memory().numTensors;
        tidy(() => {
          const options = { margin: margin.margin, normalize, layout, chunkSize };
          const rest = { concreteness, ...(holes && { valid }), ...(grouped && { groups }), textIds };
          const { value, grads } = valueAndGrads((...inputs: Tensor[]) => {
            const [v, t, h, logitScale, u] = inputs as [Tensor, Tensor, Tensor, Tensor, Tensor?];
            const parts = { images: v, captions: t, hardCaptions: h, ...(u && { hardImages: u }) };
            return cementLoss({ ...parts, ...rest }, { ...options, logitScale });
          })([
            tensor2d(images),
            tensor2d(captions),
            tensor(byPair(batch, hard)),
            scalar(1 / tau),
            ...(inTwo ? [tensor2d(hardImages)] : []),
          ]);
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
          truth.push(ofScale);
          if (inTwo) truth.push(differences(hardImages, () => reference().loss));
          for (const [index, gradient] of truth.entries()) {
            const found = [...(grads[index]?.dataSync() ?? [])];
            const size = Math.max(...gradient.map(Math.abs));
            // Gradients that vanish (one pair, one dimension) leave float32's rounding of what cancelled.
            expect(distance(found, gradient) * size, `gradient ${index}`).toBeLessThan(
              2e-4 * size + 2e-5 / tau,
            );
          }

          const budget = gradientBudget(
            { images, captions, hardCaptions: byPair(batch, hard), ...(inTwo && { hardImages }), ...rest },
            { ...options, logitScale: 1 / tau },
          );
          for (const [direction, rows] of [
            [budget.imageToText, expected.imageRows],
            [budget.textToImage, expected.textRows],
          ] as const) {
            const wanted = (of: (row: (typeof rows)[number]) => number): number[] => {
              const all = Array(images.length * (inTwo ? 2 : 1)).fill(0);
              for (const row of rows) all[row.at] = of(row) / tau;
              return all;
            };
            for (const [found, truths] of [
              [direction.hard, wanted(({ hard }) => hard)],
              [direction.easy, wanted(({ easy }) => easy)],
              [direction.pull, wanted(({ hard, easy }) => hard + easy)],
            ] as const) {
              const shares = [...found.dataSync()];
              expect(shares.length).toBe(truths.length);
              shares.forEach((share, row) => {
                expect(Math.abs(share - (truths[row] ?? Number.NaN))).toBeLessThan(1e-4 / tau);
              });
            }
          }
        });
        expect(memory().numTensors).toBe(before);
      }),
      { numRuns: 300, seed: 0 },
    );
  });
});
