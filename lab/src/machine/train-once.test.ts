import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { colours } from '../experiments/colours';
import type { Run } from '../run';
import { trainOnce } from './train-once';

const run = colours.runs(1, { firstSeed: 1 }).find(({ training }) => training !== undefined)!;
let shared = '';
/** How often something was trained. */
let trainings = 0;

beforeEach(async () => {
  shared = await mkdtemp(join(tmpdir(), 'slipform-once-'));
  trainings = 0;
});
afterEach(() => rm(shared, { recursive: true, force: true }));

const trained = (of: Run) =>
  trainOnce(
    of,
    shared,
    async (folder) => {
      trainings++;
      await writeFile(join(folder, 'model'), `${trainings}`);
      return [{ metric: 'loss', value: trainings }];
    },
    async (model, rows) => [await readFile(model, 'utf8'), rows.length],
  );

test('what an alpha of 1 trained stands for the other alphas of its seed and settings, whatever their names', async () => {
  expect(await trained({ ...run, alpha: 1 })).toEqual(['1', 1]);
  expect(await trained({ ...run, alpha: 0.5, variant: 'half' })).toEqual(['1', 0]);
  expect(await trained({ ...run, alpha: 0.5, seed: run.seed + 1 })).toEqual(['2', 1]);
  expect(await trained({ ...run, alpha: 0.5, keep: 3 })).toEqual(['3', 1]);
  expect(await trained({ ...run, alpha: 1 })).toEqual(['4', 1]);
  expect(await trained({ ...run, alpha: 0.25 })).toEqual(['4', 0]);
});

test('without an alpha nothing stays, nor where training fails', async () => {
  expect(await trained(run)).toEqual(['1', 1]);
  const failing = trainOnce(
    { ...run, alpha: 1 },
    shared,
    async () => Promise.reject(new Error('no step')),
    async () => 0,
  );
  await expect(failing).rejects.toThrow('no step');
  expect(await readdir(shared)).toEqual([]);
});
