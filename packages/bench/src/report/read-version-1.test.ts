import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleRecord } from '../testing/sample-record';
import { readRecord } from './read-record';

/** The same record as version 1 wrote it. */
function asVersion1({ version: _, ...record }: typeof sampleRecord) {
  return {
    ...record,
    version: 1,
    results: record.results.map(({ answers, trainingSeed, bagOfWordsUpperBound, ...result }) => ({
      ...result,
      seed: trainingSeed,
      ceilings: bagOfWordsUpperBound,
      items: answers.map(({ right, wrong, ...ids }) => ({ ...ids, caption: right, negative: wrong })),
    })),
    comparisons: record.comparisons.map(({ trainingSeed, ...comparison }) => ({
      ...comparison,
      seed: trainingSeed,
    })),
    examples: record.examples.map(({ answers, ...example }) => ({
      ...example,
      answers: answers.map(({ model, right, wrong }) => ({ model, caption: right, negative: wrong })),
    })),
  };
}

test('results.json of version 1, and results saved by themselves then, read as today’s', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slipform-version-1-'));
  const read = async (value: unknown) => {
    await writeFile(join(folder, 'results.json'), JSON.stringify(value));
    return readRecord(join(folder, 'results.json'));
  };
  const seeded = {
    ...sampleRecord,
    results: sampleRecord.results.map((result) => ({ ...result, trainingSeed: 3 })),
    comparisons: sampleRecord.comparisons.map((comparison) => ({ ...comparison, trainingSeed: 3 })),
  };
  const today = await read(seeded);
  expect(today.version).toBe(2);
  expect(today.results[0]!.answers.length).toBeGreaterThan(100);
  expect(today.results[0]!.trainingSeed).toBe(3);
  const old = asVersion1(seeded);
  expect(JSON.stringify(old)).not.toContain('trainingSeed');
  expect(await read(old)).toEqual(today);
  expect((await read(old.results)).results).toEqual(today.results);
  expect((await read(old.results[0])).results).toEqual(today.results.slice(0, 1));
  await expect(read({ ...old, version: 3 })).rejects.toThrow('version 1 or 2');
  await rm(folder, { recursive: true });
});
