import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createLexicon } from '@slipform/concreteness';
import { nameOf, sizeOf } from '@slipform/kit/captions/open-input';
import { createProgress } from '@slipform/kit/command/progress';
import { unreadable, writing } from '@slipform/kit/errors/file-error';
import { InputError } from '@slipform/kit/errors/input-error';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { watchInputs } from '@slipform/kit/files/unchanged-input';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { type DoneRecord, readDoneRecord, whyNotDone } from '@slipform/kit/shards/done-record';
import { differenceOf, type Fingerprint, hashFile, hashText } from '@slipform/kit/shards/fingerprint';
import { type FailedShard, runShardsAloud } from '@slipform/kit/shards/run-shards';
import type { Shard } from '@slipform/kit/shards/shard-names';
import { type Share, shareOf } from '@slipform/kit/shards/share';
import { version } from '../../package.json';
import { createReaders } from '../create-readers';
import { formatOf } from '../files/caption-format';
import { lookThrough } from '../files/find-siblings';
import { isKeptTypes, type KeptType, KeptTypes } from '../files/kept';
import { fileSource } from '../files/open-input';
import { createParquetWriter, encodeRows } from '../files/write-parquet';
import type { ChooseOptions } from '../natural/choose-partners';
import { siteColumns, siteRows } from '../natural/site-rows';
import { plainOptions, resolveOptions } from '../options';
import { spent } from './mine-file';
import type { MineFileOptions } from './mine-options';
import { fieldsText } from './named-fields';
import { createProblemReport } from './problem-report';
import { readJobs } from './read-jobs';
import { fieldsOf, readBy, readNorms } from './setup';

/** As in `mine`; what a natural partner does not depend on is missing. */
export type SiteFileOptions = Omit<
  MineFileOptions,
  'balance' | 'operations' | 'contextLength' | 'vocabulary' | 'fit' | 'blockSize' | 'workers'
>;

/** What all inputs of a run share. */
export interface SiteSetup {
  readonly choose: ChooseOptions;
  /** The options that site files depend on, which `pairs` must be given as they were. */
  readonly by: Fingerprint;
}

export async function openSiteSetup(options: SiteFileOptions): Promise<SiteSetup> {
  const resolved = resolveOptions({ ...plainOptions(options), fit: null });
  const norms = await readNorms(options.norms);
  const lexicon = norms.value && createLexicon({ norms: norms.value });
  const { seed, slots } = resolved;
  return {
    choose: { ...resolved, readers: createReaders(resolved, { lexicon }), slots: new Set(slots) },
    by: {
      'the version': version,
      '--slots': slots.join(','),
      '--seed': seed,
      '--norms': norms.hash,
    },
  };
}

/** An input with its number among all, from 0. */
export interface NumberedInput {
  readonly file: string;
  /** Before ids that are numbers of lines, where there are several inputs. */
  readonly shard?: string | undefined;
  readonly number: number;
  readonly of: number;
}

/** What a site file's record says of it. */
export interface SiteSummary {
  readonly captions: number;
  readonly brokenLines: number;
  readonly number: number;
  readonly of: number;
  /** The columns of `--keep`, and the types of those that have values. */
  readonly keep: readonly string[];
  readonly kept: Readonly<Record<string, KeptType>>;
}

/** Writes the site file of an input, with its record. One that is finished is left as it is. */
export async function writeSiteFile(
  input: NumberedInput,
  output: string,
  { choose, by }: SiteSetup,
  options: SiteFileOptions,
): Promise<SiteSummary & { readonly doneBefore: boolean }> {
  const { file, shard, number, of } = input;
  const { keep = [], skipInvalid = false, quiet = false, force } = options;
  const format = options.format ?? formatOf(file);
  const fields = fieldsOf(options, shard);
  const bytes = sizeOf(file);
  const watch = watchInputs([file]);
  const fingerprint: Fingerprint = {
    ...by,
    'the input': bytes === undefined ? 'read once' : await hashFile(file),
    'the shard': shard ?? '',
    'the number of the input': `${number} of ${of}`,
    '--format': format,
    '--fields': fieldsText(options.fields),
    '--keep': JSON.stringify(keep),
  };
  const rules = {
    file: output,
    inputs: readBy(file, options),
    force,
    fingerprint: async () => fingerprint,
    left: `${dirname(output)} keeps the files that are finished: run the same command to go on.`,
  };
  return withOutputFile(rules, async (save, to) => {
    if (to.doneBefore) {
      await save();
      return { ...summaryOf(output, await readDoneRecord(output)), doneBefore: true };
    }
    const problems = createProblemReport(file, skipInvalid);
    const progress = createProgress(process.stderr, { quiet });
    const types = new KeptTypes(keep);
    const warn = (message: string) => process.stderr.write(`slipform-plant: ${nameOf(file)}: ${message}\n`);
    try {
      const source = fileSource(file);
      const outlook =
        bytes === undefined
          ? undefined
          : await lookThrough(source, format, fields, warn, ({ kept }) => kept && types.add(kept));
      const bar = progress.start(shard ?? 'reading', bytes, 'captions');
      bar.update(0);
      const writer = createParquetWriter(to, siteColumns);
      await writer.start();
      let captions = 0;
      const jobs = { source, format, fields, blockSize: batchSize, outlook, report: problems.report };
      for await (const job of readJobs(jobs)) {
        await writer.append(encodeRows(siteColumns, siteRows(job.captions, number, captions, choose)));
        captions += job.captions.length;
        bar.update(job.bytesRead, '', captions);
      }
      await writer.finish();
      watch.assertUnchanged();
      const summary: SiteSummary = {
        captions,
        brokenLines: problems.count(),
        number,
        of,
        keep,
        kept: types.found(),
      };
      await save([], { ...summary, seal: sealOf(fingerprint, summary) });
      problems.end();
      return { ...summary, doneBefore: false };
    } finally {
      progress.stop();
    }
  });
}

/** Captions of a row group. */
const batchSize = 8192;

export interface SiteFolderResult {
  readonly captions: number;
  readonly brokenLines: number;
  /** How many site files were written now. */
  readonly written: number;
  readonly finishedBefore: number;
  readonly failed: readonly FailedShard[];
  readonly seconds: number;
  readonly peakMemory: number;
}

/**
 * Writes the site files of a task's inputs into a folder, one after the other. One that is finished is left as it is. Two
 * runs over the same inputs, at whatever moments, share the work: see `runShards`.
 *
 * @param shards all inputs: their numbers are their places
 * @param options `output` is the folder
 */
export async function writeSiteFolder(
  shards: readonly Shard[],
  share: Share,
  options: SiteFileOptions,
): Promise<SiteFolderResult> {
  const started = performance.now();
  const { output: folder, quiet = false } = options;
  const say = (message: string) => process.stderr.write(`slipform-plant: ${message}\n`);
  const setup = await openSiteSetup(options);
  await writing(folder, async () => {
    await mkdir(folder, { recursive: true });
  });
  const failed: FailedShard[] = [];
  const inputs = shards.map(({ file, name }, number) => ({ file, shard: name, number, of: shards.length }));
  const results = await runShardsAloud(
    shareOf(inputs, share),
    (input) => writeSiteFile(input, join(folder, `${input.shard}.parquet`), setup, options),
    { failed, say, quiet },
  );
  const finishedBefore = results.filter(({ doneBefore }) => doneBefore).length;
  return {
    captions: results.reduce((sum, { captions }) => sum + captions, 0),
    brokenLines: results.reduce((sum, { brokenLines }) => sum + brokenLines, 0),
    written: results.length - finishedBefore,
    finishedBefore,
    failed,
    ...spent(started),
  };
}

/** The site files of a corpus, all of them. */
export interface SiteFiles {
  readonly files: readonly string[];
  readonly captions: readonly number[];
  readonly brokenLines: number;
  readonly keep: readonly string[];
  readonly kept: readonly Readonly<Record<string, KeptType>>[];
  /** Changes with any of them. */
  readonly sha256: string;
}

/** The site files in a folder. @throws {InputError} if one is missing, was changed, or made with other options than `by` */
export function openSiteFolder(folder: string, by: Fingerprint): Promise<SiteFiles> {
  return openSiteFiles(parquetFilesIn(folder), by);
}

/** @throws {InputError} if a folder can't be read, or holds none */
export function parquetFilesIn(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).sort();
  } catch (error) {
    throw unreadable(folder, error);
  }
  const files = names.filter((name) => /^[^._].*\.parquet$/.test(name)).map((name) => join(folder, name));
  if (files.length > 0) return files;
  throw new InputError(
    `${folder} holds no file that ends in .parquet; name the folder that \`slipform-plant sites\`, or an engine, wrote.`,
  );
}

export async function openSiteFiles(files: readonly string[], by: Fingerprint): Promise<SiteFiles> {
  const found: { readonly file: string; readonly summary: SiteSummary; readonly sha256: string }[] = [];
  for (const file of files) {
    const record = await readDoneRecord(file);
    const summary = summaryOf(file, record);
    const { fingerprint, output } = record!;
    const made = Object.fromEntries(Object.keys(by).map((name) => [name, fingerprint[name]]));
    const difference = differenceOf(made, by);
    if (difference !== undefined) {
      throw new InputError(
        `${file} was made with other options: ${difference}; pass those that it was made with, or make it again.`,
      );
    }
    const fault = await whyNotDone(file, record!, fingerprint as Fingerprint);
    if (fault !== undefined) throw new InputError(`${file} ${fault}; make it again with --force.`);
    found.push({ file, summary, sha256: output.sha256 });
  }
  found.sort((a, b) => a.summary.number - b.summary.number);
  refuseGaps(found);
  return {
    files: found.map(({ file }) => file),
    captions: found.map(({ summary }) => summary.captions),
    brokenLines: found.reduce((sum, { summary }) => sum + summary.brokenLines, 0),
    keep: found[0]!.summary.keep,
    kept: found.map(({ summary }) => summary.kept),
    sha256: hashText(found.map(({ sha256 }) => sha256).join()),
  };
}

/** All must be of one list of inputs, and all of its inputs be there. */
function refuseGaps(found: readonly { readonly file: string; readonly summary: SiteSummary }[]): void {
  const { file: first, summary } = found[0]!;
  const { of, keep } = summary;
  for (const [i, one] of found.entries()) {
    const isOther = one.summary.of !== of || String(one.summary.keep) !== String(keep);
    if (isOther || found[i - 1]?.summary.number === one.summary.number) {
      throw new InputError(
        `${first} and ${one.file} are of different lists of inputs, or kept other columns; make them in one folder of their own.`,
      );
    }
  }
  if (found.length === of) return;
  const missing = found.findIndex(({ summary }, i) => summary.number !== i);
  throw new InputError(
    `${of - found.length} of ${of} site files are missing, the first is number ${missing < 0 ? found.length : missing} (from 0); finish \`slipform-plant sites\` first.`,
  );
}

/** What a record says. @throws {InputError} if it is none of a site file, or was changed */
function summaryOf(file: string, record: DoneRecord | undefined): SiteSummary {
  if (record === undefined) {
    throw new InputError(
      `${file} is no finished site file: it has no record beside it; make it with \`slipform-plant sites\`.`,
    );
  }
  if (isJsonObject(record.summary)) {
    const { seal, ...summary } = record.summary;
    if (seal === sealOf(record.fingerprint, summary) && isSiteSummary(summary)) return summary;
  }
  throw new InputError(
    `the record beside ${file} is damaged, or of no site file; make the site file again with --force.`,
  );
}

/** A record tells its own damage. */
function sealOf(fingerprint: object, summary: object): string {
  return hashText(JSON.stringify([fingerprint, summary]));
}

function isSiteSummary(value: object): value is SiteSummary {
  const { captions, brokenLines, number, of, keep, kept }: Partial<SiteSummary> = value;
  return (
    [captions, brokenLines, number, of].every(Number.isSafeInteger) &&
    Array.isArray(keep) &&
    keep.every((name) => typeof name === 'string') &&
    isKeptTypes(kept)
  );
}
