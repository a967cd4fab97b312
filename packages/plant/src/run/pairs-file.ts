import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLexicon, parseNorms } from '@slipform/concreteness';
import { InputError } from '@slipform/kit/input-error';
import { createProgress, type Progress } from '@slipform/kit/progress';
import type { Fingerprint } from '@slipform/kit/shards/fingerprint';
import { createReaders } from '../create-readers';
import { type Format, formatOf } from '../files/caption-format';
import type { FieldNames } from '../files/file-caption';
import { lookAhead } from '../files/find-siblings';
import { KeptTypes } from '../files/kept-types';
import { sizeOf } from '../files/open-input';
import { openOutput } from '../files/open-output';
import type { Output } from '../files/output';
import { nameOf } from '../files/read-captions';
import type { EncodeOptions } from '../files/record-format';
import { openShardSizes, sizesFilesOf } from '../files/shard-sizes';
import { type InputWatch, watchInputs } from '../files/unchanged-input';
import type { ChooseOptions } from '../natural/choose-partners';
import { hashCaptions } from '../natural/hash-captions';
import { HashFiles } from '../natural/hash-files';
import type { PairStats } from '../natural/pair-stats';
import { resolveOptions } from '../options';
import { plainOptions } from '../plain-options';
import type { MineFileOptions, MineFileResult } from './mine-file-options';
import { createProblemReport, noCaption, type ProblemReport } from './problem-report';
import { readJobs } from './read-jobs';
import { encodingOf, fingerprintOf, readBy, readSetupFiles, refuseSecondReading } from './setup';
import { pairSummaryOf, writePairs } from './write-pairs';

/** As in `mine`; what a natural partner does not depend on is missing. */
export type PairsFileOptions = Omit<
  MineFileOptions,
  'balance' | 'operations' | 'contextLength' | 'vocabulary' | 'fit' | 'blockSize' | 'workers'
>;

export type PairsFileResult = Omit<MineFileResult, 'stats'> & { readonly stats: PairStats };

/** Captions that are handed on together. */
const batchSize = 1024;

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
    const source: Source = { file, format, fields, bytes, encode, problems, progress, watch };
    const resume = options.resume === true && bytes !== undefined;
    const kept = await hashFile(source, hashes, choose, await stampOf(bytes, fingerprinted), resume);
    const stats = await writePairs(hashes, output, {
      ...source,
      choose,
      encode: { ...encode, kept },
      offsets: options.offsets ?? 'utf16',
    });
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

interface Source {
  readonly file: string;
  readonly format: Format;
  readonly fields: FieldNames;
  readonly bytes: number | undefined;
  readonly encode: EncodeOptions;
  readonly problems: ProblemReport;
  readonly progress: Progress;
  readonly watch: InputWatch;
}

/** The first step. @returns the types of the columns that are kept */
async function hashFile(
  { file, format, fields, bytes, encode, problems, progress, watch }: Source,
  hashes: HashFiles,
  choose: ChooseOptions,
  fingerprint: Fingerprint,
  resume: boolean,
): Promise<EncodeOptions['kept']> {
  const warn = (message: string) => process.stderr.write(`slipform-plant: ${nameOf(file)}: ${message}\n`);
  const types = encode.format === 'parquet' && fields.keep ? new KeptTypes(fields.keep) : undefined;
  const outlook =
    bytes === undefined
      ? undefined
      : await lookAhead(file, format, fields, warn, ({ kept }) => kept && types?.add(kept));
  const bar = progress.start('reading', bytes, 'captions');
  bar.update(0);
  let bytesRead = 0;
  async function* batches() {
    const { report } = problems;
    for await (const job of readJobs({ file, format, fields, blockSize: batchSize, outlook, report })) {
      bytesRead = job.bytesRead;
      yield job.captions;
    }
  }
  const { captions } = await hashCaptions(batches(), hashes, {
    ...choose,
    siblingsOf: outlook?.siblingsOf,
    fingerprint,
    resume,
    onProgress: (done) => bar.update(bytesRead, '', done),
  });
  if (captions === 0) throw noCaption(file, problems.count());
  watch.assertUnchanged();
  return types?.types() ?? encode.kept;
}

/** What is read once only can't be gone on with. */
async function stampOf(
  bytes: number | undefined,
  fingerprinted: () => Promise<Fingerprint>,
): Promise<Fingerprint> {
  return bytes === undefined ? {} : fingerprinted();
}

/** What the input is to blame for can't be gone on with. */
async function discard(output: Output, hashes: HashFiles | undefined, error: unknown): Promise<void> {
  const isKept = output.isFile && !InputError.isInstance(error);
  if (!isKept) hashes?.remove();
  await output.discard(error);
}

/** Where the hashes of an unfinished run lie. */
function folderOf(output: string): string {
  return `${output}.hashes`;
}
