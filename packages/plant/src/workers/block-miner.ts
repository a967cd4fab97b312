import { createLexicon, parseNorms } from '@slipform/concreteness';
import { CorpusStats } from '../corpus/corpus-stats';
import { createPlant } from '../create-plant';
import { encodeBlock } from '../files/encode-block';
import type { FileCaption } from '../files/file-caption';
import { inCodepoints, type OffsetUnit } from '../files/offsets';
import type { Encoded, EncodeOptions, MinedCaption } from '../files/record-format';
import type { HardNegative } from '../hard-negative';
import type { PlainOptions } from '../plain-options';
import type { PlantStats } from '../stats';

/** All that a thread needs to mine: plain data, so that it can be posted. */
export interface MinerSetup {
  readonly plant: PlainOptions;
  /** The texts of the files. */
  readonly norms?: string | undefined;
  readonly fit?: string | undefined;
  readonly vocabulary?: readonly string[] | undefined;
  readonly offsets: OffsetUnit;
  readonly encode: EncodeOptions;
}

/** A caption with the other captions of its image, where they don't stand beside it. */
export type JobCaption = FileCaption & { readonly siblings?: readonly string[] };

export interface Job {
  /** How many captions of the input come before. */
  readonly start: number;
  readonly captions: readonly JobCaption[];
}

export interface JobResult {
  readonly encoded: Encoded;
  /** Of this block alone. */
  readonly stats: PlantStats;
}

export type BlockMiner = (job: Job) => Promise<JobResult>;

/** Mines blocks of captions and encodes what it finds, in this thread. */
export function createBlockMiner(setup: MinerSetup): BlockMiner {
  const { plant: options, norms, fit, vocabulary, offsets, encode } = setup;
  const plant = createPlant({
    ...options,
    vocabulary,
    lexicon: norms === undefined ? undefined : createLexicon({ norms: parseNorms(norms) }),
    fit: fit === undefined ? undefined : CorpusStats.parse(fit),
  });
  let before = plant.stats();
  return async ({ start, captions }) => {
    const negatives = plant.mineBlock(captions);
    const records = offsets === 'utf16' ? negatives : negatives.map(inCodepoints);
    const after = plant.stats();
    const stats = difference(after, before);
    before = after;
    const perCaption = options.perCaption ?? 1;
    return { encoded: await encodeBlock(byCaption(captions, start, records, perCaption), encode), stats };
  };
}

/** Hands each caption its negatives, which come in the order of the captions. */
function byCaption(
  captions: readonly JobCaption[],
  start: number,
  negatives: readonly HardNegative[],
  perCaption: number,
): MinedCaption[] {
  let next = 0;
  return captions.map((caption, i) => {
    const first = next;
    while (
      next - first < perCaption &&
      negatives[next]?.id === caption.id &&
      negatives[next]?.caption === caption.caption
    ) {
      next += 1;
    }
    return { caption, place: start + i, records: negatives.slice(first, next) };
  });
}

/** The difference between a plant's counts and those `before`. */
function difference(after: PlantStats, before: PlantStats): PlantStats {
  const minus = <K extends string>(a: Readonly<Record<K, number>>, b: Readonly<Record<K, number>>) =>
    Object.fromEntries((Object.keys(a) as K[]).map((key): [K, number] => [key, a[key] - b[key]])) as Record<
      K,
      number
    >;
  return {
    captions: after.captions - before.captions,
    captionsWithNegative: after.captionsWithNegative - before.captionsWithNegative,
    negatives: after.negatives - before.negatives,
    slots: minus(after.slots, before.slots),
    operations: minus(after.operations, before.operations),
    refusals: minus(after.refusals, before.refusals),
  };
}
