import { createProgress } from '@slipform/kit/command/progress';
import { watchInputs } from '@slipform/kit/files/unchanged-input';
import type { Format } from '../files/caption-format';
import type { FieldNames } from '../files/file-caption';
import { lookAhead, type Outlook } from '../files/find-siblings';
import { KeptTypes } from '../files/kept-types';
import { noCaption } from '../files/no-caption';
import { fileSource, nameOf, sizeOf } from '../files/open-input';
import { openOutput } from '../files/open-output';
import type { Output } from '../files/output';
import type { EncodeOptions } from '../files/record-format';
import { createRecordWriter } from '../files/record-writer';
import { openShardSizes, sizesFilesOf } from '../files/shard-sizes';
import { blockSize } from '../sites/cut-into-blocks';
import { addStats, type PlantStats } from '../stats';
import type { Job } from '../workers/block-miner';
import type { MineFileOptions } from './mine-file-options';
import type { Mining } from './open-mining';
import { createProblemReport, type ProblemReport } from './problem-report';
import { readJobs } from './read-jobs';
import { encodingOf, fieldsOf, fingerprintOf, readBy, refuseSecondReading } from './setup';
import { rowsOf, samplesOf, stateOf, summaryOf } from './state';

/** A file of captions that is to be mined. */
export interface ShardSource {
  readonly file: string;
  readonly format: Format;
  /** Its name, where it is one of a folder: in ids, keys and on the progress bar. */
  readonly shard?: string;
}

/** What was mined of one file. */
export interface ShardResult {
  readonly stats: PlantStats;
  readonly brokenLines: number;
  /** How many of the captions earlier runs, or other processes, had done. */
  readonly captionsBefore: number;
  /** An earlier run, or another one, had finished the very output. */
  readonly doneBefore: boolean;
}

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
  // In a folder of shards the list of sizes is made at the end, by `merge`.
  const hasSizes = encode.format === 'tar' && shard === undefined;
  const watch = watchInputs([file]);
  const output = await openOutput(options.output, {
    read: readBy(file, options),
    beside: hasSizes ? sizesFilesOf(options.output) : [],
    force: options.force === true,
    resume: options.resume === true,
    // `merge` asks for the record of each shard.
    ...(shard !== undefined && { hasRecord: true }),
    fingerprint:
      bytes === undefined
        ? undefined
        : () => fingerprintOf(file, format, fields, options, { ...mining.setup, encode }),
  });
  const openSizes = async () =>
    hasSizes && output.isFile ? await openShardSizes(options.output) : undefined;
  if (output.doneBefore) {
    await output.commit();
    const { stats, brokenLines } = summaryOf(options.output, output.doneBefore.summary);
    // A run that was killed at its very end has not come to this.
    await (await openSizes())?.set(samplesOf(stats, encode.keepsAll));
    return { stats, brokenLines, captionsBefore: stats.captions, doneBefore: true };
  }
  const problems = createProblemReport(file, options.skipInvalid === true);
  let stats: PlantStats;
  let captionsBefore: number;
  let sizes: Awaited<ReturnType<typeof openSizes>>;
  try {
    sizes = await openSizes();
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
  await sizes?.set(samplesOf(stats, encode.keepsAll));
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
  let stats = addStats(finished.map((block) => block.stats));
  const captionsBefore = stats.captions;
  const readUpTo: number[] = [];
  let readBefore = 0;
  let captions = 0;

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
      captions += job.captions.length;
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
      rows: rowsOf(stats, encode.keepsAll),
    }));
    const writer = await createRecordWriter(output, own, before, file, fields);
    if (finished.length === 0) await writer.start();
    for await (const done of mining.mine(jobs(outlook, own))) {
      const state = await writer.append(done.encoded);
      stats = addStats([stats, done.stats]);
      watch.assertUnchanged();
      await output.blockDone({ writer: state, stats: done.stats });
      readBefore = readUpTo.shift() ?? 0;
      bar.update(readBefore, `${stats.negatives} negatives, ${refused(stats)} refused`, stats.captions);
    }
    if (captions === 0) throw noCaption(nameOf(file), problems.count());
    await writer.finish();
    return { stats, captionsBefore };
  } finally {
    progress.stop();
  }
}

function refused({ refusals }: PlantStats): number {
  return Object.values(refusals).reduce((sum, times) => sum + times, 0);
}
