import { expect, test } from 'vitest';
import { createPlant } from './plant';

test('mines in the browser', () => {
  const records = createPlant({ operations: ['swap'], perCaption: 2 }).mine('a red dog and a blue cat');
  expect(records.map(({ negative }) => negative).sort()).toEqual([
    'a blue dog and a red cat',
    'a red cat and a blue dog',
  ]);
});
