import { InputError } from '@slipform/clip';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random';
import { CHANGES, falseContents } from './false-captions';
import { OBJECT_NAMES, OBJECTS, SPRITE_SIZE } from './objects';
import { splitOf } from './pair-split';
import { isTrueOf, parseCaption } from './parse-caption';
import { placeScene, sampleContent } from './sample-scene';
import { captionOf, GRID, mirror, type Scene } from './scene';
import { meaningOf, scenes } from './scenes';
import { STYLES, spritesOf } from './sprites';

const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const splits = fc.constantFrom('train' as const, 'test' as const);

function draw(seed: number, split: 'train' | 'test'): Scene {
  const random = createRandom(seed, 'property');
  return placeScene(random, sampleContent(random, { split, objects: OBJECT_NAMES }));
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

describe('scenes', () => {
  test('the same options give the same scenes, pictures and questions', () => {
    const one = scenes({ count: 8, seed: 7 });
    const two = scenes({ count: 8, seed: 7 });
    expect(two.items).toEqual(one.items);
    expect(two.scenes).toEqual(one.scenes);
    expect(scenes({ count: 8, seed: 8 }).captions).not.toEqual(one.captions);
  });

  test('both styles ask the same questions of different pictures', () => {
    const noto = scenes({ count: 30 });
    const fluent = scenes({ count: 30, style: 'fluent' });
    expect(fluent.captions).toEqual(noto.captions);
    expect(fluent.items.map((item) => item.negative)).toEqual(noto.items.map((item) => item.negative));
    const alike = fluent.images.filter((image, index) => String(image) === String(noto.images[index]));
    expect(alike).toEqual([]);
  });

  test('asks one question of each kind for each picture, all with certainly false negatives', () => {
    const benchmark = scenes({ count: 300, seed: 3 });
    expect(benchmark.items).toHaveLength(300 * CHANGES.length);
    for (const item of benchmark.items) {
      const index = Number(item.group);
      expect(item.caption).toBe(benchmark.captions[index]);
      expect(item.image).toBe(benchmark.images[index]);
      expect(benchmark.isFalse(index, item.caption)).toBe(false);
      expect(benchmark.isFalse(index, item.negative)).toBe(true);
    }
    expect(benchmark.isFalse(0, 'a photo of something else')).toBeUndefined();
  });

  test('no two captions mean the same, so retrieval has one right answer', () => {
    const benchmark = scenes({ count: 2000, seed: 1 });
    expect(new Set(benchmark.scenes.map(meaningOf)).size).toBe(2000);
  });

  test('training and test pairs are disjoint, whichever comes first', () => {
    const pairs = (split: 'train' | 'test') =>
      new Set(
        scenes({ split, count: 1500 }).scenes.map((scene) =>
          [scene.first.name, scene.second.name].sort().join(),
        ),
      );
    const train = pairs('train');
    for (const pair of pairs('test')) expect(train.has(pair)).toBe(false);
    fc.assert(
      fc.property(
        fc.constantFrom(...OBJECT_NAMES),
        fc.constantFrom(...OBJECT_NAMES),
        fc.nat(),
        (a, b, seed) => splitOf(a, b, seed) === splitOf(b, a, seed),
      ),
    );
  });

  test('about a fifth of the pairs is held out', () => {
    let test = 0;
    let all = 0;
    OBJECT_NAMES.forEach((a, index) => {
      for (const b of OBJECT_NAMES.slice(index + 1)) {
        all++;
        if (splitOf(a, b) === 'test') test++;
      }
    });
    expect(test / all).toBeGreaterThan(0.18);
    expect(test / all).toBeLessThan(0.22);
  });

  test('a caption is true of its scene and of no scene that was changed', () => {
    fc.assert(
      fc.property(seeds, splits, (seed, split) => {
        const scene = draw(seed, split);
        expect(isTrueOf(scene, captionOf(scene))).toBe(true);
        expect(isTrueOf(scene, captionOf(mirror(scene)))).toBe(true);
        const changed = falseContents(createRandom(seed), scene, { split, objects: OBJECT_NAMES });
        for (const kind of CHANGES) {
          const content = changed[kind];
          expect(isTrueOf(scene, captionOf(content))).toBe(false);
          expect(content.first.colour).not.toBe(content.second.colour);
          expect(splitOf(content.first.name, content.second.name)).toBe(split);
        }
      }),
    );
  });

  test('captions say what the cells show', () => {
    fc.assert(
      fc.property(seeds, splits, (seed, split) => {
        const { cells, relation } = draw(seed, split);
        const [row1, row2] = cells.map((cell) => Math.floor(cell / GRID)) as [number, number];
        const [column1, column2] = cells.map((cell) => cell % GRID) as [number, number];
        const holds = {
          'left of': row1 === row2 && column1 < column2,
          'right of': row1 === row2 && column1 > column2,
          above: column1 === column2 && row1 < row2,
          below: column1 === column2 && row1 > row2,
        };
        expect(Object.entries(holds).filter(([, is]) => is)).toEqual([[relation, true]]);
      }),
    );
  });

  test('reads back each caption that it writes, and nothing else', () => {
    fc.assert(
      fc.property(seeds, splits, (seed, split) => {
        const { first, relation, second } = draw(seed, split);
        expect(parseCaption(captionOf({ first, relation, second }))).toEqual({ first, relation, second });
      }),
    );
    for (const text of [
      '',
      'red dog',
      'red dog beside blue cat',
      'red __proto__ above blue cat',
      'red dog above blue toString',
    ]) {
      expect(parseCaption(text)).toBeUndefined();
    }
  });

  test('wrong options name the argument', () => {
    expect(() => scenes({ count: 0 })).toThrow('scenes: count must be a whole number of at least 1, got 0');
    expect(() => scenes({ style: 'oil' as 'noto' })).toThrow('style must be one of noto, fluent');
    expect(() => scenes({ objects: ['dog'] })).toThrow('no pair');
    expect(InputError.isInstance(thrownBy(() => scenes({ count: 0 })))).toBe(true);
    const pair = OBJECT_NAMES.filter((name) => name === 'dog' || splitOf('dog', name) === 'train').slice(
      0,
      3,
    );
    expect(() => scenes({ objects: pair, split: 'train', count: 1e6 })).toThrow('ask for fewer');
  });
});

describe('drawings', () => {
  test('every style draws every object, and no two alike', () => {
    for (const style of STYLES) {
      for (const scale of [1, 3] as const) {
        const sprites = spritesOf(style, scale);
        expect([...sprites.keys()]).toEqual(Object.keys(OBJECTS));
        const edge = (SPRITE_SIZE / GRID) * scale;
        const seen = new Set<string>();
        for (const sprite of sprites.values()) {
          expect(sprite).toHaveLength(edge * edge * 4);
          const opacity = sprite.filter((_, index) => index % 4 === 3);
          const covered = opacity.reduce((sum, value) => sum + value, 0) / opacity.length;
          expect(covered).toBeGreaterThan(0.1);
          expect(covered).toBeLessThanOrEqual(1);
          seen.add(sprite.join());
        }
        expect(seen.size).toBe(OBJECT_NAMES.length);
      }
    }
  });
});
