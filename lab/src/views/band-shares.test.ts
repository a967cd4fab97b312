import { expect, test } from 'vitest';
import type { MeasuredRun, Row } from '../row';
import { bandShares } from './band-shares';

const run = (variant: string, seed: number, shares: readonly number[]): MeasuredRun => ({
  variant,
  seed,
  rows: shares.flatMap((share, at) =>
    ['hard', 'easy'].map(
      (part): Row => ({
        ...{ experiment: 'x', variant, seed, metric: 'band budget', step: 1 + 25 * at },
        kind: `below 3: ${part}`,
        value: part === 'hard' ? share : 1 - share,
      }),
    ),
  ),
});

test('shares by band at the first, the middle and the last step, mean over seeds', () => {
  const text = bandShares([run('abstract 3', 0, [0.1, 0.2, 0.3]), run('abstract 3', 1, [0.3, 0.4, 0.5])])!;
  expect(text).toContain('below 3: step 1, 26, 51');
  expect(text).toMatch(/abstract 3 .*\.200 → \.300 → \.400 .*– .*–/);
  expect(bandShares([{ variant: 'none', seed: 0, rows: [] }])).toBeUndefined();
});

test('arms of other lengths show their own steps', () => {
  const text = bandShares([run('short', 0, [0.1, 0.2]), run('long', 0, [0.3, 0.4, 0.5])])!;
  expect(text).toContain('below 3: first, middle, last step');
  expect(text).toMatch(/short .*\.100 → \.200 /);
  expect(text).toMatch(/long .*\.300 → \.400 → \.500/);
});
