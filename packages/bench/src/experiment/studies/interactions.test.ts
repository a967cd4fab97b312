import { expect, test } from 'vitest';
import type { MeasuredCell } from '../cells/cell-table';
import { batchSize } from './batch-size';
import { concreteness } from './concreteness';

test('concreteness: an arm that leads by a point more for each point of rating has that slope, and 3 points between the ends', () => {
  const ratings = { luck: 1, trip: 2, road: 4, dog: 5 };
  const cell = (arm: string, seed: number, lead: (rating: number) => number): MeasuredCell => ({
    arm,
    seed,
    measurements: [
      { metric: 'accuracy', of: 'noto mean', value: 0.6 },
      // Means of the leads of 1 and 2, and of 4 and 5.
      { metric: 'accuracy', of: 'rated below 3', value: 0.6 + (lead(1) + lead(2)) / 2 },
      { metric: 'accuracy', of: 'rated 3 to 4', value: 0.6 },
      { metric: 'accuracy', of: 'rated 4 and more', value: 0.6 + (lead(4) + lead(5)) / 2 },
      ...Object.entries(ratings).flatMap(([of, rating]) => [
        { metric: 'keyword accuracy', of, value: 0.6 + lead(rating) },
        { metric: 'keyword rating', of, value: rating },
        { metric: 'keyword drawings', of, value: 3 },
        { metric: 'keyword spread', of, value: 0.5 },
      ]),
    ],
  });
  const cells = [0, 1, 2].flatMap((seed) => [
    cell('none', seed, () => 0),
    cell('random', seed, () => 0.02),
    cell('max', seed, (rating) => 0.02 + rating / 100),
    cell('min', seed, () => 0.02),
  ]);
  const summary = concreteness.summarise(cells);
  expect(summary).toMatch(
    /max − random: 4 and more minus below 3 \+3\.00 \(\+3\.00 to \+3\.00\).*; slope for each point of concreteness \+1\.00 \(\+1\.00 to \+1\.00\)/,
  );
  expect(summary).toMatch(/random − none: 4 and more minus below 3 \+0\.00 .*; slope .* \+0\.00 /);
  expect(summary).toContain('leads to follow and no findings');
});

test('batch size: a lead that falls by a point with each doubling has that slope', () => {
  const sizes = [
    [32, 'as many samples'],
    [64, 'as many samples'],
    [128, ''],
    [256, 'as many samples'],
  ] as const;
  const cells = [0, 1].flatMap((seed) =>
    sizes.flatMap(([size, label], doubling) =>
      (['InfoNCE', 'no margin'] as const).map((name): MeasuredCell => {
        const lead = name === 'no margin' ? 0.05 - doubling / 100 : 0;
        const arm = `${name}, ${size}${label && `, ${label}`}`;
        return { arm, seed, measurements: [{ metric: 'accuracy', of: 'noto mean', value: 0.6 + lead }] };
      }),
    ),
  );
  const summary = batchSize.summarise(cells);
  expect(summary).toMatch(/no margin − InfoNCE, as many samples: −1\.00 \(−1\.00 to −1\.00\)/);
  expect(summary).not.toContain('no margin − InfoNCE, as many steps:');
});
