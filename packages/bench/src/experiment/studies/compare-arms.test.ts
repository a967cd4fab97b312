import { expect, test } from 'vitest';
import type { MeasuredCell } from '../cells/cell-table';
import { compareArms, contrastTable } from './compare-arms';
import { accuracyIn } from './contrast';
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
    [accuracyIn('noto')],
  );
  const rows = table.split('\n');
  // The fourth seed has no partner. Of three equal differences the sign flips give 2/8.
  expect(rows[1]).toMatch(/ours − theirs.*\+2\.00 \(\+2\.00 to \+2\.00\), p \.25 \[0\.00\] \*.*3/);
  // Differences of .1, −.1 and 0 have deviation .1: t.975 = 4.303 and t.80 = 1.061 with 2 degrees of freedom, over √3.
  expect(rows[2]).toMatch(/theirs − others.*\+0\.00 \(−24\.84 to \+24\.84\), p 1\.0 \[30\.97\] /);
  expect(table).not.toContain('nobody');
  expect(table).toContain(
    '2 tests, none corrected for the others; with 3 seeds p cannot lie below .250, so that none could survive Holm’s correction (2 × .250 = 0.50 or more)',
  );
});

test('the primary contrast is over the mean of all styles', () => {
  const both = (arm: string, seed: number, noto: number, fluent: number): MeasuredCell => ({
    arm,
    seed,
    measurements: [
      { metric: 'accuracy', of: 'noto mean', value: noto },
      { metric: 'accuracy', of: 'fluent mean', value: fluent },
    ],
  });
  const cells = [0, 1, 2].flatMap((seed) => [
    both('ours', seed, 0.6 + seed / 100, 0.5),
    both('theirs', seed, 0.6, 0.5 - seed / 100),
  ]);
  const contrast = { arm: 'ours', against: 'theirs' };
  // The mean of both leads is 0, 1 and 2 points: deviation 1, ± 4.303 / √3.
  expect(compareArms(cells, { contrasts: [contrast], primary: contrast })).toContain(
    'Primary contrast, ours − theirs in the mean of noto, fluent: +1.00 (−1.48 to +3.48), p .50 [3.10], 3 seeds.',
  );
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
