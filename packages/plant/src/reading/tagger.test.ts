import { expect, test } from 'vitest';
import { tagCaption } from './tagger';

test('a reading does not depend on what was read before', () => {
  const asked = "two giraffe's in a zoo";
  const read = () =>
    tagCaption(asked).map(({ text, tag, start, end }) => [text, tag, asked.slice(start, end)]);
  const before = read();
  expect(before.slice(1, 3)).toEqual([
    ['giraffe', 'NOUN', 'giraffe'],
    ["'s", 'PART', "'s"],
  ]);
  tagCaption("the giraffe's, the giraffe's. and (giraffe's) stand");
  expect(read()).toEqual(before);
});
