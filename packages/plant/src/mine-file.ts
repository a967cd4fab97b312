import { parseNorms } from '@slipform/concreteness';
import { InputError } from '@slipform/kit/input-error';
import type { NamedFile } from '@slipform/kit/output-guard';
import { isJsonObject } from '@slipform/kit/parse-json';
import { createProgress } from '@slipform/kit/progress';
import { version } from '../package.json';
import { CorpusStats } from './corpus/corpus-stats';
import { type Format, formatOf, isGzipName, type OutputFormat, outputFormatOf } from './files/caption-format';
import type { FieldNames } from './files/file-caption';
import { findSiblings } from './files/find-siblings';
import { type Fingerprint, hashFile, hashText } from './files/fingerprint';
import { damagedJournal } from './files/journal';
import { openInput, sizeOf } from './files/open-input';
import { openOutput } from './files/open-output';
import { nameOf, readCaptions } from './files/read-captions';
import { readText, readWords } from './files/read-text';
import type { EncodeOptions } from './files/record-format';
import { createRecordWriter } from './files/record-writer';
import { openShardSizes, sizesFilesOf } from './files/shard-sizes';
import { watchInputs } from './files/unchanged-input';
import { type PlainOptions, plainOptions } from './plain-options';
import { createProblemReport, noCaption } from './problem-report';
import { blockSize, cutIntoBlocks } from './sites/cut-into-blocks';
import { mergeStats, type PlantStats, Tally } from './stats';
import type { Job, JobCaption, MinerSetup } from './workers/block-miner';
import { createMiningPool } from './workers/mining-pool';

export interface MineFileOptions extends PlainOptions {
  readonly output: string;
  readonly format?: Format | undefined;
  readonly outputFormat?: OutputFormat | undefined;
  readonly captionField?: string | undefined;
  readonly idField?: string | undefined;
  readonly imageField?: string | undefined;
  /** Files of ratings, words to insert, and what `fit` learnt. */
  readonly norms?: string | undefined;
  readonly vocabulary?: string | undefined;
  readonly fit?: string | undefined;
  readonly blockSize?: number | undefined;
  readonly workers?: number | undefined;
  readonly resume?: boolean | undefined;
  readonly skipInvalid?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

export interface MineFileResult {
  readonly stats: PlantStats;
  readonly brokenLines: number;
  readonly seconds: number;
  /** The most memory that the process held so far, in bytes. */
  readonly peakMemory: number;
  /** An earlier run had finished the very output, so that nothing was left to do. */
  readonly doneBefore: boolean;
}

/** Mines a file of captions into a file of records, as a stream of blocks that several threads may share. */
export async function mineFile(file: string, options: MineFileOptions): Promise<MineFileResult> {
  const started = performance.now();
  const format = options.format ?? formatOf(file);
  const encode = encodingOf(format, options);
  const fields: FieldNames = {
    caption: options.captionField,
    id: options.idField,
    imageId: options.imageField,
  };
  const plant = plainOptions(options);
  const setup: MinerSetup = { plant, encode, ...(await readSetupFiles(options)) };
  const bytes = sizeOf(file);
  if (encode.copiesSamples && bytes === undefined) {
    throw new InputError(
      `${nameOf(file)} is read twice, since its samples are copied; name a regular file, or write another format.`,
    );
  }
  const watch = watchInputs([file]);
  const output = await openOutput(options.output, {
    read: readBy(file, options),
    beside: encode.format === 'tar' ? sizesFilesOf(options.output) : [],
    force: options.force === true,
    resume: options.resume === true,
    fingerprint: bytes === undefined ? undefined : () => fingerprintOf(file, format, fields, options, setup),
  });
  const openSizes = async () =>
    encode.format === 'tar' && output.isFile ? await openShardSizes(options.output) : undefined;
  const result = (stats: PlantStats, brokenLines: number): MineFileResult => ({
    stats,
    brokenLines,
    seconds: (performance.now() - started) / 1000,
    // maxRSS is in kilobytes of 1,024.
    peakMemory: process.resourceUsage().maxRSS * 1024,
    doneBefore: output.doneBefore !== undefined,
  });
  if (output.doneBefore) {
    await output.commit();
    const { stats, brokenLines } = summaryOf(options.output, output.doneBefore.summary);
    // A run that was killed at its very end has not come to this.
    await (await openSizes())?.set(stats.captionsWithNegative);
    return result(stats, brokenLines);
  }
  const problems = createProblemReport(file, options.skipInvalid === true);
  const progress = createProgress(process.stderr, { quiet: options.quiet === true });
  const bar = progress.start('mining', bytes, 'captions');
  // Blocks of an earlier run took no time of this one.
  if (output.finished.length === 0) bar.update(0);
  let stats = new Tally().snapshot();
  for (const { state } of output.finished) stats = mergeStats(stats, stateOf(state).stats);
  const pool = createMiningPool(options.workers ?? 1, setup);
  const readUpTo: number[] = [];
  let captions = 0;

  async function* jobs(): AsyncGenerator<Job> {
    const warn = (message: string) => process.stderr.write(`slipform-plant: ${nameOf(file)}: ${message}\n`);
    const siblingsOf = bytes === undefined ? undefined : await findSiblings(file, format, fields, warn);
    const imageNames =
      encode.format === 'tsv' && format === 'json' && bytes !== undefined
        ? await (await import('./files/read-json')).readImageNames(openInput(file).stream, nameOf(file))
        : undefined;
    const input = openInput(file);
    const waiting: JobCaption[] = [];
    async function* feed(): AsyncGenerator<JobCaption> {
      for await (const batch of readCaptions(file, input, format, fields)) {
        for (const problem of batch.problems) problems.report(problem);
        for (const caption of batch.captions) {
          const { imageId } = caption;
          const siblings = imageId === undefined ? undefined : siblingsOf?.(imageId);
          const filepath = caption.filepath ?? (imageId === undefined ? undefined : imageNames?.get(imageId));
          const whole = {
            ...caption,
            ...(filepath === undefined ? {} : { filepath }),
            ...(siblings ? { siblings } : {}),
          };
          waiting.push(whole);
          yield whole;
        }
      }
    }
    let index = 0;
    for await (const { length } of cutIntoBlocks(feed(), options.blockSize ?? blockSize)) {
      const job = { start: captions, captions: waiting.splice(0, length) };
      captions += length;
      index += 1;
      if (index <= output.finished.length) continue;
      readUpTo.push(input.bytesRead());
      yield job;
    }
  }

  let sizes: Awaited<ReturnType<typeof openSizes>>;
  try {
    sizes = await openSizes();
    const finished = output.finished.map(({ state }) => {
      const { writer, stats } = stateOf(state);
      return { state: writer, negatives: stats.negatives };
    });
    const writer = await createRecordWriter(output, encode, finished, file, fields);
    if (output.finished.length === 0) await writer.start();
    for await (const result of pool.mine(jobs())) {
      const state = await writer.append(result.encoded);
      stats = mergeStats(stats, result.stats);
      watch.assertUnchanged();
      await output.blockDone({ writer: state, stats: result.stats });
      bar.update(
        readUpTo.shift() ?? 0,
        `${stats.negatives} negatives, ${refused(stats)} refused`,
        stats.captions,
      );
    }
    if (captions === 0) throw noCaption(file, problems.count());
    await writer.finish();
    watch.assertUnchanged();
    await output.commit({ stats, brokenLines: problems.count() });
  } catch (error) {
    await output.discard(error);
    throw error;
  } finally {
    progress.stop();
    await pool.close();
  }
  await sizes?.set(stats.captionsWithNegative);
  problems.end();
  return result(stats, problems.count());
}

/** All files that a run reads. */
function readBy(file: string, { norms, vocabulary, fit }: MineFileOptions): NamedFile[] {
  const optional = (read: string | undefined, name: string) =>
    read === undefined ? [] : [{ file: read, name }];
  return [
    { file, name: 'the input' },
    ...optional(norms, 'the file of --norms'),
    ...optional(vocabulary, 'the file of --vocabulary'),
    ...optional(fit, 'the file of --fit'),
  ];
}

function encodingOf(format: Format, { output, outputFormat }: MineFileOptions): EncodeOptions {
  const written = outputFormat ?? outputFormatOf(output);
  const gzip = isGzipName(output);
  if (gzip && written === 'parquet') {
    throw new InputError('Parquet is compressed within; write it to a name that ends in .parquet.');
  }
  return { format: written, gzip, copiesSamples: written === 'tar' && format === 'tar' };
}

async function readSetupFiles({ norms, vocabulary, fit }: MineFileOptions) {
  return {
    norms:
      norms === undefined
        ? undefined
        : await readValid(
            norms,
            parseNorms,
            '--norms takes a header and a word with its rating on each line',
          ),
    fit:
      fit === undefined
        ? undefined
        : await readValid(fit, CorpusStats.parse, '--fit takes what `slipform-plant fit` wrote', 256),
    vocabulary: vocabulary === undefined ? undefined : await readWords(vocabulary),
  };
}

/**
 * A file's text, once a parser that each thread will use has taken it.
 *
 * @param remedy what a user of the command can do, who can't call our functions
 */
async function readValid(
  file: string,
  parse: (text: string) => unknown,
  remedy: string,
  mebibytes?: number,
): Promise<string> {
  const text = await readText(file, mebibytes);
  try {
    parse(text);
  } catch (error) {
    if (!InputError.isInstance(error)) throw error;
    const fault = error.message.replace(/^[\w.]+: /, '').replace(/(; [^;]*)?\.?$/, '');
    throw new InputError(`${file}: ${fault}; ${remedy}.`);
  }
  return text;
}

/** Everything that the bytes depend on, under the name that a message gives it. */
async function fingerprintOf(
  file: string,
  format: Format,
  fields: FieldNames,
  options: MineFileOptions,
  { plant, encode, norms, fit, vocabulary }: MinerSetup,
): Promise<Fingerprint> {
  return {
    'the version': version,
    'the input': await hashFile(file),
    '--format': format,
    '--output-format': `${encode.format}${encode.gzip ? ' in gzip' : ''}`,
    '--caption-field': fields.caption ?? '',
    '--id-field': fields.id ?? '',
    '--image-field': fields.imageId ?? '',
    ...Object.fromEntries(Object.entries(plant).map(([name, value]) => [flagOf(name), String(value)])),
    '--block-size': options.blockSize ?? blockSize,
    '--norms': norms === undefined ? '' : hashText(norms),
    '--fit': fit === undefined ? '' : hashText(fit),
    '--vocabulary': vocabulary === undefined ? '' : hashText(vocabulary.join('\n')),
  };
}

/** `perCaption` is `--per-caption`. */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The journal's record of a block. */
function stateOf(state: unknown): { readonly writer: unknown; readonly stats: PlantStats } {
  if (isJsonObject(state) && isStats(state.stats)) return { writer: state.writer, stats: state.stats };
  throw damagedJournal();
}

/** The record of a finished run. */
function summaryOf(
  output: string,
  summary: unknown,
): { readonly stats: PlantStats; readonly brokenLines: number } {
  if (isJsonObject(summary) && isStats(summary.stats) && typeof summary.brokenLines === 'number') {
    return { stats: summary.stats, brokenLines: summary.brokenLines };
  }
  throw new InputError(`the record beside ${output} is damaged; remove it.`);
}

function isStats(value: unknown): value is PlantStats {
  if (!isJsonObject(value)) return false;
  const empty: Readonly<Record<string, unknown>> = { ...new Tally().snapshot() };
  return Object.entries(empty).every(([name, count]) => {
    const found = value[name];
    if (!isJsonObject(count)) return typeof found === 'number';
    return isJsonObject(found) && Object.keys(count).every((each) => typeof found[each] === 'number');
  });
}

function refused({ refusals }: PlantStats): number {
  return Object.values(refusals).reduce((sum, times) => sum + times, 0);
}
