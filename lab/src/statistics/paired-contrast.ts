import { clusteredMean, seedInterval, signFlipTest } from '@slipform/bench';
import { studentQuantile } from '@slipform/kit/random/student';

/** One question as two runs of one seed answered it. */
export interface PairedAnswer {
  readonly seed: number;
  /** The two words that differ. */
  readonly words: readonly string[];
  /** The family of artists. */
  readonly artist: string;
  /** Of the one run less that of the other, such as 1, 0 or −1. */
  readonly difference: number;
}

/** A mean difference with what it allows to be said. */
interface ContrastEstimate {
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
  /** The minimum detectable effect (80 % power, two-sided 5 %). */
  readonly detectable: number;
  /** The 90 % interval, which two one-sided tests at 5 % hold against a margin. */
  readonly inner: readonly [low: number, high: number];
}

/** A difference of two arms, over seeds alone and over seeds, words and artists at once. */
export interface PairedContrast {
  readonly seeds: number;
  /** A difference for each seed, in the order of the seeds. */
  readonly bySeed: readonly number[];
  /** On how many seeds and artists it lies on the side of the whole. */
  readonly agreeing: { readonly seeds: number; readonly artists: number; readonly ofArtists: number };
  /** Exact, by flipping the signs of whole artists, each with the weight of its questions. */
  readonly artistsP: number;
  /** Student's, over the seeds; missing for one seed. */
  readonly overSeeds?: ContrastEstimate;
  /** By the clusters of seed, word and artist; with one seed, of words and artists. */
  readonly crossed: ContrastEstimate & { readonly p: number };
  /** The wider of the two, on which sentences rest. */
  readonly wider: ContrastEstimate;
}

/** Compares two arms by the answers of all their seeds to the same questions. */
export function pairedContrast(answers: readonly PairedAnswer[]): PairedContrast {
  const seeds = [...new Set(answers.map(({ seed }) => seed))].sort((a, b) => a - b);
  const { value, standardError, degrees, p } = clusteredMean(
    answers.map(({ seed, words, artist, difference }) => ({
      value: difference,
      clusters: { seed: String(seed), words, artist },
    })),
  );
  const bySeed = seeds.map((seed) =>
    mean(answers.flatMap((answer) => (answer.seed === seed ? [answer.difference] : []))),
  );
  const crossed = { ...estimate(value, standardError, degrees), p };
  const overSeeds = bySeed.length > 1 ? ofSeeds(bySeed) : undefined;
  const width = ({ interval }: ContrastEstimate) => interval[1] - interval[0];
  const wider = overSeeds && width(overSeeds) > width(crossed) ? overSeeds : crossed;
  const sums = new Map<string, number>();
  for (const { artist, difference } of answers) sums.set(artist, (sums.get(artist) ?? 0) + difference);
  const agree = (values: readonly number[]) => values.filter((each) => each * value > 0).length;
  return {
    ...{ seeds: bySeed.length, bySeed, crossed, wider },
    agreeing: { seeds: agree(bySeed), artists: agree([...sums.values()]), ofArtists: sums.size },
    artistsP: signFlipTest([...sums.values()]),
    ...(overSeeds ? { overSeeds } : {}),
  };
}

/** Student's over a number for each seed. */
function ofSeeds(values: readonly number[]): ContrastEstimate {
  const { value, interval } = seedInterval(values);
  const degrees = values.length - 1;
  const standardError = (interval[1] - value) / studentQuantile(0.975, degrees);
  return { ...estimate(value, standardError, degrees), interval, detectable: detectableDifference(values) };
}

function estimate(value: number, standardError: number, degrees: number): ContrastEstimate {
  const half = (probability: 0.95 | 0.975) => studentQuantile(probability, degrees) * standardError;
  const around = (width: number) => [value - width, value + width] as const;
  const detectable = half(0.975) + studentQuantile(0.8, degrees) * standardError;
  return { value, interval: around(half(0.975)), detectable, inner: around(half(0.95)) };
}

/** What a contrast says of a claim that expects it above 0. */
export type Verdict = 'support' | 'against' | 'equivalent' | 'unknown';

/**
 * Equivalent: both 90 % intervals lie within ±`margin` (two one-sided tests at 5 %). Support and against: the wider 95 %
 * interval lies on that side of 0. A difference may be there and be equivalent; the side is said first.
 */
export function verdictOf(contrast: PairedContrast, margin: number): Verdict {
  const [low, high] = contrast.wider.interval;
  if (low > 0) return 'support';
  if (high < 0) return 'against';
  const inner = [contrast.crossed.inner, ...(contrast.overSeeds ? [contrast.overSeeds.inner] : [])];
  return inner.every(([from, to]) => from > -margin && to < margin) ? 'equivalent' : 'unknown';
}

/** The larger p of two: of the exact sign-flip test, where six seeds or more let it be small, and of the crossed clusters. */
export function pOf({ bySeed, crossed }: PairedContrast): number {
  return Math.max(crossed.p, bySeed.length < 6 ? 0 : signFlipTest(bySeed));
}

/**
 * The smallest true mean difference that a paired, two-sided t-test at 5 % would have found with 80 % power, given how far
 * these differences lie apart: (t.975 + t.80) · s / √n with n − 1 degrees of freedom. Where no effect was seen, one of
 * this size would probably have been, and a smaller one may be there. The power is .80 to two digits for eight
 * differences and .78 for four, by the noncentral t distribution.
 * Source: W. G. Cochran and G. M. Cox 1957, "Experimental designs", section 2.21.
 *
 * @throws InputError for fewer than two differences, whose spread is unknown.
 */
export function detectableDifference(differences: readonly number[]): number {
  const n = differences.length;
  const { value, interval } = seedInterval(differences);
  const centre = mean(differences);
  const squares = differences.reduce((sum, each) => sum + (each - centre) ** 2, 0);
  return interval[1] - value + studentQuantile(0.8, n - 1) * Math.sqrt(squares / (n - 1) / n);
}

/** The arithmetic mean. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
