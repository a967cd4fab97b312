import { rm } from 'node:fs/promises';
import { withInterruption } from '@slipform/kit/command/interruption';
import { createProgress, type Progress, type ProgressBar } from '@slipform/kit/command/progress';
import type { Experiment } from '../experiment';
import type { Phase } from '../machine/measured';
import { findOrigin } from '../machine/origin';
import { keyOf, ResultFile } from '../machine/result-file';
import { runAll } from '../machine/run-all';
import type { MeasuredRun } from '../row';
import { partsOf, type Run } from '../run';
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
  const draw = drawProgress(name, left, progress);
  const isLeft = () =>
    results.runs().length === 0
      ? 'no run has ended yet.'
      : `the runs that ended are in ${file}, and the same command goes on.`;
  await withInterruption(isLeft, async (signal) => {
    try {
      await runAll(left, {
        file: results,
        folder: out,
        ...{ backend, workers, signal },
        origin: await findOrigin(),
        onPhase: draw,
        onMeasured: (run) => draw(run, 'done'),
      });
    } finally {
      progress.stop();
    }
  });
  return results.runs();
}

/**
 * Draws a bar for each part of what runs prepare, with what it counts, and one for all steps from the first of them on. A
 * judgement counts as so many steps, so that this bar has no rate.
 */
function drawProgress(
  name: string,
  runs: readonly Run[],
  progress: Progress,
): (run: Run, phase: Phase | 'done') => void {
  const total = runs.reduce((sum, run) => sum + partsOf(run), 0);
  const bars = new Map<string, ProgressBar>();
  const barOf = (title: string, ...rest: [total: number | undefined, unit?: string]) => {
    const bar = bars.get(title) ?? progress.start(title, ...rest);
    bars.set(title, bar);
    return bar;
  };
  const done = new Map<string, number>();
  return (run, phase) => {
    if (phase !== 'done' && phase.phase === 'preparing') {
      barOf(phase.what, phase.total, phase.unit).update(phase.done);
      return;
    }
    done.set(keyOf(run), phase === 'done' ? partsOf(run) : phase.done);
    const sum = [...done.values()].reduce((all, parts) => all + parts, 0);
    barOf(name, total).update(sum, `${run.variant}, seed ${run.seed}: ${phaseText(run, phase)}`);
  };
}

/** "training, 20 of 60 steps" */
function phaseText({ training }: Run, phase: Phase | 'done'): string {
  if (phase === 'done') return phase;
  return training && phase.phase === 'training'
    ? `training, ${phase.done} of ${training.steps} steps`
    : phase.phase;
}
