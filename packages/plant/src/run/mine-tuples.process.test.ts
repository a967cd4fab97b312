import { existsSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { runCommand } from '../command';
import type { HardNegative } from '../hard-negative';

const { file, path } = useFolder();
const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterAll(() => said.mockRestore());
afterEach(() => said.mockClear());
const errors = () => said.mock.calls.map(([text]) => String(text)).join('');

const captions = [
  'A bird is sitting on a red car.',
  'Idea.',
  'A cat is sitting on a red car.',
  'A cup of coffee beside a laptop.',
];
const input = () =>
  file(
    'in.jsonl',
    captions
      .map(
        (caption, i) =>
          `${JSON.stringify({ id: `${i}`, image_id: `p${i}`, filepath: `${i}.jpg`, caption })}\n`,
      )
      .join(''),
  );
const linesOf = (bytes: Buffer) =>
  bytes
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('triplets are the file of the image, its caption and a negative, in this order, as the records say', async () => {
  const options = ['--per-caption', '3', '--sense', '1', '--quiet'];
  expect(await runCommand(['mine', input(), '-o', path('records.jsonl'), ...options])).toBe(0);
  const records: HardNegative[] = linesOf(readFileSync(path('records.jsonl')));
  expect(records.length).toBeGreaterThan(3);
  const triplets = records.map(({ filepath, caption, negative }) => [filepath, caption, negative]);
  const triplet = [...options, '--output-format', 'triplet'];
  expect(await runCommand(['mine', input(), '-o', path('t.jsonl.gz'), ...triplet])).toBe(0);
  const rows = linesOf(gunzipSync(readFileSync(path('t.jsonl.gz'))));
  expect(rows.map((row) => Object.values(row))).toEqual(triplets);
  expect(Object.keys(rows[0])).toEqual(['anchor', 'positive', 'negative']);
  expect(await runCommand(['mine', input(), '-o', path('t.parquet'), ...triplet])).toBe(0);
  const parquet = await asyncBufferFromFile(path('t.parquet'));
  expect(await parquetReadObjects({ file: parquet })).toEqual(rows);
  const { children } = parquetSchema(await parquetMetadataAsync(parquet));
  expect(children.map(({ element }) => element.name)).toEqual(['anchor', 'positive', 'negative']);
});

test('an n-tuple has all its negatives; captions with fewer are counted and left out, also in blocks', async () => {
  const options = ['--output-format', 'n-tuple', '--per-caption', '2', '--sense', '1', '--block-size', '2'];
  const run = ['mine', input(), '-o', path('n.parquet'), ...options];
  expect(await runCommand(run)).toBe(0);
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path('n.parquet')) });
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(Object.keys(row)).toEqual(['anchor', 'positive', 'negative_1', 'negative_2']);
    expect(new Set(Object.values(row)).size).toBe(4);
  }
  const [, mined] = /, (\d+) with a negative/.exec(errors()) ?? [];
  const [, out = '0'] = /(\d+) captions? with fewer than 2 negatives left out/.exec(errors()) ?? [];
  expect(mined).toBe(String(rows.length + Number(out)));
});

test('with --image-root anchors are absolute paths of files that are there', async () => {
  for (const i of captions.keys()) file(`images/${i}.jpg`, '');
  const options = ['--output-format', 'triplet', '--image-root', path('images'), '--sense', '1', '--quiet'];
  expect(await runCommand(['mine', input(), '-o', path('rooted.jsonl'), ...options])).toBe(0);
  const rows = linesOf(readFileSync(path('rooted.jsonl')));
  expect(rows.length).toBeGreaterThan(0);
  for (const { anchor } of rows) {
    expect(isAbsolute(anchor)).toBe(true);
    expect(existsSync(anchor)).toBe(true);
  }
  rmSync(path('images/2.jpg'));
  const again = ['mine', input(), '-o', path('lost.jsonl'), ...options];
  await expect(runCommand(again)).rejects.toThrow(
    /--image-root ".*images" has no "2.jpg", the image of the caption "2"/,
  );
  expect(existsSync(path('lost.jsonl'))).toBe(false);
  const records = ['mine', input(), '-o', path('records.jsonl'), '--image-root', path('images'), '--force'];
  await expect(runCommand(records)).rejects.toThrow(
    '--image-root belongs to --output-format triplet and n-tuple',
  );
});

test('what a tuple cannot hold is refused, and a caption without an image ends the run with nothing written', async () => {
  const wrong = (...args: string[]) =>
    runCommand(['mine', input(), '-o', path('x.jsonl'), '--output-format', 'triplet', ...args]);
  await expect(wrong('--keep-all', '--offsets', 'codepoints')).rejects.toThrow(
    "--keep-all and --offsets can't go with triplet",
  );
  await expect(
    runCommand(['mine', input(), '-o', path('x.tsv'), '--output-format', 'n-tuple']),
  ).rejects.toThrow('n-tuple is written as JSON lines or Parquet, not as tsv');
  file('plain.txt', 'A dog on a bed.\nA cat on a bed.\n');
  const plain = ['mine', path('plain.txt'), '-o', path('x.jsonl'), '--output-format', 'triplet', '--quiet'];
  await expect(runCommand(plain)).rejects.toThrow(
    'the anchor of a triplet is the caption\'s image, and the caption "1" has none',
  );
  expect(existsSync(path('x.jsonl'))).toBe(false);
});
