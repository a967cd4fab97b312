import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClusteredRow, clusteredMean, clusteredProportion } from './clustered-mean';
import { createRandom, type Random } from './random';
import { studentQuantile } from './student-quantiles';
import { studentTail } from './student-tail';
import { wilsonInterval } from './wilson-interval';

/** Rows of crossed random effects around 0.5: an artist's, and those of two words. */
function crossed(random: Random, { artists = 12, words = 40, rows = 500, effect = 0.2 } = {}) {
  const draw = () => effect * (2 * random.fraction() - 1);
  const ofArtist = Array.from({ length: artists }, draw);
  const ofWord = Array.from({ length: words }, draw);
  return Array.from({ length: rows }, () => {
    const artist = random.integer(artists);
    const one = random.integer(words);
    const other = (one + 1 + random.integer(words - 1)) % words;
    const chance = 0.5 + ofArtist[artist]! + (ofWord[one]! + ofWord[other]!) / 2;
    return { chance, clusters: { artist: `a${artist}`, words: [`w${one}`, `w${other}`] } };
  });
}

describe('clusteredMean', () => {
  test('is the sum over all pairs of rows that share a label', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            value: fc.double({ min: -1, max: 1, noNaN: true }),
            weight: fc.double({ min: 0.1, max: 3, noNaN: true }),
            a: fc.constantFrom('1', '2', '3', '4'),
            b: fc.array(fc.constantFrom('1', '2', '3', '4', '5'), { minLength: 1, maxLength: 2 }),
          }),
          { minLength: 20, maxLength: 40 },
        ),
        (drawn) => {
          const rows: ClusteredRow[] = drawn.map(({ value, weight, a, b }) => ({
            value,
            weight,
            clusters: { a, b },
          }));
          fc.pre(
            new Set(drawn.map(({ a }) => a)).size === 4 && new Set(drawn.flatMap(({ b }) => b)).size > 3,
          );
          const total = drawn.reduce((sum, { weight }) => sum + weight, 0);
          const mean = drawn.reduce((sum, { value, weight }) => sum + value * weight, 0) / total;
          const pairs = (share: (one: (typeof drawn)[0], other: (typeof drawn)[0]) => boolean) =>
            drawn.reduce(
              (sum, one) =>
                drawn
                  .filter((other) => share(one, other))
                  .reduce(
                    (all, other) =>
                      all +
                      (one.weight * (one.value - mean) * other.weight * (other.value - mean)) / total ** 2,
                    sum,
                  ),
              0,
            );
          const sameA = (one: (typeof drawn)[0], other: (typeof drawn)[0]) => one.a === other.a;
          const sameB = (one: (typeof drawn)[0], other: (typeof drawn)[0]) =>
            one.b.some((label) => other.b.includes(label));
          const variance = Math.max(
            pairs((one, other) => one === other),
            pairs(sameA),
            pairs(sameB),
            pairs((one, other) => sameA(one, other) || sameB(one, other)),
          );
          const found = clusteredMean(rows);
          expect(found.value).toBeCloseTo(mean, 10);
          expect(found.degrees).toBe(3);
          expect(found.standardError).toBeCloseTo(Math.sqrt((variance * 4) / 3), 9);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('covers the truth of a simulation with crossed artists and words, where independent rows do not', () => {
    const random = createRandom(1, 'crossed');
    const runs = 400;
    let covered = 0;
    let naive = 0;
    let variance = 0;
    let squares = 0;
    for (let run = 0; run < runs; run++) {
      const rows = crossed(random).map(({ chance, clusters }) => ({
        correct: random.fraction() < chance,
        clusters,
      }));
      const { interval, correct, total, value } = clusteredProportion(rows);
      if (interval[0] <= 0.5 && 0.5 <= interval[1]) covered++;
      const plain = wilsonInterval(correct, total).interval;
      if (plain[0] <= 0.5 && 0.5 <= plain[1]) naive++;
      squares += (value - 0.5) ** 2 / runs;
      variance +=
        clusteredMean(rows.map((row) => ({ value: Number(row.correct), clusters: row.clusters })))
          .standardError **
          2 /
        runs;
    }
    expect(covered / runs).toBeGreaterThan(0.92);
    expect(covered / runs).toBeLessThan(0.98);
    expect(naive / runs).toBeLessThan(0.8);
    // The variance is that of the estimate over other artists and other words.
    expect(variance / squares).toBeGreaterThan(0.8);
    expect(variance / squares).toBeLessThan(1.25);
  });

  test('rejects a true mean of 0 about as often as it should, and sees one that is not 0', () => {
    const random = createRandom(2, 'crossed');
    const rejected = (shift: number) => {
      let count = 0;
      for (let run = 0; run < 200; run++) {
        const rows = crossed(random, { effect: 0.1, rows: 300 }).map(({ chance, clusters }) => ({
          value: chance - 0.5 + shift + random.fraction() - 0.5,
          clusters,
        }));
        if (clusteredMean(rows).p < 0.05) count++;
      }
      return count / 200;
    };
    expect(rejected(0)).toBeLessThan(0.1);
    expect(rejected(0.2)).toBeGreaterThan(0.9);
  });

  test('rows of their own: Wilson’s with Student’s t, and the number of rows', () => {
    const rows = Array.from({ length: 25 }, (_, index) => ({
      correct: index < 20,
      clusters: { words: String(index) },
    }));
    const { interval, value } = clusteredProportion(rows);
    expect(value).toBe(0.8);
    // n − 1 for n: G/(G − 1).
    const [n, z] = [24, studentQuantile(24)];
    for (const end of interval) {
      expect((value - end) ** 2).toBeCloseTo((z * z * end * (1 - end)) / n, 10);
    }
  });

  test('a dimension of one label is left out, and rows that agree have an interval still', () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      correct: index % 3 > 0,
      clusters: { words: String(index >> 1) },
    }));
    const one = rows.map((row) => ({ ...row, clusters: { ...row.clusters, artist: 'one' } }));
    expect(clusteredProportion(one)).toEqual(clusteredProportion(rows));
    const agree = clusteredProportion(rows.map((row) => ({ ...row, correct: true })));
    expect(agree.interval[1]).toBeCloseTo(1, 12);
    expect(agree.interval[0]).toBeLessThan(0.85);
  });

  test('refuses what is no row', () => {
    const refused = (rows: readonly unknown[]) => expect(() => clusteredMean(rows as ClusteredRow[]));
    refused([]).toThrow('clusteredMean: rows must be a list of at least 1 rows');
    refused([{ value: Number.NaN, clusters: {} }]).toThrow('rows[0] must be { value, clusters }');
    refused([{ value: 1, clusters: { a: [1] } }]).toThrow('rows[0].clusters must hold at most 10 labels');
    refused([{ value: 1, clusters: { a: [...'abcdefghijk'] } }]).toThrow('at most 10 labels');
  });
});

test('studentTail is .05 at the tabled quantiles, and the closed forms of 1 and 2 degrees', () => {
  for (const degrees of [1, 2, 3, 7, 14, 30]) {
    expect(studentTail(studentQuantile(degrees), degrees)).toBeCloseTo(0.05, 4);
  }
  for (const t of [0, 0.3, 1, 2.5, -40]) {
    expect(studentTail(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(Math.abs(t)), 12);
    expect(studentTail(t, 2)).toBeCloseTo(1 - Math.abs(t) / Math.sqrt(2 + t * t), 12);
  }
  // Normal for many degrees.
  expect(studentTail(1.959963984540054, 1e7)).toBeCloseTo(0.05, 6);
});
