import type { PositionedData, TrainBatch } from '@slipform/clip';
import { hashNumbers, streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import type { Partner, TrainingIcon } from '../data/training-table';
import { type Pictures, picturesOf } from './pictures';

/** Pixels by which a drawing is moved at most, in each direction. */
const SHIFT = 1;

export interface BatchesOptions {
  readonly pictures: Pictures;
  readonly icons: readonly TrainingIcon[];
  readonly partners: readonly (readonly Partner[])[];
  readonly batchSize: number;
  readonly seed: number;
  readonly encode: (text: string) => number[];
}

/**
 * Endless batches: each icon once in a round, in a new order, with one of its hard captions. A batch follows from seed and step alone,
 * so that all arms get the same, and a run can go on from any step. Equal names of a batch are no negatives of each other.
 */
export function trainingBatches({
  pictures,
  icons,
  partners,
  batchSize,
  seed,
  encode,
}: BatchesOptions): PositionedData {
  const tokens = icons.map(([, , caption]) => encode(caption));
  const perRound = Math.floor(partners.length / batchSize);
  return {
    *batchesFrom(first) {
      for (let step = first; ; step++) {
        const order = orderOf(seed, Math.floor(step / perRound), partners.length);
        const start = (step % perRound) * batchSize;
        const rows = [...order.subarray(start, start + batchSize)];
        const random = createRandom(hashNumbers([streamSeed(seed, 'hard captions'), step]));
        const hard = rows.map((row) => random.pick(partners[row]!));
        const shifts = Int8Array.from(
          { length: 2 * rows.length },
          () => random.integer(2 * SHIFT + 1) - SHIFT,
        );
        yield {
          images: picturesOf(pictures, rows, shifts),
          tokens: rows.map((row) => tokens[row]!),
          hardTokens: hard.map(([row]) => tokens[row]!),
          concreteness: hard.map(([, hundredths]) => hundredths / 100),
          groups: groupsOf(rows.map((row) => icons[row]![2])),
        } satisfies TrainBatch;
      }
    },
  };
}

function orderOf(seed: number, round: number, count: number): Uint32Array<ArrayBuffer> {
  const random = createRandom(hashNumbers([streamSeed(seed, 'order'), round]));
  return random.shuffle(Uint32Array.from({ length: count }, (_, at) => at));
}

/** Equal texts have one number. */
function groupsOf(texts: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  return texts.map((text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}
