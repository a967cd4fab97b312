import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { withInterruption } from '@slipform/kit/interruption';
import { createProgress } from '@slipform/kit/progress';
import type { Experiment } from '../experiment';
import { findOrigin } from '../machine/origin';
import { pretrainedFolder } from '../machine/pretrained';
import { keyOf, ResultFile } from '../machine/result-file';
import { runAll } from '../machine/run-all';
import type { MeasuredRun } from '../row';
import { partsOf, type Run, sharedParts } from '../run';
import type { Flags } from './experiment-command';

/** Measures the runs that the file lacks, with a progress bar; Ctrl-C keeps what has ended. */
export async function measureMissing(
  { name }: Experiment,
  runs: readonly Run[],
  file: string,
  { backend, workers, out, force }: Flags,
): Promise<readonly MeasuredRun[]> {
  if (force) await rm(file, { force: true });
  const results = await ResultFile.open(file, name);
  const left = runs.filter((run) => !results.has(run));
  const progress = createProgress(process.stderr);
  progress.log(`${name}: ${runs.length} runs, ${left.length} to do`);
  if (left.length === 0) return results.runs();
  const shared = new Map(left.map((run) => [pretrainedFolder(out, run), sharedParts(run)]));
  const pretrainingSteps = [...shared].reduce(
    (sum, [folder, parts]) => sum + (existsSync(folder) ? 0 : parts),
    0,
  );
  const total = left.reduce((sum, run) => sum + partsOf(run), pretrainingSteps);
  const bar = progress.start(name, total, 'steps');
  const done = new Map<string, number>();
  const isLeft = () =>
    results.runs().length === 0
      ? 'no run has ended yet.'
      : `the runs that ended are in ${file}, and the same command goes on.`;
  const draw = (details: string) =>
    bar.update(
      [...done.values()].reduce((sum, parts) => sum + parts, 0),
      details,
    );
  draw('');
  await withInterruption(isLeft, async (signal) => {
    try {
      await runAll(left, {
        file: results,
        folder: out,
        ...{ backend, workers, signal },
        origin: await findOrigin(),
        onPhase: (run, { phase, done: parts }) => {
          done.set(phase === 'pretraining' ? pretrainedFolder(out, run) : keyOf(run), parts);
          draw(`${run.variant}, seed ${run.seed}: ${phase}`);
        },
        onMeasured: (run) => {
          done.set(keyOf(run), partsOf(run));
          draw(`${run.variant}, seed ${run.seed}: done`);
        },
      });
    } finally {
      progress.stop();
    }
  });
  return results.runs();
}
