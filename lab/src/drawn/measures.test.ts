import { expect, test } from 'vitest';
import type { AskedPairs } from '../pairs/answers';
import { BOTH_ORDERS, BY_RELATION, kindOf, MINED_PAIRING, withoutCaptions } from './measures';

const questions: AskedPairs = {
  pairs: (['things', 'counts', 'people’s swaps', 'both orders, depth'] as const).map((kind, at) => ({
    ...{ id: `${at}`, kind, isSeen: false, isCopy: false, words: [kind], artist: 'fluent' },
    pictures: [`fluent ${at}`, `fluent ${at} hard`],
    captions: ['a dog on a bed', 'a cat on a bed'],
  })),
  gallery: [{ picture: 'fluent searched 0', caption: 'a dog', words: ['dog'], artist: 'fluent' }],
};

test('of the project’s own captions swaps alone are asked, by their relation', () => {
  expect(kindOf('replace_obj', 'A dog on a bed.', false)).toBe('things');
  expect(kindOf('replace_obj', 'A dog behind a cat.', true)).toBeUndefined();
  expect(kindOf('add_obj', 'A dog.', false)).toBeUndefined();
  expect(kindOf('swap_att', 'A red dog and a blue cat.', false)).toBe('people’s swaps');
  const written = [
    'A dog to the left of a cat.',
    'A dog in front of a cat.',
    'A bat above a kite.',
    'We see a red box and a blue bag.',
  ];
  expect(written.map((caption) => kindOf('swap_obj', caption, true))).toEqual(
    ['left or right', 'depth', 'above or below', 'colours'].map((relation) => `both orders, ${relation}`),
  );
});

test('the miner’s kinds are pooled, and swaps are not among them', () => {
  const answers = { scores: [1, 0, 0, 1, ...[0, 1, 1, 0], ...[1, 0, 0, 1], ...[1, 0, 0, 1]] };
  const all = { ...answers, captionRanks: [1], pictureRanks: [1] };
  expect(MINED_PAIRING.items(questions, all).map(({ value }) => value)).toEqual([1, 0]);
  expect(BOTH_ORDERS.items(questions, all).map(({ value }) => value)).toEqual([1]);
  expect(BY_RELATION.map((measure) => measure.items(questions, all).length)).toEqual([0, 1, 0, 0]);
});

test('of captions that may not be redistributed nothing is kept', () => {
  const kept = JSON.stringify(withoutCaptions(questions));
  expect(kept).not.toMatch(/a (dog|cat)/);
  expect(kept).toContain('fluent 3 hard');
});
