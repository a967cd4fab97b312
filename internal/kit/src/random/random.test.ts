import fc from 'fast-check';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { hashNumbers, hashText, streamSeed } from './hash';
import { normalNumbers } from './normal-numbers';
import { createRandom } from './random';

// The numbers that seeds have given since the first records and checkpoints: other ones would make other files of
// the same seed.
describe('the numbers of a seed stay what they are', () => {
  it('normal numbers', () => {
    const near = normalNumbers(7);
    expect(Array.from({ length: 5 }, near)).toEqual([
      2.157314981269898, 5.221232312534933, 1.3459029380039926, -1.5939158195472056, -0.4283336451456753,
    ]);
    const far = normalNumbers(2 ** 40 + 3);
    expect([far(), far()]).toEqual([5.356925692041599, -2.2165406341841285]);
  });

  it.each<[readonly number[], readonly number[]]>([
    [[0], [2, 0, 486, 579062983, 2]],
    [
      [7, 3, 2],
      [3, 0, 5, 2089726033, 0],
    ],
    [
      [9007199254740991, 1],
      [4, 0, 505, 370789654, 0],
    ],
    [
      [-5, 0.5],
      [0, 0, 848, 1052504733, 2],
    ],
  ])('of the numbers %j', (numbers, expected) => {
    const random = createRandom(hashNumbers(numbers));
    expect([10, 1, 1000, 2 ** 31, 3].map((below) => random.integer(below))).toEqual(expected);
  });

  it('integers are those of pure-rand', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, below) => {
        const [random, generator] = [createRandom(seed), xoroshiro128plus(seed)];
        for (let i = 0; i < 20; i++) expect(random.integer(below)).toBe(uniformInt(generator, 0, below - 1));
      }),
    );
  });

  it('orders and samples', () => {
    const order = createRandom(hashNumbers([5, 6])).shuffle(Uint32Array.from({ length: 12 }, (_, at) => at));
    expect([...order]).toEqual([8, 9, 11, 6, 5, 4, 7, 2, 1, 0, 10, 3]);
    const of = () => createRandom(hashNumbers([9]));
    expect(of().some(['a', 'b', 'c', 'd', 'e'], 3)).toEqual(['c', 'b', 'e']);
    expect(of().some(['a', 'b', 'c'], 9)).toEqual(['c', 'b', 'a']);
  });

  it.each<[number, string, readonly unknown[]]>([
    [0, '', [0, 0, 0.1254088670929061, 'c', [7, 2, 6, 3, 1, 5, 4], 914477840]],
    [3, 'scenes', [0, 0, 0.5786554035820312, 'b', [3, 6, 7, 2, 1, 5, 4], 43040550]],
    [-2147483648, 'ä€😀', [7, 0, 0.004498501841434965, 'a', [4, 1, 2, 5, 3, 6, 7], 1785981105]],
    [4294967295, 'x', [2, 0, 0.19069458340716594, 'a', [4, 5, 6, 7, 2, 1, 3], 2045373444]],
  ])('of the seed %i for the stream %j', (seed, stream, expected) => {
    const random = createRandom(streamSeed(seed, stream));
    const drawn = [
      random.integer(10),
      random.integer(1),
      random.fraction(),
      random.pick(['a', 'b', 'c']),
      random.shuffle([1, 2, 3, 4, 5, 6, 7]),
      random.integer(2 ** 31),
    ];
    expect(drawn).toEqual(expected);
  });

  it.each<[string, number, number]>([
    ['', 0, 2872998923],
    ['abc', 0, 482950588],
    ['abc', 1, 3019501162],
    ['ä€😀', -7, 53365085],
  ])('the hash of %j and %i', (text, seed, expected) => {
    expect(streamSeed(seed, text) >>> 0).toBe(expected);
  });

  it.each<[number, readonly string[], readonly number[]]>([
    [0, [], [0, 0, 26, 2, 1, 3, 2]],
    [3, ['a caption'], [9, 0, 176, 2, 1, 5, 2]],
    [4294967295, ['ä€😀', '12'], [9, 0, 568, 1, 1, 3, 2]],
  ])('of the seed %i for the keys %j', (seed, keys, expected) => {
    let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
    for (const key of keys) hash = hashText(key, hash);
    const random = createRandom(hash);
    const drawn = [
      random.below(10),
      random.below(1),
      random.below(1000),
      random.weighted([1, 2, 3]),
      random.weighted([0, 0]),
      random.below(7),
      random.weighted([0.1, 0, 0.7]),
    ];
    expect(drawn).toEqual(expected);
  });
});

it('draws within bounds, and shuffles without losing an entry', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.array(fc.nat(), { minLength: 1, maxLength: 30 }),
      fc.nat(40),
      (seed, list, count) => {
        const random = createRandom(seed);
        const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
        expect(sorted(random.shuffle([...list]))).toEqual(sorted(list));
        expect(list).toContain(random.pick(list));
        const some = random.some(list, count);
        expect(some).toHaveLength(Math.min(count, list.length));
        for (const value of some) {
          expect(some.filter((other) => other === value).length).toBeLessThanOrEqual(
            list.filter((other) => other === value).length,
          );
        }
        const index = random.weighted(list);
        expect(list[index]! > 0 || list.every((weight) => weight === 0)).toBe(true);
        expect(random.fraction()).toBeLessThan(1);
      },
    ),
  );
});
