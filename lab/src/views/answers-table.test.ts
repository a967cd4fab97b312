import { fileURLToPath } from 'node:url';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, expect, test } from 'vitest';
import { answersTable } from './answers-table';
import { DEMO_MODELS, readJudged } from './demo-judged';
import { wrongPage } from './wrong-page';

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
  const bytes = (await answersTable('demo', results, 'answers.parquet')).content as Uint8Array;
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  expect(await parquetReadObjects({ file })).toEqual(rows);
});

test('a page shows what has the fewest right answers first, of each kind, sentences too', async () => {
  const { holds, content } = await wrongPage('demo', results);
  const page = content as string;
  const titles = { swap: 'Swaps', thing: 'Another thing', sign: 'Another sign', sentence: 'The same in' };
  const [intro, ...parts] = page.split('<h2>');
  expect(parts).toHaveLength(Object.keys(titles).length);
  const shown = parts.flatMap((part, at) => {
    const [kind, title] = Object.entries(titles)[at]!;
    expect(part.startsWith(title)).toBe(true);
    const own = [...part.matchAll(/<p>[^<]*? · right in (\d+) of (\d+) answers/g)].map(
      ([, right, count]) => ({ right: Number(right), count: Number(count) }),
    );
    const right = own.map((each) => each.right);
    expect(right.length).toBeGreaterThan(5);
    expect(right).toEqual([...right].sort((one, other) => one - other));
    const all = new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id)).size;
    expect(part).toContain(
      `: ${right.length} of ${all} questions, right in ${right[0]} to ${right.at(-1)} of ${own[0]!.count} answers</h2>`,
    );
    return own;
  });
  expect(shown.length).toBe(page.split('<section>').length - 1);
  expect(holds).toBe(`${shown.length} questions`);
  expect(intro).toContain('Cement (seeds 0, 1, 2, 3)');
  expect(intro).toContain(`has ${shown[0]!.count} answers`);
  // What nobody answers is there: of the fewest right pairings in the table, the page has the questions.
  const byId = new Map<unknown, number>();
  for (const { id, kind, pairing } of rows)
    if (kind === 'swap') byId.set(id, (byId.get(id) ?? 0) + Number(pairing));
  expect(shown[0]!.right).toBe(Math.min(...byId.values()));
  expect(shown[0]!.count).toBe(rows.length / new Set(rows.map(({ id }) => id)).size);
});

test('no answers yet is one sentence', async () => {
  await expect(answersTable('demo', 'nowhere', 'x.jsonl')).rejects.toThrow(/demo\.answers\.json\.gz/);
});
