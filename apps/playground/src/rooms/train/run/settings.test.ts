import { expect, it } from 'vitest';
import { defaults, readSettings } from './settings';

it('reads what an address says, and the default of what it does not', () => {
  const { settings, refused } = readSettings(new URLSearchParams('steps=4&seed=12&margin='));
  expect(settings).toEqual({ ...defaults, steps: 4, seed: 12 });
  expect(refused).toEqual([]);
});

it.each(['0', '-1', '1e9', 'NaN', '2.5', '<b>', 'x'.repeat(500)])(
  'refuses %s steps in a sentence',
  (steps) => {
    const { settings, refused } = readSettings(new URLSearchParams({ steps }));
    expect(settings).toEqual(defaults);
    expect(refused).toEqual([
      `steps must be a whole number from 1 to 5,000, got “${steps.slice(0, 40)}”; it is 150 now.`,
    ]);
  },
);
