import '@tensorflow/tfjs-backend-cpu';
import { dispose, memory, scalar, setBackend, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  balancedMargin,
  budgetRecorder,
  ceClipLoss,
  decoupledLoss,
  type GradientBudgetOptions,
  gradientBudget,
  hnNceLoss,
  infoNceLoss,
  noMargin,
  sigLipLoss,
  tripletClipLoss,
} from '../index';
import { differences } from '../testing/reference';

const wave = (rows: number, phase: number, dim = 5): number[][] =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: dim }, (_, d) => Math.sin(phase + 1.7 * i + 2.3 * d * (i + 1))),
  );
const batch = {
  images: wave(4, 0.2),
  captions: wave(4, 1.1),
  hardCaptions: wave(4, 2.4),
  hardImages: wave(4, 3.9),
};
const values = (x: Tensor): number[] => [...x.dataSync()];

beforeAll(async () => {
  await setBackend('cpu');
});

describe('the budget of any loss', () => {
  const losses: Record<string, GradientBudgetOptions['loss']> = {
    infoNce: infoNceLoss,
    decoupled: decoupledLoss,
    hnNce: (b, options) => hnNceLoss(b, { ...options, beta: 0.5, useHardCaptions: true }),
    sigLip: (b) => sigLipLoss(b, { bias: 0, useHardCaptions: true }),
    ceClip: ceClipLoss,
    tripletClip: tripletClipLoss,
  };

  it.each(Object.entries(losses))('%s: the same in chunks, and not negative', (name, loss) => {
    const before = memory().numTensors;
    const [dense, chunked] = [undefined, 3].map((chunkSize) => {
      const { imageToText, textToImage } = gradientBudget(batch, { loss, chunkSize });
      const all = [imageToText, textToImage].flatMap(({ pull, hard, easy }) => [pull, hard, easy]);
      const read = all.map(values);
      dispose(all);
      return read;
    });
    for (const [index, part] of (dense ?? []).entries()) {
      part.forEach((entry, row) => {
        expect(chunked?.[index]?.[row]).toBeCloseTo(entry, 4);
        // The weights of HN-NCE carry gradients, so that a mild negative may be pulled a little.
        expect(entry).toBeGreaterThanOrEqual(name === 'hnNce' ? -0.01 : -1e-6);
      });
    }
    expect(memory().numTensors).toBe(before);
  });

  it('asks for exactly one loss of this package', () => {
    const before = memory().numTensors;
    const twice: GradientBudgetOptions['loss'] = (b) => {
      infoNceLoss(b).dispose();
      return infoNceLoss(b);
    };
    for (const loss of [() => scalar(1), twice]) {
      expect(() => gradientBudget(batch, { loss })).toThrow(
        'gradientBudget: loss must call one loss of this package once',
      );
    }
    expect(memory().numTensors).toBe(before);
    // And the losses work as before, with their gradients.
    infoNceLoss(batch).dispose();
  });
});

describe("space: 'embedding'", () => {
  const unit = (x: number[]): number[] => x.map((entry) => entry / Math.hypot(...x));
  const dot = (a: number[] = [], b: number[] = []): number =>
    a.reduce((total, entry, d) => total + entry * (b[d] ?? 0), 0);

  it.each([true, false])(
    'norms of the parts of a row loss by its own embedding, normalize %s',
    (normalize) => {
      const scale = 3;
      const images = wave(4, 0.2);
      const as = (x: number[]) => (normalize ? unit(x) : x);
      // One row's loss with all but one kind of its texts held at what it sees of them: that kind's part.
      const norms = (kind: 'pull' | 'hard' | 'easy', row: number): number => {
        const z = (text: number[]) => scale * dot(as(images[row] ?? []), as(text));
        const texts = [...batch.captions, ...batch.hardCaptions];
        const kinds = texts.map((_, j) => (j === row ? 'pull' : j === row + 4 ? 'hard' : 'easy'));
        const held = texts.map(z);
        const loss = () => {
          const logits = texts.map((text, j) => (kinds[j] === kind ? z(text) : (held[j] ?? Number.NaN)));
          return (
            Math.log(logits.reduce((total, one) => total + Math.exp(one), 0)) - (logits[row] ?? Number.NaN)
          );
        };
        return Math.hypot(...differences([images[row] ?? []], loss));
      };
      for (const chunkSize of [undefined, 3]) {
        const budget = gradientBudget(batch, {
          margin: noMargin(),
          space: 'embedding',
          logitScale: scale,
          normalize,
          chunkSize,
        });
        for (const kind of ['pull', 'hard', 'easy'] as const) {
          values(budget.imageToText[kind]).forEach((found, row) => {
            expect(found, `${kind} of row ${row}`).toBeCloseTo(norms(kind, row), 3);
          });
        }
      }
    },
  );

  it('paired: the text direction is the image direction of the turned batch', () => {
    const turned = {
      images: batch.captions,
      captions: batch.images,
      hardCaptions: batch.hardImages,
      hardImages: batch.hardCaptions,
    };
    const options = { layout: 'paired', margin: balancedMargin({ share: 0.5 }), space: 'embedding' } as const;
    const [a, b] = [gradientBudget(batch, options), gradientBudget(turned, options)];
    for (const kind of ['pull', 'hard', 'easy'] as const) {
      values(a.textToImage[kind]).forEach((found, row) => {
        expect(found).toBeCloseTo(values(b.imageToText[kind])[row] ?? Number.NaN, 3);
      });
    }
  });

  it('names a wrong space', () => {
    expect(() => Reflect.apply(gradientBudget, undefined, [batch, { space: 'logits' }])).toThrow(
      "gradientBudget: space must be 'similarity' or 'embedding', got the string \"logits\"",
    );
  });
});

it('a recorder keeps the means by step, and disposes the budgets', async () => {
  const before = memory().numTensors;
  const recorder = budgetRecorder();
  const budgetAt = (share: number) => gradientBudget(batch, { margin: balancedMargin({ share }) });
  const means = tidy(() => values(budgetAt(0.2).imageToText.hard).reduce((a, b) => a + b, 0) / 4);
  await recorder.record(10, budgetAt(0.9));
  await recorder.record(5, budgetAt(0.2));
  expect(recorder.records.map(({ step }) => step)).toEqual([5, 10]);
  expect(recorder.records[0]?.imageToText.hard).toBeCloseTo(means, 4);
  expect(recorder.records[0]?.textToImage.hard).toBe(0);
  expect(memory().numTensors).toBe(before);
});

it('a recorder names what is no budget or no step, and leaves the tensors alone', async () => {
  const recorder = budgetRecorder();
  const budget = gradientBudget(batch, { margin: noMargin() });
  const before = memory().numTensors;
  await expect(recorder.record(budget as never, undefined as never)).rejects.toThrow(
    'budgetRecorder: step must be a finite number, before the budget, got a value of type object',
  );
  await expect(recorder.record(1, budget.imageToText as never)).rejects.toThrow(
    'budgetRecorder: budget must be what gradientBudget returns, got a value of type object',
  );
  expect(memory().numTensors).toBe(before);
  dispose(budget);
  await expect(recorder.record(1, budget)).rejects.toThrow('got a disposed tensor');
  expect(recorder.records).toEqual([]);
});
