import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as plant from '../src/index';
import { mineDomain } from './build';
import { draw, groupsBy, readSheet, surpriseTells, verdictsOf, verdictTable, writeSheet } from './sheets';
import { parseVerdicts, printVerdicts } from './verdicts';

const captions = readFileSync(new URL('../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((caption, i) => ({ id: String(i + 1), imageId: String(Math.floor(i / 2)), caption }));
const { records } = mineDomain(plant, captions);
const drawn = draw('own', 'this', records, captions, 12, 3);

test('a sheet shows no arm, and its key brings the verdicts home', () => {
  expect(drawn).toHaveLength(12);
  const { sheet, key } = writeSheet(drawn, 3);
  expect(sheet).not.toContain('this\t');
  const judgement = (i: number) => (i % 4 === 0 ? 'hard' : 'ok');
  const filled = sheet
    .trimEnd()
    .split('\n')
    .map((line, i) => (i === 0 || i === 12 ? line : line.replace(/\t\t$/, `\t${judgement(i)}\tnote`)));
  const rows = readSheet(filled.join('\n'), key);
  expect(rows).toHaveLength(11);
  for (const { n, id, keyword, verdict } of rows) {
    const record = records.find((other) => other.id === id)!;
    expect(record.keyword.text).toBe(keyword);
    expect(sheet.split('\n')[n]).toContain(record.negative);
    expect(verdict).toBe(judgement(n));
  }
  const verdicts = verdictsOf(rows, 'B');
  expect(parseVerdicts(printVerdicts(verdicts), 'sheet')).toEqual(verdicts);
  const table = verdictTable(
    rows,
    groupsBy(rows, ({ slot }) => slot),
  );
  expect(table.split('\n').at(-1)).toContain('| all | 11 | 9 | 0 | 2 |');
});

test('the same seed draws the same sheet, another another', () => {
  expect(writeSheet(draw('own', 'this', records, captions, 12, 3), 3)).toEqual(writeSheet(drawn, 3));
  expect(writeSheet(draw('own', 'this', records, captions, 12, 4), 4)).not.toEqual(writeSheet(drawn, 3));
});

test('how well surprise tells hard negatives from others', () => {
  const rows = [
    { verdict: 'hard', surprise: 0.3 },
    { verdict: 'ok', surprise: 0.1 },
    { verdict: 'mild', surprise: 0.3 },
    { verdict: 'ok' },
  ] as const;
  expect(surpriseTells(rows)).toBe(0.75);
  expect(surpriseTells(rows.slice(1))).toBeUndefined();
});
