import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLexicon, parseNorms } from '@slipform/concreteness';
import { isFileSystemError } from '@slipform/kit/file-error';
import { InputError } from '@slipform/kit/input-error';
import { createProgress } from '@slipform/kit/progress';
import type { Fingerprint } from '@slipform/kit/shards/fingerprint';
import { watchInputs } from '@slipform/kit/unchanged-input';
import { createReaders } from '../create-readers';
import { formatOf } from '../files/caption-format';
import type { FieldNames } from '../files/file-caption';
import { commonTypes } from '../files/kept-types';
import { sizeOf } from '../files/open-input';
import { openOutput } from '../files/open-output';
import type { Output } from '../files/output';
import { openShardSizes, sizesFilesOf } from '../files/shard-sizes';
import type { ChooseOptions } from '../natural/choose-partners';
import { HashFiles } from '../natural/hash-files';
import { joinHashes } from '../natural/join-hashes';
import type { PairStats } from '../natural/pair-stats';
import { resolveOptions } from '../options';
import { plainOptions } from '../plain-options';
import { type HashSource, hashFile } from './hash-file';
import type { MineFileOptions, MineFileResult } from './mine-file-options';
import { createProblemReport } from './problem-report';
import { encodingOf, fingerprintOf, readBy, readSetupFiles, refuseSecondReading } from './setup';
import { pairSummaryOf, writePairs } from './write-pairs';

/** As in `mine`; what a natural partner does not depend on is missing. */
export type PairsFileOptions = Omit<
  MineFileOptions,
  'balance' | 'operations' | 'contextLength' | 'vocabulary' | 'fit' | 'blockSize' | 'workers'
>;

export type PairsFileResult = Omit<MineFileResult, 'stats' | 'captionsBefore'> & {
  readonly stats: PairStats;
};

/**
 * Writes the natural partners of a file of captions: captions of other images that are equal but for one rated span. Three
 * steps, each a stream: captions become keys on the disk, equal keys meet, and each caption chooses its partner.
 */
export async function pairsFile(file: string, options: PairsFileOptions): Promise<PairsFileResult> {
  const started = performance.now();
  const format = options.format ?? formatOf(file);
  const encode = encodingOf(format, options);
  const fields: FieldNames = {
    caption: options.captionField,
    id: options.idField,
    imageId: options.imageField,
    keep: options.keep,
  };
  const plant = plainOptions(options);
  const resolved = resolveOptions({ ...plant, fit: null });
  const { norms } = await readSetupFiles({ ...options, vocabulary: undefined, fit: undefined });
  const bytes = sizeOf(file);
  if (bytes === undefined) refuseSecondReading(file, encode, options.keep);
  const watch = watchInputs([file]);
  const isTar = encode.format === 'tar';
  let fingerprint: Promise<Fingerprint> | undefined;
  const fingerprinted = () => {
    const setup = { plant, offsets: options.offsets ?? 'utf16', encode, norms };
    fingerprint ??= fingerprintOf(file, format, fields, options, setup);
    return fingerprint;
  };
  const folder = { file: folderOf(options.output), name: 'the folder of hashes beside the output' };
  const output = await openOutput(options.output, {
    read: readBy(file, options),
    beside: [folder, ...(isTar ? sizesFilesOf(options.output) : [])],
    force: options.force === true,
    resume: options.resume === true,
    fingerprint: bytes === undefined ? undefined : fingerprinted,
  });
  const openSizes = async () => (isTar && output.isFile ? await openShardSizes(options.output) : undefined);
  const samplesOf = (stats: PairStats) => (encode.keepsAll ? stats.captions : stats.captionsWithNegative);
  const result = (stats: PairStats, brokenLines: number): PairsFileResult => ({
    stats,
    brokenLines,
    seconds: (performance.now() - started) / 1000,
    // maxRSS is in kilobytes of 1,024.
    peakMemory: process.resourceUsage().maxRSS * 1024,
    doneBefore: output.doneBefore !== undefined,
  });
  if (output.doneBefore) {
    await output.commit();
    const { stats, brokenLines } = pairSummaryOf(options.output, output.doneBefore.summary);
    await (await openSizes())?.set(samplesOf(stats));
    return result(stats, brokenLines);
  }
  const problems = createProblemReport(file, options.skipInvalid === true);
  const progress = createProgress(process.stderr, { quiet: options.quiet === true });
  const lexicon = norms === undefined ? undefined : createLexicon({ norms: parseNorms(norms) });
  const choose: ChooseOptions = {
    ...resolved,
    readers: createReaders(resolved, () => {}, lexicon),
    slots: new Set(resolved.slots),
  };
  let hashes: HashFiles | undefined;
  try {
    const sizes = await openSizes();
    hashes = new HashFiles(
      output.isFile ? folder.file : await mkdtemp(join(tmpdir(), 'slipform-plant-hashes-')),
    );
    const asksTypes = encode.format === 'parquet';
    const source: HashSource = { file, format, fields, bytes, asksTypes, problems, progress, watch };
    const { kept } = await hashFile(source, hashes, {
      choose,
      fingerprint: await stampOf(bytes, fingerprinted),
      resume: options.resume === true && bytes !== undefined,
    });
    const names = fields.keep ?? [];
    const bar = progress.start('joining', undefined, 'sites');
    const joined = joinHashes([hashes], hashes.folder, { onProgress: (sites) => bar.update(0, '', sites) });
    const stats = await writePairs(joined, output, {
      ...source,
      choose,
      encode: asksTypes && names.length > 0 ? { ...encode, kept: commonTypes(names, [kept ?? {}]) } : encode,
      offsets: options.offsets ?? 'utf16',
      shards: [0],
    }).finally(joined.close);
    watch.assertUnchanged();
    hashes.remove();
    await output.commit({ stats, brokenLines: problems.count() });
    await sizes?.set(samplesOf(stats));
    problems.end();
    return result(stats, problems.count());
  } catch (error) {
    await discard(output, hashes, error);
    throw error;
  } finally {
    progress.stop();
  }
}

/** What is read once only can't be gone on with. */
async function stampOf(
  bytes: number | undefined,
  fingerprinted: () => Promise<Fingerprint>,
): Promise<Fingerprint> {
  return bytes === undefined ? {} : fingerprinted();
}

/** What the input is to blame for can't be gone on with; a full disk can. */
async function discard(output: Output, hashes: HashFiles | undefined, error: unknown): Promise<void> {
  const isKept = output.isFile && !(InputError.isInstance(error) && !isFileSystemError(error.cause));
  if (!isKept) hashes?.remove();
  await output.discard(error);
}

/** Where the hashes of an unfinished run lie. */
function folderOf(output: string): string {
  return `${output}.hashes`;
}
