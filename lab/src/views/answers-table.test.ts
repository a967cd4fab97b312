import { fileURLToPath } from 'node:url';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, expect, test } from 'vitest';
import { answersTable } from './answers-table';
import { readJudged } from './demo-judged';
import { wrongPage } from './wrong-page';

const results = fileURLToPath(new URL('../../results', import.meta.url));
let rows: Record<string, unknown>[] = [];
beforeAll(async () => {
  const lines = (await answersTable('demo', results, 'answers.jsonl')) as string;
  rows = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
});

test('every answer of every model and seed stands in the table, with its cosines', async () => {
  const { questions, answers } = await readJudged(results);
  const judged = [...answers].flatMap(([model, bySeed]) =>
    [...bySeed].map(([seed, own]) => ({ model, seed, own })),
  );
  expect(judged.length).toBeGreaterThan(10);
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
  const bytes = (await answersTable('demo', results, 'answers.parquet')) as Uint8Array;
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  expect(await parquetReadObjects({ file })).toEqual(rows);
});

test('a page shows what is answered wrong most often first, of each kind', async () => {
  const page = await wrongPage('demo', results);
  const kinds = ['swap', 'other thing', 'other sign'];
  const shown = [...page.matchAll(/<p>(swap|other thing|other sign) · .*? right in (\d+) of (\d+) answers/g)];
  expect(shown.length).toBe(page.split('<section>').length - 1);
  for (const kind of kinds) {
    const right = shown.flatMap(([, own, count]) => (own === kind ? [Number(count)] : []));
    expect(right.length).toBeGreaterThan(5);
    expect(right).toEqual([...right].sort((one, other) => one - other));
  }
  // What nobody answers is there: of the fewest right pairings in the table, the page has the questions.
  const byId = new Map<unknown, number>();
  for (const { id, kind, pairing } of rows)
    if (kind === 'swap') byId.set(id, (byId.get(id) ?? 0) + Number(pairing));
  expect(Number(shown[0]![2])).toBe(Math.min(...byId.values()));
  expect(Number(shown[0]![3])).toBe(rows.length / new Set(rows.map(({ id }) => id)).size);
});

test('a page of questions about single icons is refused in a sentence', async () => {
  await expect(wrongPage('names', results)).rejects.toThrow(
    /^--answers: a page shows questions about pictures of two, and names asks none;/,
  );
});

test('no answers yet is one sentence', async () => {
  await expect(answersTable('demo', 'nowhere', 'x.jsonl')).rejects.toThrow(/demo\.answers\.json\.gz/);
});
