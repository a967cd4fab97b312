import type { PositionedData, TrainBatch } from '@slipform/clip';
import { hashNumbers, streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import type { Partner, TrainingIcon } from '../data/training-table';

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

/** Drawings in shades of grey, [drawings, size, size]: 0 is ink, 255 is paper. */
export interface Pictures {
  readonly size: number;
  readonly greys: Uint8Array;
}

const paper = 255;

/**
 * Drawings as the model takes them, [rows, size, size, 3], normalised as `preprocessingOf` has it.
 *
 * @param shifts by how many pixels each is moved, [rows, 2], right and down; what comes in from outside is paper
 */
export function picturesOf(
  { size, greys }: Pictures,
  rows: readonly number[],
  shifts: Int8Array = new Int8Array(2 * rows.length),
): Float32Array {
  const pixels = new Float32Array(rows.length * size * size * 3);
  let to = 0;
  for (const [at, row] of rows.entries()) {
    const [right, down] = [shifts[2 * at]!, shifts[2 * at + 1]!];
    for (let y = -down; y < size - down; y++) {
      for (let x = -right; x < size - right; x++, to += 3) {
        const isOn = x >= 0 && x < size && y >= 0 && y < size;
        const grey = isOn ? greys[(row * size + y) * size + x]! : paper;
        pixels.fill((grey / paper - 1) / 0.4, to, to + 3);
      }
    }
  }
  return pixels;
}
