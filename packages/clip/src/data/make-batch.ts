import type { TrainBatch } from '../gradients/train-batch';
import type { Augment } from './augment';
import { wantedImage } from './collect-examples';
import type { Decoders } from './decode-images';
import type { ImagePlace } from './example';
import type { PlannedRow } from './plan-batches';
import { describeBrokenImage, type ReadRows } from './read-rows';
import type { SkipLog } from './skips';

/** Rows whose images were embedded before. */
export interface EmbeddedRows {
  readonly rows: readonly PlannedRow[];
  readonly imageEmbeddings: Float32Array;
}

export interface BatchOptions {
  readonly encode: (text: string) => readonly number[];
  readonly size: number;
  /** K, 0 for data without negatives. */
  readonly perCaption: number;
  readonly rated: boolean;
  readonly hardImages: boolean;
  readonly augment: Augment | undefined;
}

/** The batch of rows whose images were read, or have embeddings. */
export async function makeBatch(
  { rows, ...shown }: ReadRows | EmbeddedRows,
  options: BatchOptions,
  decoders: Decoders,
  skips: SkipLog,
): Promise<TrainBatch> {
  const { encode, perCaption } = options;
  const tokens = rows.map(({ caption }) => encode(caption.text));
  const groups = groupsOf(rows);
  const pictures = 'pixels' in shown ? { images: shown.pixels } : shown;
  const batch: TrainBatch = { ...pictures, tokens, ...(groups === undefined ? {} : { groups }) };
  if (perCaption === 0) return batch;

  const hard =
    options.hardImages && 'pixels' in shown
      ? await readHardImages(rows, shown.pixels, options, decoders, skips)
      : undefined;
  const has = (row: number, slot: number) =>
    rows[row]!.negatives[slot] !== undefined && !(hard?.broken.has(row) ?? false);
  // An empty slot holds the true caption and takes no part.
  const slots = <T>(value: (row: number, slot: number) => T): T[][] =>
    rows.map((_, row) => Array.from({ length: perCaption }, (_, slot) => value(row, slot)));
  const flat = <T>(values: T[][]): T[] | T[][] => (perCaption === 1 ? values.flat() : values);
  const valid = slots((row, slot) => (has(row, slot) ? 1 : 0));
  const texts = slots((row, slot) =>
    has(row, slot) ? encode(rows[row]!.negatives[slot]!.text) : tokens[row]!,
  );
  const filled = rows.length + valid.flat().filter(Boolean).length;
  const textIds = idsOf(
    tokens.map((caption, row) => [caption, ...texts[row]!]),
    filled,
  );
  return {
    ...batch,
    ...(textIds === undefined ? {} : { textIds }),
    hardTokens: perCaption === 1 ? texts.map(([only]) => only!) : texts,
    ...(options.rated
      ? { concreteness: flat(slots((row, slot) => rows[row]!.negatives[slot]?.concreteness ?? 1)) }
      : {}),
    ...(valid.flat().includes(0) ? { valid: flat(valid) } : {}),
    ...(hard === undefined ? {} : { hardImages: hard.pixels }),
  };
}

/** Pixels of each row's hard image; where there is none or a broken one, the row's own image. */
async function readHardImages(
  rows: readonly PlannedRow[],
  own: Float32Array,
  { size, augment }: BatchOptions,
  decoders: Decoders,
  skips: SkipLog,
): Promise<{ pixels: Float32Array; broken: ReadonlySet<number> }> {
  const length = size * size * 3;
  const pixels = own.slice();
  const wanted = rows.flatMap(({ negatives: [negative] }, row): [number, ImagePlace][] =>
    negative?.image === undefined ? [] : [[row, negative.image]],
  );
  const decoded = await decoders.decode(
    wanted.map(([row, image]) => wantedImage(rows[row]!, image, augment)),
  );
  const broken = new Set<number>();
  for (const [i, [row, image]] of wanted.entries()) {
    const problem = decoded.problems[i];
    if (problem === undefined)
      pixels.set(decoded.pixels.subarray(i * length, (i + 1) * length), row * length);
    else {
      broken.add(row);
      skips.add(...describeBrokenImage(image, problem));
    }
  }
  return { pixels, broken };
}

/**
 * A number for each row, the same for rows of one image and for rows of equal captions, which are no negatives
 * of each other; `undefined` where all rows differ.
 */
function groupsOf(rows: readonly PlannedRow[]): number[] | undefined {
  const groups = rows.map((_, row) => row);
  const first = new Map<unknown, number>();
  for (const [row, { example, caption }] of rows.entries()) {
    for (const key of [example, caption.text]) {
      const other = first.get(key);
      if (other === undefined) first.set(key, row);
      else {
        const [from, to] = [groups[row]!, groups[other]!];
        groups.forEach((group, i) => {
          if (group === from) groups[i] = to;
        });
      }
    }
  }
  return new Set(groups).size === rows.length ? undefined : groups;
}

/**
 * A number for each text, the same for texts of the same tokens; `undefined` where no two are the same. In an empty slot
 * it is the caption's.
 */
function idsOf(texts: readonly (readonly (readonly number[])[])[], filled: number): number[][] | undefined {
  const known = new Map<string, number>();
  const ids = texts.map((row) =>
    row.map((tokens) => {
      const key = tokens.join();
      const id = known.get(key) ?? known.size;
      known.set(key, id);
      return id;
    }),
  );
  return known.size === filled ? undefined : ids;
}
