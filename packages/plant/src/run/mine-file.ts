import { createProgress } from '@slipform/kit/progress';
import { formatOf } from '../files/caption-format';
import type { FieldNames } from '../files/file-caption';
import { lookAhead, type Outlook } from '../files/find-siblings';
import { KeptTypes } from '../files/kept-types';
import { sizeOf } from '../files/open-input';
import { openOutput } from '../files/open-output';
import { nameOf } from '../files/read-captions';
import { createRecordWriter } from '../files/record-writer';
import { openShardSizes, sizesFilesOf } from '../files/shard-sizes';
import { watchInputs } from '../files/unchanged-input';
import { mostCandidates } from '../hooks/scorer';
import { plainOptions } from '../plain-options';
import { blockSize } from '../sites/cut-into-blocks';
import { mergeStats, type PlantStats, Tally } from '../stats';
import type { Job, MinerSetup } from '../workers/block-miner';
import { createMiningPool } from '../workers/mining-pool';
import { createHookStage } from './hook-stage';
import type { MineFileOptions, MineFileResult } from './mine-file-options';
import { createProblemReport, noCaption } from './problem-report';
import { readJobs } from './read-jobs';
import { encodingOf, fingerprintOf, readBy, readSetupFiles, refuseSecondReading } from './setup';
import { stateOf, summaryOf } from './state';

/** Mines a file of captions into a file of records, as a stream of blocks that several threads may share. */
export async function mineFile(file: string, options: MineFileOptions): Promise<MineFileResult> {
  const started = performance.now();
  const format = options.format ?? formatOf(file);
  const encode = encodingOf(format, options);
  const fields: FieldNames = {
    caption: options.captionField,
    id: options.idField,
    imageId: options.imageField,
    keep: options.keep,
  };
  const { keepAll = false, offsets = 'utf16', hooks } = options;
  const own = { plant: plainOptions(options), offsets, encode, ...(await readSetupFiles(options)) };
  const bytes = sizeOf(file);
  if (bytes === undefined) refuseSecondReading(file, encode, options.keep);
  const watch = watchInputs([file]);
  const output = await openOutput(options.output, {
    read: readBy(file, options),
    beside: encode.format === 'tar' ? sizesFilesOf(options.output) : [],
    force: options.force === true,
    resume: options.resume === true,
    fingerprint: bytes === undefined ? undefined : () => fingerprintOf(file, format, fields, options, own),
  });
  const openSizes = async () =>
    encode.format === 'tar' && output.isFile ? await openShardSizes(options.output) : undefined;
  const without = (stats: PlantStats) => (keepAll ? stats.captions - stats.captionsWithNegative : 0);
  const rowsOf = (stats: PlantStats) => stats.negatives + without(stats);
  const samplesOf = (stats: PlantStats) => stats.captionsWithNegative + without(stats);
  const result = (stats: PlantStats, brokenLines: number): MineFileResult => ({
    stats,
    brokenLines,
    seconds: (performance.now() - started) / 1000,
    // maxRSS is in kilobytes of 1,024.
    peakMemory: process.resourceUsage().maxRSS * 1024,
    ...(hooks && { hooks: hooks.counts() }),
    doneBefore: output.doneBefore !== undefined,
  });
  if (output.doneBefore) {
    await output.commit();
    const { stats, brokenLines } = summaryOf(options.output, output.doneBefore.summary);
    // A run that was killed at its very end has not come to this.
    await (await openSizes())?.set(samplesOf(stats));
    return result(stats, brokenLines);
  }
  const problems = createProblemReport(file, options.skipInvalid === true);
  const progress = createProgress(process.stderr, { quiet: options.quiet === true });
  const bar = progress.start('mining', bytes, 'captions');
  // Blocks of an earlier run took no time of this one.
  if (output.finished.length === 0) bar.update(0);
  let stats = new Tally().snapshot();
  for (const { state } of output.finished) stats = mergeStats(stats, stateOf(state).stats);
  let pool: ReturnType<typeof createMiningPool> | undefined;
  const readUpTo: number[] = [];
  let readBefore = 0;
  let captions = 0;

  async function* jobs(outlook: Outlook | undefined): AsyncGenerator<Job> {
    const { report } = problems;
    const size = options.blockSize ?? blockSize;
    let index = 0;
    for await (const job of readJobs({ file, format, fields, blockSize: size, outlook, report })) {
      captions += job.captions.length;
      index += 1;
      if (index <= output.finished.length) continue;
      readUpTo.push(job.bytesRead);
      yield job;
    }
  }

  let sizes: Awaited<ReturnType<typeof openSizes>>;
  try {
    sizes = await openSizes();
    const types = encode.format === 'parquet' && options.keep ? new KeptTypes(options.keep) : undefined;
    const warn = (message: string) => process.stderr.write(`slipform-plant: ${nameOf(file)}: ${message}\n`);
    const outlook =
      bytes === undefined
        ? undefined
        : await lookAhead(file, format, fields, warn, ({ kept }) => kept && types?.add(kept));
    const setup: MinerSetup = {
      ...own,
      encode: { ...encode, kept: types?.types() ?? encode.kept },
      ...(hooks && { candidates: hooks.scorer ? mostCandidates : 0 }),
    };
    const stage = hooks && createHookStage(setup, hooks);
    pool = createMiningPool(options.workers ?? 1, setup);
    const finished = output.finished.map(({ state }) => {
      const { writer, stats } = stateOf(state);
      return { state: writer, rows: rowsOf(stats) };
    });
    const writer = await createRecordWriter(output, setup.encode, finished, file, fields);
    if (output.finished.length === 0) await writer.start();
    for await (const result of pool.mine(jobs(outlook))) {
      const done =
        'encoded' in result
          ? result
          : await stage!.ask(result.mined, result.stats, (count) =>
              bar.update(
                readBefore,
                `${count} of ${result.mined.length} asked about`,
                stats.captions + count,
              ),
            );
      const state = await writer.append(done.encoded);
      stats = mergeStats(stats, done.stats);
      watch.assertUnchanged();
      await output.blockDone({ writer: state, stats: done.stats });
      readBefore = readUpTo.shift() ?? 0;
      bar.update(readBefore, `${stats.negatives} negatives, ${refused(stats)} refused`, stats.captions);
    }
    if (captions === 0) throw noCaption(file, problems.count());
    await writer.finish();
    watch.assertUnchanged();
    await output.commit({ stats, brokenLines: problems.count() });
  } catch (error) {
    await hooks?.idle();
    await output.discard(error);
    throw error;
  } finally {
    progress.stop();
    await pool?.close();
  }
  await sizes?.set(samplesOf(stats));
  problems.end();
  return result(stats, problems.count());
}

function refused({ refusals }: PlantStats): number {
  return Object.values(refusals).reduce((sum, times) => sum + times, 0);
}
