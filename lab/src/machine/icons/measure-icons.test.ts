import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Icon } from '@slipform/icons';
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { iconsBatch } from '../../experiments/icons-batch';
import { iconsPartners } from '../../experiments/icons-partners';
import { iconsPolicy } from '../../experiments/icons-policy';
import { iconsPremise } from '../../experiments/icons-premise';
import { partOfWorld } from '../../icons/icon-world';
import { iconOf, signedThings, smallWorld } from '../../icons/testing/small-world';
import type { Run } from '../../run';
import { keptWorld, makeStudy } from '../../studies/icon-study';
import { measureRun } from '../measure-run';
import { startBackend } from '../start-backend';

/** One set of a training artist, and sets of artists on either other side of the split, two of which are of the test. */
const SETS = ['lucide', 'jam', 'iconoir', 'carbon'];

/** Sets that lack some names each: who asks about those of test artists leaves pairs of words to train on. */
function names(set: string): Icon[] {
  const lacks = (thing: number, sign: number) => set !== 'lucide' && (thing * 5 + sign) % 9 > 1;
  return signedThings(set, lacks).map((id) => iconOf(id, { body: id }));
}

let work: string;
beforeAll(async () => {
  await startBackend('wasm');
  work = mkdtempSync(join(tmpdir(), 'slipform-icons-'));
  const whole = smallWorld(SETS.flatMap(names), 32);
  await keptWorld(join(work, 'icons-all-study'), async () => makeStudy(whole));
  await keptWorld(join(work, 'icons-all-training'), async () => ({
    world: partOfWorld(whole, ({ set }) => set === 'lucide'),
    beside: null,
  }));
});
afterAll(() => rmSync(work, { recursive: true }));

/** The same run with a small model and little to do. */
function small(run: Run): Run {
  const { pretraining, training } = run;
  if (typeof pretraining === 'string' || pretraining.of !== 'icons') throw new Error('unreachable: icons');
  const tower = { width: 32, layers: 1, heads: 1 };
  return {
    ...run,
    pretraining: {
      ...pretraining,
      ...{ steps: 2, batchSize: 8, vocabularySize: 600, embeddingSize: 16 },
      image: { ...pretraining.image, ...tower, stem: [8], patchSize: 16 },
      text: { ...pretraining.text, ...tower },
    },
    ...(training
      ? { training: { ...training, steps: 3, batchSize: 8, measureEvery: 1, warmupSteps: 1 } }
      : {}),
  };
}

const one = (experiment: typeof iconsPolicy, variant: string, seed = 3) =>
  small(experiment.runs(seed, { firstSeed: seed }).find((run) => run.variant === variant)!);

const experimentOf = (name: string) =>
  [iconsPolicy, iconsPartners, iconsBatch].find((each) => each.name === name)!;

describe('a run on icons', () => {
  test.each([
    ['icons-policy', 'checkpoint', ['group', 'recall@10 images']],
    ['icons-policy', 'none', ['group', 'loss']],
    ['icons-policy', 'concrete 3', ['group', 'similarity budget', 'band budget']],
    ['icons-policy', 'weighted 3', ['text', 'band budget']],
    ['icons-policy', 'reversed', ['image', 'similarity budget']],
    ['icons-policy', 'wide', ['recall@10 texts']],
    ['icons-partners', 'unpaired', ['group', 'loss']],
    ['icons-partners', 'edited 3', ['group', 'band budget']],
    ['icons-partners', 'captions 3', ['group', 'band budget']],
    ['icons-partners', 'pairs', ['group', 'band budget']],
    ['icons-partners', 'abstract pairs 3', ['group', 'band budget']],
    ['icons-batch', 'random, 128', ['group']],
  ] as const)(
    'of %s, %s, measures what it is about, and leaves no tensor',
    async (name, variant, metrics) => {
      const before = memory().numTensors;
      const { rows, answers } = await measureRun(one(experimentOf(name), variant), work, () => {});
      for (const metric of metrics) expect(rows.map((row) => row.metric)).toContain(metric);
      for (const { metric, kind, value } of rows)
        expect(Number.isFinite(value), `${metric} ${kind}`).toBe(true);
      expect(answers).toMatch(/^[0-3]{20,}$/);
      expect(memory().numTensors).toBe(before);
    },
  );

  test('is the same twice, but for its time, and another seed differs', async () => {
    const answersOf = async (seed: number) =>
      (await measureRun(one(iconsPolicy, 'adaptive', seed), work, () => {})).answers;
    const answers = await answersOf(3);
    expect(await answersOf(3)).toBe(answers);
    expect(await answersOf(4)).not.toBe(answers);
  });

  test('of the premise has a similarity for each exchange, and shares that fall with the batch', async () => {
    const run = one(iconsPremise, 'checkpoint');
    const { rows, answers } = await measureRun(run, work, () => {});
    const similarities = JSON.parse(answers!);
    for (const values of Object.values<number[]>(similarities)) {
      expect(values.length).toBeGreaterThan(20);
      for (const value of values) expect(Math.abs(value)).toBeLessThanOrEqual(1000);
    }
    const share = (kind: string) =>
      rows.find((row) => row.metric === 'hard share' && row.kind === kind)!.value;
    expect(share('concrete, 64')).toBeLessThan(share('concrete, 16'));
  });
});
