import { gzipSync } from 'node:zlib';
import { isGzipName } from '@slipform/kit/captions/caption-formats';
import { nameOf, sizeOf } from '@slipform/kit/captions/open-input';
import { InputError } from '@slipform/kit/errors/input-error';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { watchInputs } from '@slipform/kit/files/unchanged-input';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { fileRow, flagRow, row } from '@slipform/kit/options/command-rows';
import {
  defineOptions,
  described,
  flag,
  integer,
  type OptionsOf,
  optional,
} from '@slipform/kit/options/options';
import { hasDoneRecord } from '@slipform/kit/shards/done-record';
import { type Fingerprint, hashFile, hashText } from '@slipform/kit/shards/fingerprint';
import { runShards } from '@slipform/kit/shards/run-shards';
import { shareRows } from '@slipform/kit/shards/share';
import { createHashedTexts } from '@slipform/kit/text/hashed-texts';
import { version } from '../../package.json';
import { CorpusStats } from '../corpus/corpus-stats';
import { type Format, formatOf } from '../files/caption-format';
import type { FileCaption } from '../files/file-caption';
import { findSiblings } from '../files/find-siblings';
import { fileSource, openInput } from '../files/open-input';
import { readCaptions } from '../files/read-captions';
import { fitCaptions } from '../fit-captions';
import { inputRows } from './mine-options';
import { fieldNames, fieldsText } from './named-fields';
import { createProblemReport } from './problem-report';
import { noCaption } from './read-jobs';
import { readParsed } from './setup';

/** A file of counts has at most so much, unpacked: what `--fit` and `--merge` read. */
const mebibytes = 256;

/** The options of `slipform-plant fit`. */
export const FIT_OPTIONS = defineOptions('slipform-plant fit', {
  output: fileRow('file for the counts; packed if its name ends in .gz'),
  merge: flagRow(
    'the inputs are files of counts: add them up, as if their captions had been counted together',
  ),
  least: described(
    'drop what was counted less often: a smaller file; its counts no longer add up exactly',
    optional(integer({ min: 1, max: 1_000_000 }), 1),
  ),
  ...inputRows,
  ...shareRows,
  // Left out, it is as the output wants it: a task's share goes on by itself.
  resume: row('leave a record beside the output and skip if it is finished; always so with --task', flag()),
  skipInvalid: flagRow('exit with 0 even if lines are broken'),
  force: flagRow('overwrite the output'),
  quiet: flagRow('print no summary'),
});

/** What `fitFiles` and `mergeFits` take, once the output is known. */
export interface FitFileOptions extends OptionsOf<typeof FIT_OPTIONS.rows> {
  readonly output: string;
  /** Leave the record of `resume`, but count again what is there. */
  readonly hasRecord?: boolean | undefined;
}

export interface FitFileResult {
  readonly captions: number;
  readonly pictures: number;
  readonly brokenLines: number;
  /** An earlier run, or another one, had finished the very output. */
  readonly doneBefore: boolean;
}

/** Counts files of captions, each after the other, for `mineFile`'s option `fit`. */
export async function fitFiles(files: readonly string[], options: FitFileOptions): Promise<FitFileResult> {
  const formats = files.map((file) => options.format ?? formatOf(file));
  // Problems of the input are reported before the output is opened.
  for (const file of files) sizeOf(file);
  const reports = files.map((file) => createProblemReport(file, options.skipInvalid === true));
  let stats: CorpusStats | undefined;
  return write(files, 'captions', options, async () => {
    for (const [i, file] of files.entries()) {
      const captions = captionsOf(file, formats[i]!, options, reports[i]!);
      const fitted = await fitCaptions(captions);
      if (fitted.captions === 0) throw noCaption(nameOf(file), reports[i]!.count());
      stats = stats ? stats.with(fitted) : fitted;
    }
    for (const report of reports) report.end();
    const brokenLines = reports.reduce((sum, report) => sum + report.count(), 0);
    return { stats: stats!, brokenLines };
  });
}

/** Adds what `fitFiles` wrote of parts of a corpus: the counts are those of the whole, if no image is in two parts. */
export async function mergeFits(files: readonly string[], options: FitFileOptions): Promise<FitFileResult> {
  for (const file of files) sizeOf(file);
  return write(files, 'counts', options, async () => {
    let stats: CorpusStats | undefined;
    for (const file of files) {
      const { value } = await readParsed(
        file,
        CorpusStats.parse,
        '--merge takes what `slipform-plant fit` wrote',
        mebibytes,
      );
      stats = stats ? stats.with(value!) : value;
    }
    return { stats: stats!, brokenLines: 0 };
  });
}

interface Made {
  readonly stats: CorpusStats;
  readonly brokenLines: number;
}

async function write(
  files: readonly string[],
  kind: 'captions' | 'counts',
  options: FitFileOptions,
  make: () => Promise<Made>,
): Promise<FitFileResult> {
  if (!options.resume && !options.hasRecord) return writeOnce(files, kind, options, make);
  const [result] = await runShards([options.output], () => writeOnce(files, kind, options, make), {
    onFailure(_, error) {
      throw error;
    },
    onWait: (_, error) => process.stderr.write(`slipform-plant: waiting: ${error.message}\n`),
  });
  return result!;
}

async function writeOnce(
  files: readonly string[],
  kind: 'captions' | 'counts',
  options: FitFileOptions,
  make: () => Promise<Made>,
): Promise<FitFileResult> {
  const watch = watchInputs(files);
  const { hasRecord = options.resume === true, least = 1 } = options;
  const rules = {
    file: options.output,
    inputs: files.map((file) => ({ file, name: 'the input' })),
    force: options.force,
    // A record that is there must not become wrong.
    ...((hasRecord || (await hasDoneRecord(options.output))) && {
      fingerprint: () => fingerprintOf(files, kind, options),
    }),
  };
  return withOutputFile(rules, async (save, { doneBefore }) => {
    if (doneBefore) {
      await save();
      return { ...countsOf(options.output, doneBefore.summary), doneBefore: true };
    }
    const { stats, brokenLines } = await make();
    const text = Buffer.from(String(least === 1 ? stats : stats.pruned(least)));
    if (text.length > mebibytes * 1024 * 1024) {
      throw new InputError(
        `the counts take ${Math.ceil(text.length / 1024 / 1024)} MiB, and --fit and --merge read at most ${mebibytes}; drop rare ones by --least ${least + 1}, or count fewer inputs at a time.`,
      );
    }
    watch.assertUnchanged();
    const counts = { captions: stats.captions, pictures: stats.pictures, brokenLines };
    await save(isGzipName(options.output) ? gzipSync(text) : text, counts);
    return { ...counts, doneBefore: false };
  });
}

async function fingerprintOf(
  files: readonly string[],
  kind: 'captions' | 'counts',
  { output, format, fields, least = 1 }: FitFileOptions,
): Promise<Fingerprint> {
  const hashes: string[] = [];
  for (const file of files) {
    if (sizeOf(file) === undefined)
      throw new InputError('--resume needs an input and an output that are regular files.');
    hashes.push(await hashFile(file));
  }
  return {
    'the version': version,
    'the kind of input': kind,
    'the inputs': hashText(hashes.join('\n')),
    '--format': format ?? '',
    '--fields': fieldsText(fields),
    '--least': least,
    'the packing': isGzipName(output) ? 'gzip' : 'plain',
  };
}

function countsOf(output: string, summary: unknown): Omit<FitFileResult, 'doneBefore'> {
  if (isJsonObject(summary)) {
    const { captions, pictures, brokenLines } = summary;
    if (typeof captions === 'number' && typeof pictures === 'number' && typeof brokenLines === 'number') {
      return { captions, pictures, brokenLines };
    }
  }
  throw new InputError(`the record beside ${output} is damaged; remove it.`);
}

/** The captions of a file; those of one image follow each other, wherever they stand in it. */
async function* captionsOf(
  file: string,
  format: Format,
  options: FitFileOptions,
  problems: ReturnType<typeof createProblemReport>,
): AsyncGenerator<FileCaption> {
  const fields = fieldNames(options.fields);
  const siblingsOf =
    sizeOf(file) === undefined ? undefined : await findSiblings(fileSource(file), format, fields, () => {});
  const seen = createHashedTexts();
  for await (const batch of readCaptions(nameOf(file), openInput(file), format, fields)) {
    for (const problem of batch.problems) problems.report(problem);
    for (const caption of batch.captions) {
      const { imageId } = caption;
      if (imageId === undefined || !siblingsOf) yield caption;
      else if (seen.isNew(imageId)) {
        for (const sibling of siblingsOf(imageId)) yield { ...caption, caption: sibling };
      }
    }
  }
}
