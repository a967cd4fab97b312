import { createLexicon, parseNorms } from '@slipform/concreteness';
import { CorpusStats } from '../corpus/corpus-stats';
import { encodeBlock } from '../files/encode-block';
import type { FileCaption } from '../files/file-caption';
import { inCodepoints, type OffsetUnit } from '../files/offsets';
import type { Encoded, EncodeOptions, MinedCaption } from '../files/record-format';
import type { MinedForHooks } from '../hooks/ask-hooks';
import { Miner } from '../miner';
import { resolveOptions } from '../options';
import type { PlainOptions } from '../plain-options';
import type { Reason } from '../reasons';
import { type PlantStats, statsSince, Tally } from '../stats';

/** All that a thread needs to mine: plain data, so that it can be posted. */
export interface MinerSetup {
  readonly plant: PlainOptions;
  /** The texts of the files. */
  readonly norms?: string | undefined;
  readonly fit?: string | undefined;
  readonly vocabulary?: readonly string[] | undefined;
  readonly offsets: OffsetUnit;
  /** Where there are hooks, which the main thread asks: how many negatives of a caption a scorer may choose from. */
  readonly candidates?: number | undefined;
}

/** A caption with the other captions of its image, where they don't stand beside it. */
export type JobCaption = FileCaption & { readonly siblings?: readonly string[] };

export interface Job {
  /** How many captions of the input come before. */
  readonly start: number;
  readonly captions: readonly JobCaption[];
  readonly encode: EncodeOptions;
}

/** What was mined of a block; without bytes where hooks are asked first. */
export type JobResult = ({ readonly encoded: Encoded } | { readonly mined: readonly CaptionForHooks[] }) & {
  /** Of this block alone. */
  readonly stats: PlantStats;
};

export interface CaptionForHooks extends MinedForHooks {
  readonly caption: JobCaption;
  readonly place: number;
  /** Concreteness of the most concrete word that could be changed. */
  readonly best: number;
  readonly reason?: Reason;
}

export type BlockMiner = (job: Job) => Promise<JobResult>;

/** Mines blocks of captions and encodes what it finds, in this thread. */
export function createBlockMiner(setup: MinerSetup): BlockMiner {
  const { candidates } = setup;
  const tally = new Tally();
  const miner = minerOf(setup, tally);
  let before = tally.snapshot();
  return async ({ start, captions, encode }) => {
    const mined = miner.mine(captions, candidates);
    const after = tally.snapshot();
    const stats = statsSince(after, before);
    before = after;
    const forHooks = mined.groups.map(({ negatives, reason }, i) => ({
      caption: captions[i]!,
      place: start + i,
      best: mined.bests[i]!,
      negatives,
      candidates: mined.candidates[i] ?? [],
      siblings: candidates === undefined ? [] : mined.block.siblingTexts(i),
      ...(encode.keepsAll && reason !== undefined ? { reason } : {}),
    }));
    if (candidates !== undefined) return { mined: forHooks, stats };
    return {
      encoded: await encodeBlock(
        forHooks.map((each) => minedCaption(each, setup)),
        encode,
      ),
      stats,
    };
  };
}

/** The miner of a setup. @param tally counts what it does */
export function minerOf({ plant, norms, fit, vocabulary }: MinerSetup, tally: Tally): Miner {
  const options = resolveOptions({
    ...plant,
    vocabulary,
    lexicon: norms === undefined ? undefined : createLexicon({ norms: parseNorms(norms) }),
    fit: fit === undefined ? undefined : CorpusStats.parse(fit),
  });
  return new Miner(options, tally, []);
}

/** A caption with its negatives as files hold them. */
export function minedCaption(
  { caption, place, negatives, reason }: Omit<CaptionForHooks, 'best' | 'candidates' | 'siblings'>,
  { offsets }: MinerSetup,
): MinedCaption {
  const records = offsets === 'utf16' ? negatives : negatives.map(inCodepoints);
  return { caption, place, records, ...(reason === undefined ? {} : { reason }) };
}
