import { createLexicon, parseNorms } from '@slipform/concreteness';
import { CorpusStats } from '../corpus/corpus-stats';
import { encodeBlock } from '../files/encode-block';
import type { FileCaption } from '../files/file-caption';
import { inCodepoints, type OffsetUnit } from '../files/offsets';
import type { Encoded, EncodeOptions } from '../files/record-format';
import type { PlainOptions } from '../plain-options';
import { createPlant } from '../plant';
import { type PlantStats, statsSince } from '../stats';

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
    const groups = plant.mineGroups(captions);
    const after = plant.stats();
    const stats = statsSince(after, before);
    before = after;
    const mined = groups.map(({ negatives, reason }, i) => ({
      caption: captions[i]!,
      place: start + i,
      records: offsets === 'utf16' ? negatives : negatives.map(inCodepoints),
      ...(encode.keepsAll && reason !== undefined ? { reason } : {}),
    }));
    return { encoded: await encodeBlock(mined, encode), stats };
  };
}
