import type { PositionedData, TrainBatch } from '@slipform/clip';
import { hashNumbers, streamSeed } from '@slipform/kit/random/hash';
import { createRandom, type Random } from '@slipform/kit/random/random';
import { type Pictures, picturesOf } from './pictures';

/** Another caption for a picture, which is wrong, and perhaps the picture that it is right for. */
export interface HardCaption {
  readonly text: string;
  /** Concreteness of the changed word, from 1 to 5. */
  readonly concreteness: number;
  /** Row of the picture that the text is true of; the hard picture of a paired layout. */
  readonly row?: number;
}

/** What is trained on: a picture, its caption, and hard captions. */
interface ShownExample {
  /** Rows of pictures that the caption is true of; one is taken each time the example comes up. */
  readonly rows: readonly number[];
  readonly caption: string;
  /** Hard captions, of which one is drawn each time. */
  readonly hard?: readonly HardCaption[];
}

export interface ShownBatchesOptions {
  readonly pictures: Pictures;
  readonly examples: readonly ShownExample[];
  readonly batchSize: number;
  readonly seed: number;
  /** Tokens of a text; each text's are kept. */
  readonly encode: (text: string) => number[];
  /** Pictures are moved by up to so many pixels in each direction. Default 2. */
  readonly shift?: number;
  /** What a batch has of hard captions: nothing (default), the captions, or their pictures too. */
  readonly hard?: 'none' | 'captions' | 'paired';
}

/** What a row of a batch holds. */
interface Drawn {
  readonly row: number;
  readonly text: string;
  readonly hard: HardCaption | undefined;
}

/**
 * Endless batches of pictures and captions: every example once in each round, in an order of its own. A batch follows from
 * seed and step alone, so that the same seed gives the same batches, and a run can go on from any step. Equal captions of a
 * batch are one group: they are no negatives of each other. An example without a hard caption fills its place with its own
 * caption (and picture), and `valid` is 0.
 */
export function shownBatches(options: ShownBatchesOptions): PositionedData {
  const { examples, batchSize, seed } = options;
  if (examples.length < batchSize) {
    throw new RangeError(
      `shownBatches: batchSize ${batchSize} is more than the ${examples.length} examples.`,
    );
  }
  const encode = encodeOnce(options.encode);
  const perRound = Math.floor(examples.length / batchSize);
  return {
    *batchesFrom(first) {
      let round = -1;
      let order = new Uint32Array();
      for (let step = first; ; step++) {
        if (Math.floor(step / perRound) !== round) {
          round = Math.floor(step / perRound);
          order = orderOf(seed, round, examples.length);
        }
        const start = (step % perRound) * batchSize;
        const random = createRandom(hashNumbers([streamSeed(seed, 'icons'), step]));
        const drawn = Array.from(order.subarray(start, start + batchSize), (index) =>
          draw(examples[index]!, random),
        );
        yield batchOf(drawn, random, { ...options, encode });
      }
    },
  };
}

function orderOf(seed: number, round: number, count: number): Uint32Array<ArrayBuffer> {
  const random = createRandom(hashNumbers([streamSeed(seed, 'order of icons'), round]));
  return random.shuffle(Uint32Array.from({ length: count }, (_, index) => index));
}

function draw({ rows, caption, hard = [] }: ShownExample, random: Random): Drawn {
  return {
    row: rows[random.below(rows.length)]!,
    text: caption,
    // With equal weights, as the committed rows drew it: `pick` would draw others by the same seed.
    hard: hard.length === 0 ? undefined : hard[random.weighted(hard.map(() => 1))],
  };
}

function batchOf(drawn: readonly Drawn[], random: Random, options: ShownBatchesOptions): TrainBatch {
  const { encode, hard = 'none' } = options;
  const rows = drawn.map(({ row }) => row);
  const shifts = shiftsOf(rows.length, options.shift ?? 2, random);
  const hardRows = drawn.map(({ row, hard: other }) => other?.row ?? row);
  const texts = drawn.map(({ text }) => text);
  return {
    images: picturesOf(options.pictures, rows, shifts),
    ...(hard === 'paired' ? { hardImages: picturesOf(options.pictures, hardRows, shifts) } : {}),
    tokens: texts.map(encode),
    groups: groupsOf(texts),
    ...(hard === 'none' ? {} : hardFields(drawn, encode, hard)),
  };
}

function hardFields(
  drawn: readonly Drawn[],
  encode: (text: string) => number[],
  layout: 'captions' | 'paired',
): TrainBatch {
  const isThere = ({ hard }: Drawn) =>
    hard !== undefined && (layout === 'captions' || hard.row !== undefined);
  return {
    hardTokens: drawn.map((row) => encode(isThere(row) ? row.hard!.text : row.text)),
    concreteness: drawn.map((row) => (isThere(row) ? row.hard!.concreteness : 1)),
    valid: drawn.map((row) => (isThere(row) ? 1 : 0)),
  };
}

/** Equal texts have one number. */
export function groupsOf(texts: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  return texts.map((text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}

export function shiftsOf(count: number, most: number, random: Random): Int8Array {
  return Int8Array.from({ length: count * 2 }, () => random.below(2 * most + 1) - most);
}

function encodeOnce(encode: (text: string) => number[]): (text: string) => number[] {
  const known = new Map<string, number[]>();
  return (text) => {
    const tokens = known.get(text) ?? encode(text);
    known.set(text, tokens);
    return tokens;
  };
}
