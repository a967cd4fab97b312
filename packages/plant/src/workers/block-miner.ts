import { createLexicon, type Norms } from '@slipform/concreteness';
import { CorpusStats, type SharedStats } from '../corpus/corpus-stats';
import type { FileCaption } from '../files/file-caption';
import { inCodepoints, type OffsetUnit } from '../files/offsets';
import { type Encoded, type EncodeOptions, minedCaptions } from '../files/record-format';
import { encodeBlock } from '../files/record-writer';
import { Miner } from '../miner';
import type { ResolvedOptions } from '../options';
import { type PlantStats, Tally } from '../stats';

/** All that blocks are mined with, read once. */
export interface MinerSetup {
  /** The lexicon is made of the norms. */
  readonly options: ResolvedOptions;
  readonly norms?: Norms | undefined;
  readonly offsets: OffsetUnit;
}

/** The same as plain data, which can be posted to a thread. */
export interface PostedSetup extends Omit<MinerSetup, 'options'> {
  readonly options: Omit<ResolvedOptions, 'fit'>;
  readonly fit?: SharedStats | undefined;
}

/** A block of a file. */
export interface Job {
  /** How many captions of the input come before. */
  readonly start: number;
  readonly captions: readonly FileCaption[];
  readonly encode: EncodeOptions;
}

/** The records of a block as bytes, and the counts of this block alone. */
export interface JobResult {
  readonly encoded: Encoded;
  readonly stats: PlantStats;
}

export type BlockMiner = (job: Job) => Promise<JobResult>;

/** Mines blocks of captions and encodes what it finds, in this thread. */
export function createBlockMiner({ options, norms, offsets }: MinerSetup): BlockMiner {
  const tally = new Tally();
  const lexicon = norms && createLexicon({ norms });
  const miner = new Miner(lexicon ? { ...options, lexicon } : options, tally, []);
  return async ({ start, captions, encode }) => {
    const mined = minedCaptions(captions, miner.mine(captions).mined, start, encode.keepsAll).map((one) =>
      offsets === 'utf16' ? one : { ...one, negatives: one.negatives.map(inCodepoints) },
    );
    const stats = tally.take();
    return { encoded: await encodeBlock(mined, encode), stats };
  };
}

export function postedSetup({ options: { fit, ...options }, ...setup }: MinerSetup): PostedSetup {
  return { ...setup, options, fit: fit?.shared() };
}

export function setupOf({ options, fit, ...setup }: PostedSetup): MinerSetup {
  return { ...setup, options: { ...options, fit: fit && CorpusStats.ofShared(fit) } };
}
