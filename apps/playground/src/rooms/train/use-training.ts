import { useEffect, useState } from 'preact/hooks';
import { TrainingRun, type TrainingState } from './training-run';

/** One run for the page: who comes back to the room finds it as it is. */
const run = new TrainingRun();

/** Ends and forgets the run, also where the room itself can't be shown. @returns why not, in a sentence */
export function startAnew(): Promise<string | undefined> {
  return run.reset();
}

export function useTraining(): { readonly state: TrainingState; readonly run: TrainingRun } {
  const [state, setState] = useState(run.state);
  useEffect(() => {
    if (run.state.data === undefined) void run.load();
    setState(run.state);
    return run.listen(() => setState(run.state));
  }, []);
  return { state, run };
}
