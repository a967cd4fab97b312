import { hashNumbers } from '@slipform/kit/random/hash';
import { createRandom, type Random } from '@slipform/kit/random/random';
import type { Caption, Example, Negative } from './example';

/** A pair of a batch. */
export interface PlannedRow {
  readonly example: Example;
  readonly caption: Caption;
  /** `perCaption` of the caption's negatives, or as many as there are. */
  readonly negatives: readonly Negative[];
  /** Fixes the view of its image, and of the image of its hard caption: a number of the step and the example alone. */
  readonly viewSeed: number;
}

export interface PlanOptions {
  readonly batchSize: number;
  readonly seed: number;
  readonly captions: 'one' | 'all';
  readonly lastBatch: 'drop' | 'keep';
  readonly perCaption: number;
  /** Whether a negative may be drawn. */
  readonly isEligible: (negative: Negative) => boolean;
}

export interface BatchPlan {
  /** Pairs of an epoch. */
  readonly size: number;
  readonly stepsPerEpoch: number;
  /** The pairs of a step's batch, a function of the step and the seed alone. */
  rowsOf(step: number): PlannedRow[];
  /** The pair that takes the place of a broken one: drawn by step, place and attempt. */
  substitute(step: number, place: number, attempt: number): PlannedRow;
}

/** A generator that these numbers alone fix, so that any draw can be had without those before. */
function randomOf(...numbers: readonly number[]): Random {
  return createRandom(hashNumbers(numbers));
}

// What a draw is for, so that no two share their numbers.
const ORDER = 1;
const CHOICE = 2;
const REPLACEMENT = 3;
const VIEW = 4;

/**
 * Which pairs a step trains on. Each epoch is a new permutation of all pairs; where an image has several captions and
 * `captions` is `'one'`, one of them is drawn for each epoch, and so are its negatives.
 */
export function planBatches(examples: readonly Example[], options: PlanOptions): BatchPlan {
  const { batchSize, seed, captions, lastBatch, perCaption, isEligible } = options;
  // With all captions, a unit is a caption: which example it is of, and the number of its first one.
  const starts = new Uint32Array(examples.length);
  let total = 0;
  examples.forEach((example, i) => {
    starts[i] = total;
    total += captions === 'all' ? example.captions.length : 1;
  });
  const owners = new Uint32Array(total);
  examples.forEach((_, i) => {
    owners.fill(i, starts[i]!, starts[i + 1] ?? total);
  });
  const stepsPerEpoch = lastBatch === 'keep' ? Math.ceil(total / batchSize) : Math.floor(total / batchSize);

  let known: { epoch: number; units: Uint32Array } | undefined;
  const unitsOf = (epoch: number) => {
    if (known?.epoch !== epoch) {
      const units = Uint32Array.from({ length: total }, (_, unit) => unit);
      known = { epoch, units: randomOf(seed, ORDER, epoch).shuffle(units) };
    }
    return known.units;
  };
  const rowOf = (unit: number, step: number): PlannedRow => {
    const epoch = Math.floor(step / stepsPerEpoch);
    const owner = owners[unit]!;
    const example = examples[owner]!;
    const random = randomOf(seed, CHOICE, epoch, unit);
    const at = captions === 'all' ? unit - starts[owner]! : random.integer(example.captions.length);
    const caption = example.captions[at]!;
    const drawn = random.some(caption.negatives.filter(isEligible), perCaption);
    const positive = drawn[0]?.positive;
    // A row has one true text, which its negatives differ from.
    const negatives = drawn.filter((negative) => negative.positive === positive);
    const text = positive ?? caption.text;
    return {
      example,
      caption: { ...caption, text },
      negatives,
      viewSeed: hashNumbers([seed, VIEW, step, unit]),
    };
  };
  return {
    size: total,
    stepsPerEpoch,
    rowsOf(step) {
      const epoch = Math.floor(step / stepsPerEpoch);
      const start = (step % stepsPerEpoch) * batchSize;
      return Array.from(unitsOf(epoch).subarray(start, start + batchSize), (unit) => rowOf(unit, step));
    },
    substitute(step, place, attempt) {
      const unit = randomOf(seed, REPLACEMENT, step, place, attempt).integer(total);
      return rowOf(unit, step);
    },
  };
}
