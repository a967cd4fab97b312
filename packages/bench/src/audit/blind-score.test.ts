import { expect, test } from 'vitest';
import { createRandom } from '../statistics/random';
import { blindScore, blindScoreAgainst, countNgrams, divideIntoFolds } from './blind-score';
import type { Pair } from './pair';

const nouns = ['dog', 'cat', 'horse', 'bus', 'boat', 'bird', 'sheep', 'train'];
const places = ['park', 'street', 'river', 'field', 'house', 'bridge'];
const random = createRandom(1, 'blind');
const pick = (list: readonly string[]) => list[random.integer(list.length)]!;

/** Words that captions use as often as negatives do: nothing to see. */
function balanced(count: number): Pair[] {
  return Array.from({ length: count }, (_, i) => {
    const [a, place] = [pick(nouns), pick(places)];
    const b = pick(nouns.filter((noun) => noun !== a));
    return {
      id: String(i),
      caption: `A ${a} near the ${place} ${i}.`,
      negative: `A ${b} near the ${place} ${i}.`,
      slot: i % 3 === 0 ? 'object' : 'attribute',
    };
  });
}

/** One word in four negatives that no caption uses. */
const leaky = (count: number): Pair[] =>
  balanced(count).map((pair, i) =>
    i % 4 === 0 ? { ...pair, negative: pair.negative.replace(/^A \w+/, 'A walrus') } : pair,
  );

test('a balanced set looks like chance, with an interval that holds it', async () => {
  const result = (await blindScore(balanced(1500), 0))!;
  expect(result.pairs).toBe(1500);
  expect(Math.abs(result.score - 0.5)).toBeLessThan(0.05);
  expect(result.interval[0]).toBeLessThan(result.score);
  expect(result.interval[1]).toBeGreaterThan(result.score);
  expect(result.chance[0]).toBeCloseTo(0.5 - 1.96 * Math.sqrt(0.25 / 1500), 12);
  expect(result.slots.map(({ name, pairs }) => [name, pairs])).toEqual([
    ['attribute', 1000],
    ['object', 500],
  ]);
});

test('a leak is seen, and told; the same seed tells the same', async () => {
  const pairs = leaky(1200);
  const result = (await blindScore(pairs, 3))!;
  expect(result.score).toBeGreaterThan(0.58);
  expect(result.telling.fake.join()).toContain('walrus');
  expect(result.telling.real.join()).not.toContain('walrus');
  expect(await blindScore(pairs, 3)).toEqual(result);
  expect(await blindScore(pairs.slice(0, 4), 3)).toBeUndefined();
});

test('a judge who learnt from other negatives sees their leak here too, and nothing where there is none', async () => {
  const leak = await blindScoreAgainst(leaky(1200), leaky(800), 0);
  expect(leak.pairs).toBe(800);
  expect(leak.score).toBeGreaterThan(0.58);
  expect(leak.telling.fake.join()).toContain('walrus');
  const none = await blindScoreAgainst(balanced(1200), balanced(800), 0);
  expect(Math.abs(none.score - 0.5)).toBeLessThan(0.06);
  expect(none.slots.map(({ name }) => name)).toEqual(['attribute', 'object']);
});

test('n-grams are counted by hand', () => {
  const { starts, columns, values, nameOf, width } = countNgrams(['A dog, a dog!', 'dog']);
  const first = [...columns.slice(starts[0], starts[1])].map((column, k) => `${nameOf(column)} ${values[k]}`);
  expect(first).toEqual(['a 2', 'dog 2', 'a dog 2', 'dog a 1', 'a dog a 1', 'dog a dog 1']);
  expect(nameOf(columns[starts[1]!]!)).toBe('dog');
  expect(width).toBe(6);
});

test('captions of an image, of one id and exchange partners are never on both sides', () => {
  const pairs: Pair[] = Array.from({ length: 300 }, (_, i) => ({
    id: String(i >> 1),
    imageId: `image ${i >> 2}`,
    partner: String(((i >> 1) + 60) % 150),
    caption: `caption ${i}`,
    negative: `negative ${i}`,
  }));
  for (const chained of [false, true]) {
    // Partners by twos make small groups; each the partner of the next makes one chain of all.
    const given = pairs.map((pair, i) => {
      const id = i >> 1;
      return { ...pair, partner: String(chained ? (id + 1) % 150 : id % 4 < 2 ? id ^ 2 : id) };
    });
    const folds = divideIntoFolds(given, 5, createRandom(0, 'folds'));
    expect(folds.partners).toBe(chained ? 'apart' : 'together');
    const sizes = [0, 1, 2, 3, 4].map((fold) => folds.foldOf.filter((each) => each === fold).length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(8);
    for (const [i, a] of given.entries()) {
      for (const [j, b] of given.entries()) {
        const isKin = a.imageId === b.imageId || a.partner === b.id || b.partner === a.id;
        if (isKin) expect(folds.mayTrain(j, folds.foldOf[i]!)).toBe(false);
      }
    }
  }
});
