import { expect, test } from 'vitest';
import { createRandom } from '../statistics/random';
import { rankVectors } from './rank-vectors';
import { recall, recallOfRanks } from './recall';
import { dot } from './unit-vectors';

test('equals the ranks of the whole table, ties to the last bit', () => {
  const random = createRandom(7, 'ranks');
  const draw = (count: number) =>
    Array.from({ length: count }, () => Float64Array.from({ length: 37 }, () => random.fraction() - 0.5));
  const images = draw(30);
  const texts = draw(151);
  // Texts that say the same score the same, wherever they stand among the blocks of four: each hides the other.
  texts[3] = texts[70]!;
  texts[150] = texts[9]!;
  const imageOf = texts.map((_, index) => index % 30);
  const table = images.map((image) => texts.map((text) => dot(image, text)));
  const found = recallOfRanks(rankVectors(images, texts, imageOf), {});
  expect(found).toEqual(recall(table, imageOf));
});
