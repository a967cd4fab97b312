import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@slipform/kit/errors/input-error';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { captionOf } from './caption-of';
import { CHANGES_OF, falseContents } from './false-contents';
import { OBJECT_NAMES, OBJECTS, pluralOf } from './objects';
import { isTrueOf, parseCaption } from './parse-caption';
import { SIMPLE_PHRASING, samplePhrasing } from './phrasing';
import { placeScene } from './place-scene';
import { createRandom } from './random';
import { sampleContent } from './sample-scene';
import { DETAILS, type Detail, meaningOf, mirror, type Scene } from './scene';
import { scenes } from './scenes';
import { attributeSplitOf, type SplitKind, splitOf } from './split';
import { STYLES, spritesOf } from './sprites';

const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const splits = fc.constantFrom('train' as const, 'test' as const);

const details = fc.constantFrom(...DETAILS);

function draw(
  seed: number,
  split: 'train' | 'test',
  detail: Detail = 'simple',
  splitBy: SplitKind = 'objects',
): Scene {
  const random = createRandom(seed, 'property');
  return placeScene(random, sampleContent(random, { split, objects: OBJECT_NAMES, detail, splitBy }), detail);
}

function wording(seed: number, detail: Detail, everything = true) {
  return detail === 'simple'
    ? SIMPLE_PHRASING
    : samplePhrasing(createRandom(seed, 'wording'), { everything });
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
    expect(isDeepStrictEqual(two.questions, one.questions)).toBe(true);
    expect(two.scenes).toEqual(one.scenes);
    expect(scenes({ count: 8, seed: 8 }).captions).not.toEqual(one.captions);
  });

  test('all styles ask the same questions of different pictures', () => {
    const noto = scenes({ count: 30 });
    const fluent = scenes({ count: 30, style: 'fluent' });
    expect(fluent.captions).toEqual(noto.captions);
    expect(fluent.questions.map((item) => item.negative)).toEqual(
      noto.questions.map((item) => item.negative),
    );
    const alike = fluent.images.filter((image, index) => String(image) === String(noto.images[index]));
    expect(alike).toEqual([]);
  });

  test('asks one question of each kind for each picture, all with certainly false negatives', () => {
    const benchmark = scenes({ count: 300, seed: 3 });
    expect(benchmark.questions).toHaveLength(300 * CHANGES_OF.simple.length);
    for (const item of benchmark.questions) {
      const index = Number(item.group);
      expect(item.caption).toBe(benchmark.captions[index]);
      // The very picture: to compare its bytes one by one, 3,000 times, takes minutes.
      const isShown = ({ image, ...rest }: { readonly image: unknown }) => ({
        ...rest,
        isShown: image === benchmark.images[index],
      });
      expect(item.right.map(isShown)).toEqual([{ text: item.caption, isShown: true }]);
      expect(item.wrong.map(isShown)).toEqual([{ text: item.negative, isShown: true }]);
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
      fc.property(
        seeds,
        splits,
        details,
        fc.constantFrom('objects' as const, 'attributes' as const),
        (seed, split, detail, splitBy) => {
          const scene = draw(seed, split, detail, splitBy);
          const phrasing = wording(seed, detail);
          const partial = wording(seed, detail, false);
          for (const described of [scene, mirror(scene)]) {
            expect(isTrueOf(scene, captionOf(described, phrasing))).toBe(true);
            expect(isTrueOf(scene, captionOf(described, partial))).toBe(true);
          }
          const changed = falseContents(createRandom(seed), scene, {
            split,
            splitBy,
            objects: OBJECT_NAMES,
            detail,
          });
          for (const [kind, content] of Object.entries(changed)) {
            expect(CHANGES_OF[detail]).toContain(kind);
            expect(isTrueOf(scene, captionOf(content, phrasing)), captionOf(content, phrasing)).toBe(false);
            expect(meaningOf(content)).not.toBe(meaningOf(scene));
            expect(content.first.colour).not.toBe(content.second.colour);
            if (splitBy === 'objects') expect(splitOf(content.first.name, content.second.name)).toBe(split);
            else
              for (const { colour, name } of [content.first, content.second])
                expect(attributeSplitOf(colour, name)).toBe(split);
          }
        },
      ),
    );
  });

  test('tiles lie as the relation says, within the picture', () => {
    fc.assert(
      fc.property(seeds, splits, details, (seed, split, detail) => {
        const { tiles, relation } = draw(seed, split, detail);
        const [one, other] = tiles;
        const apart = {
          'left of': one.x + one.edge <= other.x,
          'right of': other.x + other.edge <= one.x,
          above: one.y + one.edge <= other.y,
          below: other.y + other.edge <= one.y,
        };
        const holding = Object.entries(apart).filter(([, is]) => is);
        expect(holding).toEqual(
          relation === 'in front of' || relation === 'behind' ? [] : [[relation, true]],
        );
        for (const { x, y, edge } of tiles) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(Math.max(x, y) + edge).toBeLessThanOrEqual(detail === 'simple' ? 48 : 64);
        }
      }),
    );
  });

  test('reads back each caption that it writes, and nothing else', () => {
    fc.assert(
      fc.property(seeds, splits, details, (seed, split, detail) => {
        const { first, relation, second, background } = draw(seed, split, detail);
        const claim = parseCaption(
          captionOf({ first, relation, second, ...(background && { background }) }, wording(seed, detail)),
        );
        expect(claim).toEqual({ first, relation, second, ...(background && { background }) });
      }),
    );
    for (const text of [
      '',
      'red dog',
      'red dog beside blue cat',
      'red __proto__ above blue cat',
      'red dog above blue toString',
      'two dog above a cat',
      'a dogs above a cat',
      'there are a dog above a cat',
      'a dog above a cat on a plaid background',
      'a red dog on a blue tile above a cat',
    ]) {
      expect(parseCaption(text), text).toBeUndefined();
    }
  });

  test('what a caption leaves out may be anything', () => {
    const scene = {
      first: { name: 'dog', colour: 'red', count: 2 },
      relation: 'behind',
      second: { name: 'owl', colour: 'blue', count: 1, size: 'small' },
      background: 'grey',
    } as const;
    const truths: [string, boolean | undefined][] = [
      ['two dogs behind an owl', true],
      ['an owl in front of two dogs', true],
      ['dog behind owl', undefined], // no form of ours says "dog" of two
      ['two dogs on a red tile behind a small owl', true],
      ['there are two dogs behind a large owl', false],
      ['three dogs behind an owl', false],
      ['two dogs behind an owl on a white background', false],
      ['on a grey background, there is an owl in front of two red dogs', true],
    ];
    for (const [caption, truth] of truths) {
      if (truth !== undefined) expect(isTrueOf(scene, caption), caption).toBe(truth);
    }
  });

  test('a full benchmark asks all nine kinds, with a picture of each negative', () => {
    const benchmark = scenes({ detail: 'full', count: 120, seed: 2 });
    expect(new Set(benchmark.questions.map((item) => item.kind))).toEqual(new Set(CHANGES_OF.full));
    for (const item of benchmark.questions) {
      const index = Number(item.group);
      expect(benchmark.isFalse(index, item.caption)).toBe(false);
      expect(benchmark.isFalse(index, item.negative)).toBe(true);
      expect(isTrueOf(item.negativeScene, item.negative)).toBe(true);
      expect(isTrueOf(item.negativeScene, item.caption)).toBe(false);
    }
  });

  test('no colour and thing of a test scene go together in training', () => {
    const pairs = (split: 'train' | 'test') =>
      new Set(
        scenes({ detail: 'full', splitBy: 'attributes', split, count: 400 }).scenes.flatMap(
          ({ first, second }) => [first, second].map(({ colour, name }) => `${colour} ${name}`),
        ),
      );
    const train = pairs('train');
    for (const pair of pairs('test')) expect(train.has(pair)).toBe(false);
  });

  test('plurals are plurals', () => {
    expect(
      ['dog', 'box', 'cherry', 'bus', 'church', 'key', 'snowman', 'mango'].map((name) =>
        pluralOf(name as 'dog'),
      ),
    ).toEqual(['dogs', 'boxes', 'cherries', 'buses', 'churches', 'keys', 'snowmen', 'mangoes']);
    expect(new Set(OBJECT_NAMES.map(pluralOf)).size).toBe(OBJECT_NAMES.length);
  });

  test('wrong options name the argument', () => {
    expect(() => scenes({ count: 0 })).toThrow('scenes: count must be an integer of at least 1, got 0');
    expect(() => scenes({ count: '10' as never })).toThrow('at least 1, got "10"');
    expect(() => scenes({ seed: 'a' as never })).toThrow('scenes: seed must be an integer from -2147483648');
    expect(() => scenes({ seed: 2 ** 40 })).toThrow('got 1099511627776');
    expect(() => scenes({ splitSeed: 0.5 })).toThrow('splitSeed must be');
    expect(() => scenes({ styel: 'noto' } as never)).toThrow('scenes: there is no option "styel"');
    expect(() => scenes({ style: 'oil' as 'noto' })).toThrow(
      'style must be one of noto, fluent, twemoji, got "oil"',
    );
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
      for (const edge of [16, 32, 48, 96]) {
        const sprites = spritesOf(style, edge);
        expect([...sprites.keys()]).toEqual(Object.keys(OBJECTS));
        const seen = new Set<string>();
        for (const sprite of sprites.values()) {
          expect(sprite).toHaveLength(edge * edge * 4);
          const opacity = sprite.filter((_, index) => index % 4 === 3);
          const covered = opacity.reduce((sum, value) => sum + value, 0) / opacity.length;
          expect(covered).toBeGreaterThan(0.1);
          expect(covered).toBeLessThanOrEqual(1);
          seen.add(Buffer.from(sprite).toString('latin1'));
        }
        expect(seen.size).toBe(OBJECT_NAMES.length);
      }
    }
  });
});
