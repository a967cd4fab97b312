import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { colours } from '../experiments/colours';
import type { Measurement } from '../row';
import type { Run } from '../run';
import { ResultFile } from './result-file';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-results-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const runOf = (variant: string, seed: number): Run => {
  const run = colours.runs(seed, { firstSeed: seed }).find(({ training }) => training)!;
  return { ...run, variant };
};
const origin = {
  ...{ version: '0.1.0', commit: 'abc', changed: true },
  ...{ startedAt: '2026-12-02T05:39:20.000Z', processorSeconds: 12.3 },
};
const rows: Measurement[] = [
  { metric: 'accuracy', kind: 'below 3', value: 0.123456789 },
  { metric: 'loss', step: 10, value: 2 },
  { metric: 'correlation', value: Number.NaN },
];

test('rows come back as they went in, to six digits, with columns for what they are about', async () => {
  const file = join(folder, 'whole.jsonl');
  const results = await ResultFile.open(file, 'colours');
  await results.append(runOf('adaptive, "permuted"', 0), rows, origin);
  await results.append(runOf('no margin', 1), rows, origin);
  const again = await ResultFile.open(file, 'colours');
  expect(again.has(runOf('no margin', 1))).toBe(true);
  expect(again.has(runOf('no margin', 0))).toBe(false);
  const about = { experiment: 'colours', variant: 'adaptive, "permuted"', seed: 0 };
  expect(again.runs()[0]!.rows).toEqual([
    { ...about, metric: 'accuracy', kind: 'below 3', value: 0.123457 },
    { ...about, metric: 'loss', step: 10, value: 2 },
    { ...about, metric: 'correlation', value: null },
  ]);
  const last = JSON.parse(readFileSync(file, 'utf8').trim().split('\n').at(-1)!);
  expect(last).toMatchObject({ metric: 'done', settings: expect.stringMatching(/^[0-9a-f]{8}$/), ...origin });
  expect(await ResultFile.read(file, 'colours')).toEqual(again.runs());
});

test('what an interrupted run left is cut off, wherever it was interrupted', async () => {
  const file = join(folder, 'cut.jsonl');
  const results = await ResultFile.open(file, 'colours');
  await results.append(runOf('é', 0), rows, origin);
  const whole = readFileSync(file);
  await results.append(runOf('b', 0), rows, origin);
  const both = readFileSync(file);
  expect(both.length).toBeGreaterThan(whole.length + 100);
  for (let end = whole.length; end < both.length; end++) {
    writeFileSync(file, both.subarray(0, end));
    const opened = await ResultFile.open(file, 'colours');
    expect(opened.runs().map(({ variant }) => variant)).toEqual(['é']);
    expect(readFileSync(file).equals(whole)).toBe(true);
  }
});

test('rows that other settings gave are not taken for these', async () => {
  const results = await ResultFile.open(join(folder, 'other-settings.jsonl'), 'colours');
  const run = runOf('a', 0);
  await results.append(run, rows, origin);
  expect(results.has(run)).toBe(true);
  const changed: Run = { ...run, training: { ...run.training!, steps: 7 } };
  expect(() => results.has(changed)).toThrow(
    'holds a, seed 0, of a run with other options; give another --out',
  );
});

test('a file of something else is refused, with the line', async () => {
  const file = join(folder, 'other.jsonl');
  const results = await ResultFile.open(file, 'colours');
  await results.append(runOf('a', 0), rows, origin);
  await expect(ResultFile.open(file, 'demo')).rejects.toThrow('must be a row of the experiment demo');
  appendFileSync(file, '{"experiment":"colours","variant":"a"}\n');
  await expect(ResultFile.open(file, 'colours')).rejects.toThrow('variant, seed, metric and value, got');
  writeFileSync(file, 'mine\n');
  await expect(ResultFile.open(file, 'colours')).rejects.toThrow('got "mine"');
  expect(readFileSync(file, 'utf8')).toBe('mine\n');
});

test('rows are of a model by its bytes, not by where it lies', async () => {
  const file = join(folder, 'start.jsonl');
  const from = (folder: string, sha256: string): Run => ({ ...runOf('a', 0), start: { folder, sha256 } });
  const results = await ResultFile.open(file, 'colours');
  await results.append(from('one', 'aa'), rows, origin);
  const again = await ResultFile.open(file, 'colours');
  expect(again.has(from('two', 'aa'))).toBe(true);
  for (const other of [from('one', 'bb'), runOf('a', 0)])
    expect(() => again.has(other)).toThrow('of a run with other options');
});
