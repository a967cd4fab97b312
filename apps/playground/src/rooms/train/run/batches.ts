import type { PositionedData, TrainBatch } from '@slipform/clip';
import { hashNumbers, streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import { drawCaption, inputsOf, pairDrawer } from '../../../pairs/draw-pairs';
import type { PairData } from '../../../pairs/load-pairs';
import type { Example, PairTable } from '../../../pairs/pair-table';

/** Pixels by which a picture is moved at most, in each direction. */
const SHIFT = 2;

export interface BatchesOptions extends Pick<PairData, 'greys'> {
  readonly table: Pick<PairTable, 'size' | 'drawings' | 'examples'>;
  /** Pictures of a step. */
  readonly batchSize: number;
  readonly seed: number;
  readonly encode: (text: string) => number[];
  /** What a batch has of hard captions: nothing, the captions, or their pictures too, of half as many captions. */
  readonly hard: 'none' | 'captions' | 'paired';
}

/**
 * Endless batches: each example once in a round, in a new order. A batch follows from seed and step alone, so that a run can go on
 * from any step. Equal captions of a batch are no negatives of each other. An example without a hard caption fills its place with its
 * own, and `valid` is 0.
 */
export function trainingBatches({ table, greys, seed, hard, ...options }: BatchesOptions): PositionedData {
  const { examples, size } = table;
  const edge = 2 * size;
  const batchSize = hard === 'paired' ? Math.floor(options.batchSize / 2) : options.batchSize;
  const perRound = Math.floor(examples.length / batchSize);
  const draw = pairDrawer({ table, greys });
  const encode = encodeOnce(options.encode);
  const isThere = ([, , , mined]: Example) =>
    mined !== undefined && (hard === 'captions' || mined[2] !== undefined);
  return {
    *batchesFrom(first) {
      for (let step = first; ; step++) {
        const order = orderOf(seed, Math.floor(step / perRound), examples.length);
        const start = (step % perRound) * batchSize;
        const rows = Array.from(order.subarray(start, start + batchSize), (row) => examples[row]!);
        const random = createRandom(hashNumbers([streamSeed(seed, 'shifts'), step]));
        const shifts = Int8Array.from(
          { length: 2 * rows.length },
          () => random.integer(2 * SHIFT + 1) - SHIFT,
        );
        const own = rows.map(([set, place, caption]) => drawCaption(draw, set, caption, place));
        const hardImages = () =>
          rows.map(([set, , , mined], at) =>
            mined?.[2] === undefined ? own[at]! : drawCaption(draw, set, mined[0], mined[2]),
          );
        yield {
          images: inputsOf(own, edge, shifts),
          tokens: rows.map(([, , caption]) => encode(caption)),
          groups: groupsOf(rows.map(([, , caption]) => caption)),
          ...(hard !== 'none' && {
            hardTokens: rows.map((row) => encode(isThere(row) ? row[3]![0] : row[2])),
            concreteness: rows.map((row) => (isThere(row) ? row[3]![1] / 100 : 1)),
            valid: rows.map((row) => Number(isThere(row))),
          }),
          ...(hard === 'paired' && { hardImages: inputsOf(hardImages(), edge, shifts) }),
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

function encodeOnce(encode: (text: string) => number[]): (text: string) => number[] {
  const known = new Map<string, number[]>();
  return (text) => {
    const tokens = known.get(text) ?? encode(text);
    known.set(text, tokens);
    return tokens;
  };
}
