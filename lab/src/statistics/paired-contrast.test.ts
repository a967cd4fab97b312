import { createRandom } from '@slipform/kit/random/random';
import { describe, expect, test } from 'vitest';
import { detectableDifference, type PairedAnswer, pairedContrast, verdictOf } from './paired-contrast';

/** Answers with effects of seed, word and artist about a known mean difference. */
function simulated(
  number: number,
  {
    truth,
    seeds = 8,
    spread = 0.02,
    questions = 300,
  }: { truth: number; seeds?: number; spread?: number; questions?: number },
) {
  const random = createRandom(number);
  const normal = () => Array.from({ length: 12 }, () => random.fraction()).reduce((a, b) => a + b, -6);
  const ofSeed = Array.from({ length: seeds }, () => spread * normal());
  const ofWord = Array.from({ length: 60 }, () => spread * normal());
  const ofArtist = Array.from({ length: 15 }, () => spread * normal());
  return Array.from({ length: questions }, () => {
    const words = [random.integer(30), 30 + random.integer(30)] as const;
    const artist = random.integer(15);
    return { words, artist };
  }).flatMap(({ words, artist }) =>
    ofSeed.map(
      (effect, seed): PairedAnswer => ({
        seed,
        words: words.map((word) => `w${word}`),
        artist: `a${artist}`,
        difference:
          truth + effect + ofWord[words[0]]! + ofWord[words[1]]! + ofArtist[artist]! + 0.2 * normal(),
      }),
    ),
  );
}

describe('a paired contrast', () => {
  test('is the mean over seeds of the mean over questions', () => {
    const answers = [0, 1].flatMap((seed) =>
      [1, 0, 0, -1, 1].map(
        (difference, at): PairedAnswer => ({
          seed,
          words: [`w${at}`, 'x'],
          artist: `a${at % 2}`,
          difference: difference + seed,
        }),
      ),
    );
    const found = pairedContrast(answers);
    expect(found.bySeed[0]).toBeCloseTo(0.2, 12);
    expect(found.bySeed[1]).toBeCloseTo(1.2, 12);
    expect(found.overSeeds!.value).toBeCloseTo(0.7, 12);
    expect(found.crossed.value).toBeCloseTo(0.7, 12);
    expect(found.wider).toBe(found.crossed);
    // One artist has 7 in sum, the other 0.
    expect(found.agreeing).toEqual({ seeds: 2, artists: 1, ofArtists: 2 });
  });

  test('flips the signs of artists, each with the weight of its questions', () => {
    const answers = [3, 2, -1].flatMap((count, artist) =>
      Array.from({ length: Math.abs(count) }, (_, at): PairedAnswer => {
        const words = [`w${artist} ${at}`];
        return { seed: 0, words, artist: `a${artist}`, difference: Math.sign(count) };
      }),
    );
    const { agreeing, artistsP } = pairedContrast(answers);
    expect(agreeing).toEqual({ seeds: 1, artists: 2, ofArtists: 3 });
    // Of the eight ways 3 + 2 + 1, 3 + 2 − 1 and their opposites are as far from 0 as 3 + 2 − 1.
    expect(artistsP).toBe(0.5);
  });

  test('has intervals that hold the truth about as often as they say, where seeds, words and artists vary', () => {
    const trials = 200;
    let crossed = 0;
    let seedsAlone = 0;
    for (let number = 0; number < trials; number++) {
      const { crossed: own, overSeeds } = pairedContrast(simulated(number, { truth: 0.01, questions: 120 }));
      if (own.interval[0] <= 0.01 && own.interval[1] >= 0.01) crossed++;
      if (overSeeds!.interval[0] <= 0.01 && overSeeds!.interval[1] >= 0.01) seedsAlone++;
    }
    // Words and artists are drawn too: an interval over seeds alone is too narrow for them.
    expect(crossed / trials).toBeGreaterThan(0.9);
    expect(seedsAlone).toBeLessThan(crossed);
  });

  test('says a side, equivalence, or that it is not known', () => {
    const of = (truth: number, spread: number) =>
      pairedContrast(simulated(3, { truth, spread, questions: 1500 }));
    expect(verdictOf(of(0.2, 0.01), 0.03)).toBe('support');
    expect(verdictOf(of(-0.2, 0.01), 0.03)).toBe('against');
    expect(verdictOf(of(0, 0.002), 0.03)).toBe('equivalent');
    expect(verdictOf(of(0, 0.1), 0.003)).toBe('unknown');
  });

  test('without spread between seeds rests on words and artists', () => {
    const answers = simulated(1, { truth: 0, seeds: 1 });
    const { overSeeds, wider, crossed } = pairedContrast(answers);
    expect(overSeeds).toBeUndefined();
    expect(wider).toBe(crossed);
  });
});

test('the detectable difference is (t.975 + t.80) s / √n', () => {
  // By hand: 1, 2, 3, 4 have s² = 5/3; 3 degrees of freedom give 3.182446 + .978472.
  expect(detectableDifference([1, 2, 3, 4])).toBeCloseTo((4.16091861764701 * Math.sqrt(5 / 3)) / 2, 10);
  // Eight of ±1: s² = 8/7; 7 degrees of freedom give 2.364624 + .896030.
  expect(detectableDifference([1, -1, 1, -1, 1, -1, 1, -1])).toBeCloseTo(
    3.260653895906548 / Math.sqrt(7),
    10,
  );
});

test('a detectable difference needs a spread', () => {
  expect(detectableDifference([0.1, 0.1])).toBeCloseTo(0, 12);
  expect(() => detectableDifference([0.1])).toThrow('at least 2');
});
