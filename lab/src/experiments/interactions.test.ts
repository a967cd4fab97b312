import { expect, test } from 'vitest';
import type { MeasuredRun, Row } from '../row';
import { batchSize } from './batch-size';
import { concreteness } from './concreteness';

test('concreteness: a variant that leads by a point more for each point of rating has that slope, and 3 points between the ends', async () => {
  const ratings = { luck: 1, trip: 2, road: 4, dog: 5 };
  const run = (variant: string, seed: number, lead: (rating: number) => number): MeasuredRun => ({
    variant,
    seed,
    rows: [
      ['mean', 0.6] as const,
      // Means of the leads of 1 and 2, and of 4 and 5.
      ['rated below 3', 0.6 + (lead(1) + lead(2)) / 2] as const,
      ['rated 3 to 4', 0.6] as const,
      ['rated 4 and more', 0.6 + (lead(4) + lead(5)) / 2] as const,
    ]
      .map(
        ([kind, value]): Omit<Row, 'experiment' | 'variant' | 'seed'> => ({
          ...{ metric: 'accuracy', style: 'noto', kind, value },
        }),
      )
      .concat(
        Object.entries(ratings).flatMap(([kind, rating]) => [
          { metric: 'keyword accuracy', kind, value: 0.6 + lead(rating) },
          { metric: 'keyword rating', kind, value: rating },
          { metric: 'keyword drawings', kind, value: 3 },
          { metric: 'keyword spread', kind, value: 0.5 },
        ]),
      )
      .map((row): Row => ({ experiment: 'concreteness', variant, seed, ...row })),
  });
  const runs = [0, 1, 2].flatMap((seed) => [
    run('none', seed, () => 0),
    run('random', seed, () => 0.02),
    run('max', seed, (rating) => 0.02 + rating / 100),
    run('min', seed, () => 0.02),
  ]);
  const summary = await concreteness.summarise(runs, '');
  expect(summary).toMatch(
    /max − random: 4 and more minus below 3 \+3\.00 \(\+3\.00 to \+3\.00\).*; slope for each point of concreteness \+1\.00 \(\+1\.00 to \+1\.00\)/,
  );
  expect(summary).toMatch(/random − none: 4 and more minus below 3 0\.00 .*; slope .* 0\.00 /);
  expect(summary).toContain('leads to follow and no findings');
});

test('batch size: a lead that falls by a point with each doubling has that slope', async () => {
  const sizes = [
    [32, 'as many samples'],
    [64, 'as many samples'],
    [128, ''],
    [256, 'as many samples'],
  ] as const;
  const runs = [0, 1].flatMap((seed) =>
    sizes.flatMap(([size, label], doubling) =>
      (['InfoNCE', 'no margin'] as const).map((name): MeasuredRun => {
        const lead = name === 'no margin' ? 0.05 - doubling / 100 : 0;
        const variant = `${name}, ${size}${label && `, ${label}`}`;
        return {
          variant,
          seed,
          rows: [
            {
              ...{ experiment: 'batch-size', variant, seed },
              ...{ metric: 'accuracy', style: 'noto', kind: 'mean', value: 0.6 + lead },
            },
          ],
        };
      }),
    ),
  );
  const summary = await batchSize.summarise(runs, '');
  expect(summary).toMatch(/no margin − InfoNCE, as many samples: −1\.00 \(−1\.00 to −1\.00\)/);
  expect(summary).not.toContain('no margin − InfoNCE, as many steps:');
});
