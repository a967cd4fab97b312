import { dirname } from 'node:path';
import { nameOf, sizeOf } from '@slipform/kit/captions/open-input';
import { createProgress } from '@slipform/kit/command/progress';
import { InputError } from '@slipform/kit/errors/input-error';
import { type Output, withOutputFile } from '@slipform/kit/files/output-file';
import { watchInputs } from '@slipform/kit/files/unchanged-input';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { hasDoneRecord } from '@slipform/kit/shards/done-record';
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
  // `merge` asks for the record of each shard, and one that is there must not become wrong.
  const hasRecord = bytes !== undefined && (shard !== undefined || (await hasDoneRecord(options.output)));
  const rules = {
    file: options.output,
    inputs: readBy(file, options),
    force: options.force === true,
    ...(hasRecord && {
      fingerprint: () => fingerprintOf(file, format, fields, options, mining.setup.by, encode),
    }),
    ...(shard !== undefined && {
      left: `${dirname(options.output)} keeps the files that are finished: run the same command to go on.`,
    }),
  };
  return withOutputFile(rules, async (save, output) => {
    if (output.doneBefore) {
      await save();
      const { stats, brokenLines } = summaryOf(options.output, output.doneBefore.summary, isStats);
      return { stats, brokenLines, captionsBefore: stats.captions, doneBefore: true };
    }
    const problems = createProblemReport(file, options.skipInvalid === true);
    const reading = { source, encode, fields, bytes, problems, watch };
    const stats = await mineInto(output, reading, mining, options);
    watch.assertUnchanged();
    await save([], { stats, brokenLines: problems.count() });
    problems.end();
    return { stats, brokenLines: problems.count(), captionsBefore: 0, doneBefore: false };
  });
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

/** Mines and writes block by block. @returns the statistics of all */
async function mineInto(
  output: Output,
  { source: { file, format, shard }, encode, fields, bytes, problems, watch }: Reading,
  mining: Mining,
  { keep, quiet = false, blockSize: size = blockSize }: MineFileOptions,
): Promise<PlantStats> {
  const progress = createProgress(process.stderr, { quiet });
  const bar = progress.start(shard ?? 'mining', bytes, 'captions');
  bar.update(0);
  let leftOut = 0;
  let stats = addStats([]);
  const readUpTo: number[] = [];
  let readBefore = 0;

  async function* jobs(outlook: Outlook | undefined, own: EncodeOptions): AsyncGenerator<Job> {
    const { report } = problems;
    for await (const job of readJobs({
      source: fileSource(file),
      format,
      fields,
      blockSize: size,
      outlook,
      report,
    })) {
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
    const writer = await createRecordWriter(output, own, file, fields);
    await writer.start();
    for await (const done of mining.mine(jobs(outlook, own))) {
      await writer.append(done.encoded);
      stats = addStats([stats, done.stats]);
      watch.assertUnchanged();
      leftOut += ('leftOut' in done.encoded && done.encoded.leftOut) || 0;
      readBefore = readUpTo.shift() ?? 0;
      bar.update(readBefore, `${stats.negatives} negatives, ${refused(stats)} refused`, stats.captions);
    }
    await writer.finish();
    if (leftOut > 0)
      warn(
        `${counted(leftOut, 'caption')} with fewer than ${encode.tuples?.negatives} negatives left out; a lower --per-caption keeps more.`,
      );
    return stats;
  } finally {
    progress.stop();
  }
}

function refused({ refusals }: PlantStats): number {
  return Object.values(refusals).reduce((sum, times) => sum + times, 0);
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
