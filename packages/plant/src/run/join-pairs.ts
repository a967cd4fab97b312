import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createLexicon, parseNorms } from '@slipform/concreteness';
import { writing } from '@slipform/kit/file-error';
import { InputError } from '@slipform/kit/input-error';
import { createProgress } from '@slipform/kit/progress';
import type { Fingerprint } from '@slipform/kit/shards/fingerprint';
import { runShards } from '@slipform/kit/shards/run-shards';
import { type Share, shareOf } from '@slipform/kit/shards/share';
import { draftBeside, dropDraft } from '@slipform/kit/write-file';
import { counted } from '../counted';
import { createReaders } from '../create-readers';
import { commonTypes } from '../files/kept-types';
import { openOutput } from '../files/open-output';
import type { EncodeOptions } from '../files/record-format';
import type { ChooseOptions } from '../natural/choose-partners';
import { openGrouped } from '../natural/grouped-hashes';
import { type JoinedHashes, joinHashes } from '../natural/join-hashes';
import { mergePairStats, type PairStats, PairTally } from '../natural/pair-stats';
import { resolveOptions } from '../options';
import { plainOptions } from '../plain-options';
import { fingerprintOfHashes } from './hash-file';
import { findHashedCorpus, type HashedCorpus } from './hashed-corpus';
import { shardFileOf } from './mine-folder';
import type { PairsFileOptions, PairsFileResult } from './pairs-file';
import { encodingOf, readSetupFiles } from './setup';
import { pairSummaryOf, writePairs } from './write-pairs';

/** As in `pairs`; what was decided when the captions were hashed is missing. */
export type JoinPairsOptions = Omit<
  PairsFileOptions,
  'format' | 'captionField' | 'idField' | 'imageField' | 'keep' | 'skipInvalid'
>;

export interface JoinFolderResult extends PairsFileResult {
  /** How many shards were written now. */
  readonly written: number;
  readonly finishedBefore: number;
  readonly failed: readonly { readonly file: string; readonly message: string }[];
}

/** The second and third step of `pairs` over the hashes of all shards, in one process into one output. */
export async function joinPairs(
  folders: readonly string[],
  options: JoinPairsOptions,
): Promise<PairsFileResult> {
  const started = performance.now();
  const joining = await openJoining(folders, options);
  const progress = createProgress(process.stderr, { quiet: options.quiet === true });
  let work: Work | undefined;
  let joined: JoinedHashes | undefined;
  try {
    const all = [...joining.corpus.shards.keys()];
    const written = await writeOutput(joining, all, options, async (isFile) => {
      for (const files of joining.corpus.shards) await files.assertSound();
      work = await openWork(isFile ? options.output : undefined);
      const bar = progress.start('joining', undefined, 'sites');
      const onProgress = (sites: number) => bar.update(0, '', sites);
      joined = joinHashes(joining.corpus.shards, work.folder, { onProgress });
      return joined;
    });
    return { ...written, ...spent(started) };
  } finally {
    progress.stop();
    joined?.close();
    await work?.remove();
  }
}

/**
 * The third step of `pairs` alone, of a task's shards, after an engine has done the second one (`openGrouped`): an output
 * for each shard, with its record of what made it. One that is finished is left as it is.
 *
 * @param options `output` is the folder
 */
export async function joinPairsFolder(
  folders: readonly string[],
  grouped: string,
  share: Share,
  options: JoinPairsOptions,
): Promise<JoinFolderResult> {
  const started = performance.now();
  const { output: folder, force = false, quiet = false } = options;
  const say = (text: string) => process.stderr.write(`slipform-plant: ${text}\n`);
  await writing(folder, async () => {
    await mkdir(folder, { recursive: true });
  });
  const format = options.outputFormat ?? 'jsonl';
  const joining = await openJoining(folders, { ...options, outputFormat: format });
  const { shards, names } = joining.corpus;
  const own = shareOf([...shards.keys()], share);
  const failed: { file: string; message: string }[] = [];
  let work: Work | undefined;
  let joined: JoinedHashes | undefined;
  const open = async () => {
    work = await openWork(join(folder, 'work'));
    // Partners stand in any shard. The tables are the engine's by now, and each task looks at its own shards'.
    for (const [number, files] of shards.entries()) {
      await files.assertSound(own.includes(number) ? undefined : (name) => name.endsWith('.jsonl'));
    }
    joined = await openGrouped(shards, grouped, work.folder);
    return joined;
  };
  let opened: Promise<JoinedHashes> | undefined;
  const attempt = async (shard: number) => {
    const output = join(folder, shardFileOf(names[shard]!, format));
    const to = { ...options, output, outputFormat: format, resume: !force };
    const written = await writeOutput(joining, [shard], to, async () => {
      opened ??= open();
      return opened;
    });
    if (!quiet && !written.doneBefore) {
      const { captions, captionsWithNegative } = written.stats;
      say(`${output}: ${counted(captions, 'caption')}, ${captionsWithNegative} with a natural partner`);
    }
    return written;
  };
  try {
    const results = await runShards(own, attempt, {
      onFailure(shard, { message }) {
        say(message);
        failed.push({ file: names[shard]!, message });
      },
      onWait(held, { message }) {
        if (!quiet) say(`waiting for ${counted(held.length, 'output')}: ${message}`);
      },
    });
    const finishedBefore = results.filter(({ doneBefore }) => doneBefore).length;
    return {
      stats: results.map(({ stats }) => stats).reduce(mergePairStats, new PairTally().snapshot()),
      brokenLines: results.reduce((sum, { brokenLines }) => sum + brokenLines, 0),
      doneBefore: finishedBefore === results.length,
      written: results.length - finishedBefore,
      finishedBefore,
      failed,
      ...spent(started),
    };
  } finally {
    joined?.close();
    await work?.remove();
  }
}

interface Joining {
  readonly corpus: HashedCorpus;
  readonly choose: ChooseOptions;
  readonly encode: EncodeOptions;
  readonly fingerprint: Fingerprint;
}

async function openJoining(folders: readonly string[], options: JoinPairsOptions): Promise<Joining> {
  const { offsets = 'utf16' } = options;
  const resolved = resolveOptions({ ...plainOptions(options), fit: null });
  const { norms } = await readSetupFiles({ ...options, vocabulary: undefined, fit: undefined });
  const lexicon = norms === undefined ? undefined : createLexicon({ norms: parseNorms(norms) });
  const corpus = findHashedCorpus(folders, fingerprintOfHashes({ ...resolved, norms }));
  const { keep } = corpus;
  const encode = encodingOf('jsonl', { ...options, ...(keep.length > 0 ? { keep } : {}) });
  if (encode.format === 'tar') {
    throw new InputError(
      '--join copies no samples of shards, so it writes no tar; name an output in jsonl, tsv or parquet.',
    );
  }
  const types = corpus.shards.map((files) => files.readDone().kept ?? {});
  return {
    corpus,
    choose: {
      ...resolved,
      readers: createReaders(resolved, () => {}, lexicon),
      slots: new Set(resolved.slots),
    },
    encode:
      encode.format === 'parquet' && keep.length > 0 ? { ...encode, kept: commonTypes(keep, types) } : encode,
    fingerprint: {
      ...corpus.fingerprint,
      '--policy': resolved.policy,
      '--temperature': resolved.temperature,
      '--per-caption': resolved.perCaption,
      '--keep-all': String(encode.keepsAll),
      '--offsets': offsets,
      '--output-format': `${encode.format}${encode.gzip ? ' in gzip' : ''}`,
    },
  };
}

/** Writes the partners of some shards into one output. @param join is called where something is left to do */
async function writeOutput(
  { corpus, choose, encode, fingerprint }: Joining,
  shards: readonly number[],
  { output: to, offsets = 'utf16', force, resume, norms, quiet = false }: JoinPairsOptions,
  join: (isFile: boolean) => Promise<JoinedHashes>,
): Promise<{ readonly stats: PairStats; readonly brokenLines: number; readonly doneBefore: boolean }> {
  const folders = corpus.shards.map(({ folder }) => ({ file: folder, name: 'a folder of hashes' }));
  const own = shards.length === corpus.shards.length ? {} : { 'the shard': shards.join(',') };
  const output = await openOutput(to, {
    read: [...folders, ...(norms === undefined ? [] : [{ file: norms, name: 'the file of --norms' }])],
    force: force === true,
    resume: resume === true,
    fingerprint: async () => ({ ...fingerprint, ...own }),
  });
  if (output.doneBefore) {
    await output.commit();
    return { ...pairSummaryOf(to, output.doneBefore.summary), doneBefore: true };
  }
  const progress = createProgress(process.stderr, { quiet });
  const brokenLines = shards.reduce((sum, shard) => sum + corpus.shards[shard]!.readDone().brokenLines, 0);
  try {
    const stats = await writePairs(await join(output.isFile), output, {
      file: to,
      fields: {},
      choose,
      encode,
      offsets,
      progress,
      watch: { assertUnchanged() {} },
      shards,
    });
    await output.commit({ stats, brokenLines });
    return { stats, brokenLines, doneBefore: false };
  } catch (error) {
    await output.discard(error);
    throw error;
  } finally {
    progress.stop();
  }
}

/** A folder for files that last as long as a run. */
interface Work {
  readonly folder: string;
  remove(): Promise<void>;
}

/** @param beside a file in whose folder it is to lie; what a killed process left of it is removed */
async function openWork(beside: string | undefined): Promise<Work> {
  if (beside === undefined) {
    const folder = await mkdtemp(join(tmpdir(), 'slipform-plant-join-'));
    return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
  }
  const folder = draftBeside(join(dirname(beside), 'slipform-join'));
  await mkdir(folder, { recursive: true });
  return { folder, remove: async () => dropDraft(folder) };
}

function spent(started: number): { readonly seconds: number; readonly peakMemory: number } {
  return {
    seconds: (performance.now() - started) / 1000,
    // maxRSS is in kilobytes of 1,024.
    peakMemory: process.resourceUsage().maxRSS * 1024,
  };
}
