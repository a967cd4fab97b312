import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoRecordText, iconRecord, sampleRecord } from '../testing/sample-record';
import { surviveMutations } from '../testing/survive-mutations';
import { readRecord } from './read-record';
import { recordShape } from './record-shape';

test('a changed results.json is rendered and compared, or refused with one sentence', async () => {
  const { well, refused } = await surviveMutations(demoRecordText, 0, 150);
  expect(well).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(50);
});

test('so is one of icons, and what it holds is read back', async () => {
  const { well, refused } = await surviveMutations(JSON.stringify(iconRecord), 0, 100);
  expect(well).toBeGreaterThan(30);
  expect(refused).toBeGreaterThan(30);
  expect(recordShape(JSON.parse(JSON.stringify(iconRecord)), '')).toEqual(
    JSON.parse(JSON.stringify(iconRecord)),
  );
});

test('a record, its results as a list and one of them are read; another version is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'slipform-record-'));
  const read = async (value: unknown) => {
    await writeFile(join(folder, 'results.json'), JSON.stringify(value));
    return readRecord(join(folder, 'results.json'));
  };
  const { results } = await read(sampleRecord);
  expect(results[0]!.answers.length).toBeGreaterThan(100);
  expect((await read(sampleRecord.results)).results).toEqual(results);
  expect((await read(sampleRecord.results[0])).results).toEqual(results.slice(0, 1));
  for (const version of [1, 3]) {
    await expect(read({ ...sampleRecord, version })).rejects.toThrow('version 2, or a list');
  }
  await rm(folder, { recursive: true });
});
