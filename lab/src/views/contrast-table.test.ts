import { expect, test } from 'vitest';
import type { MeasuredRun } from '../row';
import { contrastTable } from './contrast-table';

const run = (variant: string, seed: number, value: number): MeasuredRun => ({
  variant,
  seed,
  rows: [{ experiment: 'x', variant, seed, metric: 'group', value }],
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
    [{ title: 'group', which: [{ metric: 'group' }] }],
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
