import { expect, test } from 'vitest';
import { createLexicon } from './index';

test('loads and rates in a browser', () => {
  const { words, mean } = createLexicon().rateCaption('Two dogs beside a traffic light');
  expect(words.map(({ lemma }) => lemma)).toEqual(['two', 'dog', 'traffic light']);
  expect(mean).toBeGreaterThan(1);
});
