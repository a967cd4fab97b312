import { describe, expect, test } from 'vitest';
import { exchanged, keywordHalf, keywordNegatives } from './keyword-negatives';
import { keywordScenes, ratedKeywords } from './keyword-scenes';

describe('hard negatives of keywords', () => {
  const keywords = ratedKeywords();
  const scenes = keywordScenes(2000, 0, keywords);
  const count = (teach: Parameters<typeof keywordNegatives>[2]) =>
    keywordNegatives(scenes, keywords, teach, 0).filter((own) => own.length > 0).length;

  test('there are as many abstract keywords as concrete ones, and no rating is missing', () => {
    const abstract = keywords.filter(({ rating }) => rating < 3).length;
    expect(abstract).toBe(keywords.filter(({ rating }) => rating >= 4).length);
    expect(abstract).toBeGreaterThanOrEqual(40);
  });

  test('a half that is not taught is in none of them', () => {
    for (const [index, own] of keywordNegatives(scenes, keywords, 'one half', 0).entries()) {
      const { first, second } = scenes[index]!.content;
      const both = [first, second].every(({ name }) => keywordHalf(name, 0) === 0);
      expect(own.length).toBe(both ? 1 : 0);
    }
  });

  test('all words of the caption stay', () => {
    for (const [index, own] of keywordNegatives(scenes, keywords, 'random', 0).entries()) {
      const words = (text: string) => text.split(' ').sort();
      for (const { text } of own) expect(words(text)).toEqual(words(scenes[index]!.caption));
    }
    expect(exchanged(exchanged(scenes[0]!.content))).toEqual(scenes[0]!.content);
  });

  test('max, min and random teach as many captions', () => {
    for (const teach of ['max', 'min', 'random'] as const) {
      expect(Math.abs(count(teach) - 1000)).toBeLessThan(60);
    }
  });
});
