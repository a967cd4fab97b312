import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CellTable, type MeasuredCell } from './cell-table';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-cells-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const cell = (arm: string, seed: number): MeasuredCell => ({
  arm,
  seed,
  measurements: [
    { metric: 'accuracy', of: 'noto "swap", objects', value: 0.123456789 },
    { metric: 'loss', of: 'step 10', value: 2 },
  ],
});

test('cells come back as they went in, to six digits', async () => {
  const file = join(folder, 'whole.csv');
  const table = await CellTable.open(file, 'losses');
  await table.append(cell('adaptive, "permuted"', 0));
  await table.append(cell('no margin', 1));
  const again = await CellTable.open(file, 'losses');
  expect(again.has({ arm: 'no margin', seed: 1 })).toBe(true);
  expect(again.has({ arm: 'no margin', seed: 0 })).toBe(false);
  expect(again.cells()[0]).toEqual({
    ...cell('adaptive, "permuted"', 0),
    measurements: [
      { metric: 'accuracy', of: 'noto "swap", objects', value: 0.123457 },
      { metric: 'loss', of: 'step 10', value: 2 },
    ],
  });
});

test('what an interrupted run left of a cell is cut off, wherever it was interrupted', async () => {
  const file = join(folder, 'cut.csv');
  const table = await CellTable.open(file, 'losses');
  await table.append(cell('é', 0));
  const whole = readFileSync(file);
  await table.append(cell('b', 0));
  const both = readFileSync(file);
  for (let end = whole.length; end < both.length; end++) {
    writeFileSync(file, both.subarray(0, end));
    const opened = await CellTable.open(file, 'losses');
    expect(opened.cells().map(({ arm }) => arm)).toEqual(['é']);
    expect(readFileSync(file).equals(whole)).toBe(true);
  }
});

test('a table of something else is refused, with the row', async () => {
  const file = join(folder, 'other.csv');
  const table = await CellTable.open(file, 'losses');
  await table.append(cell('a', 0));
  await expect(CellTable.open(file, 'budget')).rejects.toThrow(
    'a row of the study budget must have six fields',
  );
  appendFileSync(file, 'losses,a,x,accuracy,noto,0.5\n');
  await expect(CellTable.open(file, 'losses')).rejects.toThrow('got "losses,a,x,accuracy,noto,0.5"');
  writeFileSync(file, 'mine');
  await expect(CellTable.open(file, 'losses')).rejects.toThrow('is no table of an experiment');
  expect(readFileSync(file, 'utf8')).toBe('mine');
});
