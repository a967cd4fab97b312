import { expect, test } from 'vitest';
import type { MeasuredCell } from '../cells/cell-table';
import { contrastTable } from './compare-arms';
import { hardShares } from './hard-shares';

const cell = (arm: string, seed: number, value: number): MeasuredCell => ({
  arm,
  seed,
  measurements: [{ metric: 'accuracy', of: 'noto mean', value }],
});

test('a contrast pairs seeds, and is marked where its interval leaves out nothing', () => {
  const cells = [
    ...[0.5, 0.6, 0.7, 0.9].map((value, seed) => cell('ours', seed, value + 0.02)),
    ...[0.5, 0.6, 0.7].map((value, seed) => cell('theirs', seed, value)),
    ...[0.4, 0.7, 0.7].map((value, seed) => cell('others', seed, value)),
  ];
  const table = contrastTable(
    cells,
    [
      { arm: 'ours', against: 'theirs' },
      { arm: 'theirs', against: 'others' },
      { arm: 'ours', against: 'nobody' },
    ],
    ['noto mean'],
  );
  const rows = table.split('\n');
  // The fourth seed has no partner. Of three equal differences the sign flips give 2/8.
  expect(rows[1]).toMatch(/ours − theirs.*\+2\.0 \(\+2\.0 to \+2\.0\), p \.25 \*.*3/);
  expect(rows[2]).toMatch(/theirs − others.*\+0\.0 \(−24\.8 to \+24\.8\), p 1\.0 /);
  expect(table).not.toContain('nobody');
});

test('the hard share is hard over hard and easy, step by step', () => {
  const parts = [
    ['hard', 'step 20', 1],
    ['easy', 'step 20', 3],
    ['hard', 'step 1', 1],
    ['easy', 'step 1', 9],
  ] as const;
  const measurements = parts.map(([part, of, value]) => ({ metric: `similarity budget ${part}`, of, value }));
  expect(hardShares({ arm: '', seed: 0, measurements }, 'similarity')).toEqual([0.1, 0.25]);
});
