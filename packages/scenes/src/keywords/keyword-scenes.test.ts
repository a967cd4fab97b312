import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captionOf } from '../caption-of';
import { placeScene } from '../place-scene';
import { createRandom } from '../random';
import { STYLES } from '../sprites';
import {
  drawingsOf,
  isNameOf,
  KEYWORD_EMOJI,
  KEYWORDS,
  loadKeywordDrawings,
  sampleKeywords,
} from './keyword-scenes';

describe('keywords', () => {
  test('are hundreds of nouns, concrete and abstract, of three drawings or more', () => {
    expect(KEYWORDS.length).toBeGreaterThan(500);
    for (const word of ['danger', 'luck', 'peace', 'vehicle', 'fruit']) expect(KEYWORDS).toContain(word);
    for (const keyword of KEYWORDS) {
      const drawings = drawingsOf(keyword);
      expect(new Set(drawings).size).toBe(drawings.length);
      expect(drawings.length).toBeGreaterThanOrEqual(3);
      expect(Math.max(...drawings)).toBeLessThan(KEYWORD_EMOJI.length);
    }
    expect(drawingsOf('toString')).toEqual([]);
    expect(drawingsOf('luck').map((drawing) => KEYWORD_EMOJI[drawing])).toContain('🍀');
  });

  test('neither drawing of a scene is named by the other keyword, nor one that is not allowed', () => {
    const even = (_: string, drawing: number) => drawing % 2 === 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { first, second } = sampleKeywords(createRandom(seed), { keywords: KEYWORDS, allows: even });
        expect(isNameOf(first.name, first.drawing)).toBe(true);
        expect(isNameOf(first.name, second.drawing)).toBe(false);
        expect(isNameOf(second.name, first.drawing)).toBe(false);
        expect((first.drawing % 2) + (second.drawing % 2)).toBe(0);
        expect(first.colour).not.toBe(second.colour);
      }),
    );
    expect(() => sampleKeywords(createRandom(0), { keywords: ['love'] })).toThrow('give more');
  });

  test.each(STYLES)('%s draws each in its own way', async (style) => {
    const drawings = await loadKeywordDrawings(style);
    const content = sampleKeywords(createRandom(4), { keywords: KEYWORDS });
    expect(captionOf(content)).toMatch(/^\w+ \w+ (left of|right of|above|below) \w+ \w+$/);
    const scene = placeScene(createRandom(4), content);
    const picture = drawings.draw(scene);
    expect(picture.width).toBe(48);
    const painted = new Uint8Array(picture.data.length + 5);
    drawings.paint(painted, 5, scene);
    expect(Buffer.compare(painted.subarray(5), picture.data)).toBe(0);
    const other = {
      ...scene,
      first: { ...scene.first, drawing: (content.first.drawing + 1) % KEYWORD_EMOJI.length },
    };
    expect(drawings.draw(other).data).not.toEqual(picture.data);
  });
});
