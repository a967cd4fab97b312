import type { ExperimentRecord } from '@slipform/bench/report';
import type { ViewInput } from '../experiment';
import { keyOf } from '../machine/result-file';
import { measured } from '../row';
import type { Run } from '../run';

/** The course of a training, from its rows. */
export function trainingRun(run: Run, { measured: all }: ViewInput): ExperimentRecord['runs'][number] {
  const own = all.find((each) => keyOf(each) === keyOf(run))!;
  const steps = own.rows.flatMap(({ metric, step }) =>
    metric === 'loss' && step !== undefined ? [step] : [],
  );
  const budget = (step: number) => {
    const part = (kind: string) => measured(own, { metric: 'similarity budget', kind, step });
    return { pull: part('pull'), hard: part('hard'), easy: part('easy') };
  };
  return {
    model: run.variant,
    seed: run.seed,
    seconds: measured(own, { metric: 'seconds', kind: 'training' }),
    points: steps.map((step) => {
      const parts = budget(step);
      return {
        step,
        loss: measured(own, { metric: 'loss', step }),
        logitScale: measured(own, { metric: 'logit scale', step }),
        ...(Number.isNaN(parts.pull) ? {} : { budget: parts }),
      };
    }),
  };
}
