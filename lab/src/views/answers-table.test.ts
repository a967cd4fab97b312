import { fileURLToPath } from 'node:url';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, expect, test } from 'vitest';
import { answersTable } from './answers-table';
import { DEMO_MODELS, readJudged } from './demo-judged';

const results = fileURLToPath(new URL('../../results', import.meta.url));
let rows: Record<string, unknown>[] = [];
beforeAll(async () => {
  const { holds, content } = await answersTable('demo', results, 'answers.jsonl');
  rows = (content as string)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(holds).toBe(`${rows.length.toLocaleString('en')} answers`);
});

test('every answer of every model and seed stands in the table, with its cosines', async () => {
  const { questions, answers } = await readJudged('demo', results, DEMO_MODELS);
  const judged = [...answers].flatMap(([model, bySeed]) =>
    [...bySeed].map(([seed, own]) => ({ model, seed, own })),
  );
  expect(judged.length).toBeGreaterThan(3);
  expect(rows).toHaveLength(judged.length * questions.pairs.length);
  const { model, seed, own } = judged.at(-1)!;
  const last = rows.findLast((row) => row.model === model && row.seed === seed)!;
  expect([last.s11, last.s12, last.s21, last.s22]).toEqual(own.scores.slice(-4));
  expect(last.caption2).toBe(questions.pairs.at(-1)!.captions[1]);
});

test('pairing follows from the cosines of a row', () => {
  for (const { s11, s12, s21, s22, pairing } of rows as Record<string, number>[])
    expect(pairing).toBe(s11! + s22! > s12! + s21!);
});

test('Parquet holds the same rows', async () => {
  const bytes = (await answersTable('demo', results, 'answers.parquet')).content as Uint8Array;
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  expect(await parquetReadObjects({ file })).toEqual(rows);
});

test('no answers yet is one sentence', async () => {
  await expect(answersTable('demo', 'nowhere', 'x.jsonl')).rejects.toThrow(/demo\.answers\.json\.gz/);
});
