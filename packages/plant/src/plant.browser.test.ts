import { expect, test } from 'vitest';
import { createPlant } from './plant';

const caption = 'a red car and a blue bus';
const negativesOf = (options: Parameters<typeof createPlant>[0]) =>
  createPlant({ perCaption: 2, ...options })
    .mine(caption)
    .map(({ negative }) => negative);

test('mines in the browser', () => {
  const negatives = negativesOf({});
  expect(negatives).toHaveLength(2);
  for (const negative of negatives) expect(negative).not.toBe(caption);
});

// "a red bus and a blue car" says the same: it is no second negative.
test('swaps in the browser, one of two orders that say the same', () => {
  expect(negativesOf({ operations: ['swap'] })).toEqual(['a blue car and a red bus']);
});
