import { createLexicon, parseNorms } from '@slipform/concreteness';
import { CorpusStats } from '../corpus/corpus-stats';
import { encodeBlock } from '../files/encode-block';
import type { FileCaption } from '../files/file-caption';
import { inCodepoints, type OffsetUnit } from '../files/offsets';
import type { Encoded, EncodeOptions, MinedCaption } from '../files/record-format';
import { Miner } from '../miner';
import { resolveOptions } from '../options';
import type { PlainOptions } from '../plain-options';
import { type PlantStats, Tally } from '../stats';

/** All that a thread needs to mine: plain data, so that it can be posted. */
export interface MinerSetup {
  readonly plant: PlainOptions;
  /** The texts of the files. */
  readonly norms?: string | undefined;
  readonly fit?: string | undefined;
  readonly vocabulary?: readonly string[] | undefined;
  readonly offsets: OffsetUnit;
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
export function createBlockMiner(setup: MinerSetup): BlockMiner {
  const { plant, norms, fit, vocabulary, offsets } = setup;
  const tally = new Tally();
  const options = resolveOptions({
    ...plant,
    vocabulary,
    lexicon: norms === undefined ? undefined : createLexicon({ norms: parseNorms(norms) }),
    fit: fit === undefined ? undefined : CorpusStats.parse(fit),
  });
  const miner = new Miner(options, tally, []);
  return async ({ start, captions, encode }) => {
    const mined = miner.mine(captions).mined.map(
      ({ negatives, reason }, i): MinedCaption => ({
        caption: captions[i]!,
        place: start + i,
        negatives: offsets === 'utf16' ? negatives : negatives.map(inCodepoints),
        ...(encode.keepsAll && reason !== undefined ? { reason } : {}),
      }),
    );
    const stats = tally.take();
    return { encoded: await encodeBlock(mined, encode), stats };
  };
}
