import { expect, test } from 'vitest';
import type { MeasuredRun } from '../row';
import { compareVariants, contrastTable } from './compare-variants';
import { accuracyIn } from './contrast';
import { hardShares } from './hard-shares';

const run = (variant: string, seed: number, value: number): MeasuredRun => ({
  variant,
  seed,
  rows: [{ experiment: 'x', variant, seed, metric: 'accuracy', style: 'noto', kind: 'mean', value }],
});

test('a contrast pairs seeds, and is marked where its interval leaves out nothing', () => {
  const runs = [
    ...[0.5, 0.6, 0.7, 0.9].map((value, seed) => run('ours', seed, value + 0.02)),
    ...[0.5, 0.6, 0.7].map((value, seed) => run('theirs', seed, value)),
    ...[0.4, 0.7, 0.7].map((value, seed) => run('others', seed, value)),
  ];
  const table = contrastTable(
    runs,
    [
      { variant: 'ours', against: 'theirs' },
      { variant: 'theirs', against: 'others' },
      { variant: 'ours', against: 'nobody' },
    ],
    [accuracyIn('noto')],
  );
  const rows = table.split('\n');
  // The fourth seed has no partner. Of three equal differences the sign flips give 2/8.
  expect(rows[1]).toMatch(/ours − theirs.*\+2\.00 \(\+2\.00 to \+2\.00\), p \.25 \[0\.00\] \*.*3/);
  // Differences of .1, −.1 and 0 have deviation .1: t.975 = 4.303 and t.80 = 1.061 with 2 degrees of freedom, over √3.
  expect(rows[2]).toMatch(/theirs − others.*0\.00 \(−24\.84 to \+24\.84\), p 1\.0 \[30\.97\] /);
  expect(table).not.toContain('nobody');
  expect(table).toContain(
    '2 tests, none corrected for the others; with 3 seeds p cannot lie below .250, so that none could survive Holm’s correction (2 × .250 = 0.50 or more)',
  );
});

test('the primary contrast is over the mean of all styles', () => {
  const both = (variant: string, seed: number, noto: number, fluent: number): MeasuredRun => ({
    variant,
    seed,
    rows: [
      { experiment: 'x', variant, seed, metric: 'accuracy', style: 'noto', kind: 'mean', value: noto },
      { experiment: 'x', variant, seed, metric: 'accuracy', style: 'fluent', kind: 'mean', value: fluent },
    ],
  });
  const runs = [0, 1, 2].flatMap((seed) => [
    both('ours', seed, 0.6 + seed / 100, 0.5),
    both('theirs', seed, 0.6, 0.5 - seed / 100),
  ]);
  const contrast = { variant: 'ours', against: 'theirs' };
  // The mean of both leads is 0, 1 and 2 points: deviation 1, ± 4.303 / √3.
  expect(compareVariants(runs, { contrasts: [contrast], primary: contrast })).toContain(
    'Primary contrast, ours − theirs in the mean of noto, fluent: +1.00 (−1.48 to +3.48), p .50 [3.10], 3 seeds.',
  );
});

test('the hard share is hard over hard and easy, step by step', () => {
  const parts = [
    ['hard', 20, 1],
    ['easy', 20, 3],
    ['hard', 1, 1],
    ['easy', 1, 9],
  ] as const;
  const run = { experiment: 'x', variant: '', seed: 0 };
  const rows = parts.map(([kind, step, value]) => ({
    ...run,
    metric: 'similarity budget',
    kind,
    step,
    value,
  }));
  expect(hardShares({ ...run, rows }, 'similarity')).toEqual([0.1, 0.25]);
});
