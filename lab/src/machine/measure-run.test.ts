import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { experiments } from '../experiments';
import type { Run } from '../run';
import { measureRun } from './measure-run';
import { startBackend } from './start-backend';

let work: string;
beforeAll(async () => {
  await startBackend('wasm');
  work = mkdtempSync(join(tmpdir(), 'slipform-runs-'));
});
afterAll(() => rmSync(work, { recursive: true }));

const choices = { firstSeed: 7, pretrain: false };

/** A run with so little to do that it takes seconds. */
function small(run: Run): Run {
  const { pretraining, training, evaluation } = run;
  return {
    ...run,
    pretraining:
      typeof pretraining === 'string' || pretraining.of === 'icons'
        ? pretraining
        : { ...pretraining, captions: 400, steps: 2, batchSize: 8, width: 32, layers: 1 },
    ...(training
      ? {
          training: {
            ...training,
            captions: 100,
            steps: 3,
            batchSize: training.batchSize >> 4,
            measureEvery: 1,
          },
        }
      : {}),
    evaluation:
      evaluation.asks === 'scenes'
        ? { ...evaluation, styles: ['fluent'], count: 12 }
        : evaluation.asks === 'keywords'
          ? { ...evaluation, questions: 2 }
          : evaluation.asks === 'similarity'
            ? { ...evaluation, captions: 50 }
            : evaluation,
  };
}

const one = (name: string, variant: string) => {
  const run = experiments
    .find((experiment) => experiment.name === name)
    ?.runs(7, choices)
    .find((each) => each.variant === variant);
  if (!run) throw new Error(`${name} has no variant ${variant}`);
  return small(run);
};
const measure = async (run: Run) => (await measureRun(run, work, () => {})).rows;

describe('a run', () => {
  test.each([
    ['scenes-demo', 'Cement', ['accuracy', 'recall@1 texts', 'similarity budget', 'logit scale']],
    ['scenes-demo', 'checkpoint', ['accuracy', 'recall@1 images']],
    ['scenes-demo', 'text only', ['accuracy']],
    ['losses', 'adaptive, permuted', ['accuracy', 'recall@1 texts', 'linear probe', 'similarity budget']],
    ['losses', 'balanced, paired', ['accuracy', 'multi-label probe', 'embedding budget']],
    ['budget', 'HN-NCE', ['accuracy', 'similarity budget']],
    ['kinds', 'relations replaced', ['accuracy', 'linear probe']],
    ['relations', 'static 4, all kinds', ['accuracy', 'loss']],
    ['batch-size', 'InfoNCE, 256, as many steps', ['accuracy', 'loss']],
    ['shortcut', 'no margin, few words inserted', ['accuracy', 'embedding budget']],
    ['similarity', 'InfoNCE', ['similarity', 'correlation']],
    ['concreteness', 'one half', ['keyword accuracy', 'keyword half']],
  ])('of %s, %s, measures what it is about, and leaves no tensor', async (name, variant, metrics) => {
    const before = memory().numTensors;
    const rows = await measure(one(name, variant));
    for (const metric of metrics) expect(rows.map((row) => row.metric)).toContain(metric);
    for (const { metric, kind, value } of rows) {
      if (metric !== 'correlation') expect(Number.isFinite(value), `${metric} ${kind}`).toBe(true);
    }
    expect(memory().numTensors).toBe(before);
  });

  test('is the same twice, but for its time', async () => {
    const run = one('concreteness', 'random');
    const timeless = async () => (await measure(run)).filter(({ metric }) => metric !== 'seconds');
    const rows = await timeless();
    expect(rows.length).toBeGreaterThan(100);
    expect(await timeless()).toEqual(rows);
  });

  test('of the demo keeps its answers and what was mined', async () => {
    const { results, mined } = await measureRun(one('scenes-demo', 'Cement'), work, () => {});
    expect(results![0]!.answers).toHaveLength(60);
    expect(mined!.records.length).toBeGreaterThan(100);
  });
});

test('every experiment is tried above, its variants have names of their own, and every seed has all of them', () => {
  for (const experiment of experiments) {
    const names = (seed: number) =>
      experiment.runs(seed, { firstSeed: seed, pretrain: false }).map(({ variant }) => variant);
    expect(names(0).length).toBeGreaterThan(0);
    expect(new Set(names(0)).size).toBe(names(0).length);
    expect(names(1)).toEqual(names(0));
  }
});
