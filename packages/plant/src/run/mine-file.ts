import { nameOf, sizeOf } from '@slipform/kit/captions/open-input';
import { createProgress } from '@slipform/kit/command/progress';
import { InputError } from '@slipform/kit/errors/input-error';
import { damagedJournal } from '@slipform/kit/files/journal';
import { type Output, openOutput } from '@slipform/kit/files/output-file';
import { watchInputs } from '@slipform/kit/files/unchanged-input';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { counted } from '@slipform/kit/text/format-number';
import { type Format, formatOf } from '../files/caption-format';
import type { FieldNames } from '../files/file-caption';
import { lookAhead, type Outlook } from '../files/find-siblings';
import { KeptTypes } from '../files/kept';
import { fileSource } from '../files/open-input';
import type { EncodeOptions } from '../files/record-format';
import { createRecordWriter } from '../files/record-writer';
import { blockSize } from '../sites/cut-into-blocks';
import { addStats, isStats, type PlantStats } from '../stats';
import type { Job } from '../workers/block-miner';
import { createMiningPool, type MiningPool } from '../workers/mining-pool';
import type { MineFileOptions, MineFileResult } from './mine-options';
import { createProblemReport, type ProblemReport } from './problem-report';
import { readJobs } from './read-jobs';
import {
  encodingOf,
  fieldsOf,
  fingerprintOf,
  type RunSetup,
  readBy,
  readSetup,
  refuseSecondReading,
} from './setup';

/** Mines a file of captions into a file of records, as a stream of blocks that several threads may share. */
export async function mineFile(file: string, options: MineFileOptions): Promise<MineFileResult> {
  const started = performance.now();
  const format = options.format ?? formatOf(file);
  const mining = await openMining(options);
  try {
    const mined = await mineShard({ file, format }, mining, options);
    return { ...mined, ...spent(started) };
  } finally {
    await mining.close();
  }
}

/** What mines one file after another and stays warm between them. */
export interface Mining extends MiningPool {
  readonly setup: RunSetup;
}

/** Reads what all files of a run share. @throws {InputError} if a file can't be used */
export async function openMining(options: MineFileOptions): Promise<Mining> {
  const setup = await readSetup(options);
  return { setup, ...createMiningPool(options.workers ?? 1, setup) };
}

/** What a run took. @param started of `performance.now()` */
export function spent(started: number): Pick<MineFileResult, 'seconds' | 'peakMemory'> {
  return {
    seconds: (performance.now() - started) / 1000,
    // maxRSS is in kilobytes of 1,024.
    peakMemory: process.resourceUsage().maxRSS * 1024,
  };
}

/** A file of captions that is to be mined. */
interface ShardSource {
  readonly file: string;
  readonly format: Format;
  /** Its name, where it is one of a folder: in ids, keys and on the progress bar. */
  readonly shard?: string;
}

/** What was mined of one file. */
type ShardResult = Omit<MineFileResult, 'seconds' | 'peakMemory'>;

/** Mines one file of captions into one output, as a stream of blocks. @param options name the output, and what holds for all files */
export async function mineShard(
  source: ShardSource,
  mining: Mining,
  options: MineFileOptions,
): Promise<ShardResult> {
  const { file, format, shard } = source;
  const encode = encodingOf(format, options, shard);
  const fields = fieldsOf(options, shard);
  const bytes = sizeOf(file);
  if (bytes === undefined) refuseSecondReading(file, encode, options.keep);
  const watch = watchInputs([file]);
  const output = await openOutput(options.output, {
    read: readBy(file, options),
    force: options.force === true,
    resume: options.resume === true,
    // `merge` asks for the record of each shard.
    ...(shard !== undefined && { hasRecord: true }),
    fingerprint:
      bytes === undefined
        ? undefined
        : () => fingerprintOf(file, format, fields, options, mining.setup.by, encode),
  });
  if (output.doneBefore) {
    await output.commit();
    const { stats, brokenLines } = summaryOf(options.output, output.doneBefore.summary, isStats);
    return { stats, brokenLines, captionsBefore: stats.captions, doneBefore: true };
  }
  const problems = createProblemReport(file, options.skipInvalid === true);
  let stats: PlantStats;
  let captionsBefore: number;
  try {
    ({ stats, captionsBefore } = await mineInto(
      output,
      { source, encode, fields, bytes, problems, watch },
      mining,
      options,
    ));
    watch.assertUnchanged();
    await output.commit({ stats, brokenLines: problems.count() });
  } catch (error) {
    await output.discard(error);
    throw error;
  }
  problems.end();
  return { stats, brokenLines: problems.count(), captionsBefore, doneBefore: false };
}

interface Reading {
  readonly source: ShardSource;
  readonly encode: EncodeOptions;
  readonly fields: FieldNames;
  /** Undefined for what can be read once only. */
  readonly bytes: number | undefined;
  readonly problems: ProblemReport;
  readonly watch: ReturnType<typeof watchInputs>;
}

/** Mines and writes the blocks that `output` lacks. @returns the statistics of all blocks, those too that an earlier run wrote */
async function mineInto(
  output: Output,
  { source: { file, format, shard }, encode, fields, bytes, problems, watch }: Reading,
  mining: Mining,
  { keep, quiet = false, blockSize: size = blockSize }: MineFileOptions,
): Promise<Pick<ShardResult, 'stats' | 'captionsBefore'>> {
  const progress = createProgress(process.stderr, { quiet });
  const bar = progress.start(shard ?? 'mining', bytes, 'captions');
  // Blocks of an earlier run took no time of this one.
  if (output.finished.length === 0) bar.update(0);
  const finished = output.finished.map(({ state }) => stateOf(state));
  let leftOut = finished.reduce((sum, block) => sum + block.leftOut, 0);
  let stats = addStats(finished.map((block) => block.stats));
  const captionsBefore = stats.captions;
  const readUpTo: number[] = [];
  let readBefore = 0;

  async function* jobs(outlook: Outlook | undefined, own: EncodeOptions): AsyncGenerator<Job> {
    const { report } = problems;
    let index = 0;
    for await (const job of readJobs({
      source: fileSource(file),
      format,
      fields,
      blockSize: size,
      outlook,
      report,
    })) {
      index += 1;
      if (index <= finished.length) continue;
      readUpTo.push(job.bytesRead);
      yield { start: job.start, captions: job.captions, encode: own };
    }
  }

  try {
    const types = encode.format === 'parquet' && keep ? new KeptTypes(keep) : undefined;
    const warn = (message: string) => process.stderr.write(`slipform-plant: ${nameOf(file)}: ${message}\n`);
    const outlook =
      bytes === undefined
        ? undefined
        : await lookAhead(fileSource(file), format, fields, warn, ({ kept }) => kept && types?.add(kept));
    const own = { ...encode, kept: types?.types() ?? encode.kept };
    const before = finished.map(({ writer, stats }) => ({
      state: writer,
      rows: encode.tuples?.shape === 'n-tuple' ? undefined : rowsOf(stats, encode.keepsAll),
    }));
    const writer = await createRecordWriter(output, own, before, file, fields);
    if (finished.length === 0) await writer.start();
    for await (const done of mining.mine(jobs(outlook, own))) {
      const state = await writer.append(done.encoded);
      stats = addStats([stats, done.stats]);
      watch.assertUnchanged();
      const left = ('leftOut' in done.encoded && done.encoded.leftOut) || 0;
      leftOut += left;
      await output.blockDone({ writer: state, stats: done.stats, ...(left > 0 && { leftOut: left }) });
      readBefore = readUpTo.shift() ?? 0;
      bar.update(readBefore, `${stats.negatives} negatives, ${refused(stats)} refused`, stats.captions);
    }
    await writer.finish();
    if (leftOut > 0)
      warn(
        encode.units
          ? `${counted(leftOut, 'negative')} left out: ${leftOut === 1 ? 'it changes' : 'they change'} something that no unit names.`
          : `${counted(leftOut, 'caption')} with fewer than ${encode.tuples?.negatives} negatives left out; a lower --per-caption keeps more.`,
      );
    return { stats, captionsBefore };
  } finally {
    progress.stop();
  }
}

function refused({ refusals }: PlantStats): number {
  return Object.values(refusals).reduce((sum, times) => sum + times, 0);
}

/** The journal's record of a block. */
function stateOf(state: unknown): {
  readonly writer: unknown;
  readonly stats: PlantStats;
  readonly leftOut: number;
} {
  if (isJsonObject(state) && isStats(state.stats)) {
    const { leftOut = 0 } = state;
    if (typeof leftOut === 'number') return { writer: state.writer, stats: state.stats, leftOut };
  }
  throw damagedJournal();
}

/** The record of a finished run. @param isStats what its statistics must be */
export function summaryOf<Stats>(
  output: string,
  summary: unknown,
  isStats: (value: unknown) => value is Stats,
): { readonly stats: Stats; readonly brokenLines: number } {
  if (isJsonObject(summary) && isStats(summary.stats) && typeof summary.brokenLines === 'number') {
    return { stats: summary.stats, brokenLines: summary.brokenLines };
  }
  throw new InputError(`the record beside ${output} is damaged; remove it.`);
}

/** How many rows an output has. */
function rowsOf(stats: PlantStats, keepsAll: boolean): number {
  return stats.negatives + (keepsAll ? stats.captions - stats.captionsWithNegative : 0);
}
