import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { slots } from '../hard-negative';
import { createPlant } from '../plant';
import {
  createDraw,
  type FiledNegative,
  joinVerdicts,
  readNegatives,
  readSheet,
  sheetText,
} from './check-file';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-check-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const captions = readFileSync(new URL('../../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const mined = createPlant({ seed: 1 }).mineBlock(captions);
const lines = mined.map((record) => `${JSON.stringify(record)}\n`).join('');
const recordsOf = (name: string, content = lines) =>
  ({ file: file(name, content), format: 'jsonl', skipInvalid: true }) as const;

async function negativesOf(records: Parameters<typeof readNegatives>[0]): Promise<FiledNegative[]> {
  const found: FiledNegative[] = [];
  await readNegatives(records, (negative) => found.push(negative));
  return found;
}

function draw(negatives: readonly FiledNegative[], size: number, seed = 0): readonly FiledNegative[] {
  const { take, drawn } = createDraw(size, seed);
  for (const negative of negatives) take(negative);
  return drawn();
}

const filed = fc
  .array(
    fc.record({ slot: fc.constantFrom(...slots), surprise: fc.double({ min: 0, max: 1, noNaN: true }) }),
    {
      minLength: 1,
      maxLength: 300,
    },
  )
  .map((some) =>
    some.map((one, i) => ({ ...one, row: i + 1, caption: 'a', negative: 'b', from: '', to: '' })),
  );

describe('the draw', () => {
  test('takes each negative once at most, and each slot by its share', () => {
    fc.assert(
      fc.property(filed, fc.integer({ min: 1, max: 80 }), fc.nat(9), (negatives, size, seed) => {
        const taken = draw(negatives, size, seed);
        const count = Math.min(size, negatives.length);
        expect(new Set(taken.map(({ row }) => row)).size).toBe(count);
        for (const slot of slots) {
          const of = (some: readonly FiledNegative[]) => some.filter((one) => one.slot === slot).length;
          expect(Math.abs(of(taken) - (of(negatives) * count) / negatives.length)).toBeLessThan(1 + 1e-9);
        }
      }),
    );
  });

  test('lies evenly over surprise', () => {
    const negatives = Array.from({ length: 1000 }, (_, i) => ({
      ...{ slot: 'object', row: i + 1, caption: 'a', negative: 'b', from: '', to: '' },
      surprise: ((i * 617) % 1000) / 1000,
    }));
    const surprises = draw(negatives, 50)
      .map(({ surprise }) => surprise)
      .sort((a, b) => a - b);
    for (const [i, surprise] of surprises.entries()) {
      expect(surprise).toBeGreaterThanOrEqual(i / 50);
      expect(surprise).toBeLessThan((i + 1) / 50);
    }
  });

  test('is the same for a seed, and another for another; of a long file it takes any part', () => {
    const negatives = Array.from({ length: 2000 }, (_, i) => ({
      ...{ slot: 'object', surprise: 0.1, caption: 'a', negative: 'b', from: '', to: '' },
      row: i + 1,
    }));
    const rows = (seed: number) => draw(negatives, 3, seed).map(({ row }) => row);
    expect(rows(1)).toEqual(rows(1));
    expect(rows(1)).not.toEqual(rows(2));
    const all = Array.from({ length: 60 }, (_, seed) => rows(seed)).flat();
    expect(all.filter((row) => row > 1000).length).toBeGreaterThan(45);
  });
});

describe.each(['sheet.tsv', 'sheet.csv'])('a sheet, %s', (name) => {
  test('comes back with the verdicts that were written, those rows alone', async () => {
    const records = recordsOf('records.jsonl');
    const drawn = draw(await negativesOf(records), 20);
    const delimiter = name.endsWith('csv') ? ',' : '\t';
    const written = sheetText(drawn, name)
      .split('\n')
      .map((line, i) =>
        i > 0 && i < 16 && line !== '' ? line.replace(/^(""|)/, i % 3 === 0 ? ' Hard' : 'ok') : line,
      );
    expect(written[1]!.startsWith(`ok${delimiter}`)).toBe(true);
    const { read, all, brokenLines } = await joinVerdicts(
      records,
      await readSheet(file(name, written.join('\r\n'))),
    );
    expect(brokenLines).toBe(0);
    expect(all).toHaveLength(mined.length);
    expect(read).toHaveLength(15);
    expect(read.filter(({ verdict }) => verdict === 'hard')).toHaveLength(5);
    const verdicts = new Map(
      drawn.slice(0, 15).map(({ row }, i) => [row, (i + 1) % 3 === 0 ? 'hard' : 'ok']),
    );
    const scored = mined.flatMap(({ slot, scores }, i) =>
      verdicts.has(i + 1) ? [{ slot, surprise: scores!.surprise, verdict: verdicts.get(i + 1) }] : [],
    );
    expect(read).toEqual(scored);
  });

  test('holds texts as a spreadsheet shows them, and no formula', async () => {
    const texts = [
      ...['=1+1, "a"\tdog', '@cat', '-5 dogs', 'A "big" dog, alone.', '＝1+1', '＠cat', '＋1', '－1'],
      ...["a dog; =1+cmd|' /C calc'!A0;", 'a ;"＝1"'],
    ];
    const content = texts.map(
      (caption) =>
        `${JSON.stringify({ caption, negative: `${caption}!`, slot: 'object', scores: { surprise: 0.1, leak: 0 } })}\n`,
    );
    const records = recordsOf('odd.jsonl', content.join(''));
    const sheet = sheetText(await negativesOf(records), name);
    expect(sheet).not.toMatch(/(^|[\t,;])[" ]*[=@+＝＠＋－-]/m);
    if (name.endsWith('csv')) expect(sheet.replace(/"([^"]|"")*"/g, '')).toMatch(/^[\ufeff,\n]+$/);
    const filled = sheet.replace(/^(""|)(?=[\t,])/gm, 'mild');
    const { read } = await joinVerdicts(records, await readSheet(file(name, filled)));
    expect(read).toHaveLength(texts.length);
  });
});

test('a caption without a negative is passed over, and so is a negative without a surprise', async () => {
  const [first] = mined;
  const { scores, ...unscored } = first!;
  const some = [unscored, { caption: 'A dog.', reason: 'no-site' }, first];
  const content = some.map((one) => `${JSON.stringify(one)}\n`).join('');
  const found = await negativesOf(recordsOf('some.jsonl', content));
  expect(found.map(({ row, negative }) => [row, negative])).toEqual([[1, first!.negative]]);
  await expect(negativesOf(recordsOf('none.jsonl', JSON.stringify(unscored)))).rejects.toThrow(
    'none.jsonl holds 1 negative and no surprisal of one; pass what `slipform-plant mine` wrote.',
  );
});

const header = 'verdict\trow\tslot\tfrom\tto\tcaption\tnegative\n';
test.each([
  [
    'another word',
    `${header}good\t1\t\t\t\t\ta\n`,
    'line 2: the verdict must be ok, mild, hard or empty, got "good"',
  ],
  ['no number', `${header}\t1\t\t\t\t\ta\nok\tone\t\t\t\t\ta\n`, 'line 3: the row must be the number'],
  [
    'a row twice',
    `${header}ok\t1\t\t\t\t\ta\nok\t1\t\t\t\t\ta\n`,
    'line 3: row 1 was judged in line 2 already',
  ],
  ['a row too short', `${header}ok\t1\n`, 'line 2 has 2 columns where the header has 7'],
  ['another table', 'caption\tnegative\na\tb\n', 'must name a column "verdict", got caption, negative'],
  [
    'no verdict',
    `${header}\t1\t\t\t\t\ta\n`,
    'holds no verdict; write ok, mild, hard into the column "verdict"',
  ],
  ['nothing', '', 'holds no verdict'],
  ['another encoding', '\uFEFFv\0e\0r\0d\0i\0c\0t\0', 'UTF-8'],
])('a sheet with %s is one sentence', async (_, content, message) => {
  await expect(readSheet(file('hostile.tsv', content))).rejects.toThrow(message);
});

test.each([
  ['text', `${header}ok\t1\t\t\t\t\tnot this one\n`, 1],
  ['number', `${header}ok\t9999\t\t\t\t\ta\n`, 9999],
])('a sheet of another file is found out by its %s', async (_, content, row) => {
  const sheet = await readSheet(file('other.tsv', content));
  await expect(joinVerdicts(recordsOf('records.jsonl'), sheet)).rejects.toThrow(
    `other.tsv, line 2: row ${row} is not that negative of`,
  );
});
