import { useEffect, useState } from 'preact/hooks';
import { TrainingRun, type TrainingState } from './training-run';

/** One run for the page: who comes back to the room finds it as it is. */
const run = new TrainingRun();

export function useTraining(): { readonly state: TrainingState; readonly run: TrainingRun } {
  const [state, setState] = useState(run.state);
  useEffect(() => {
    if (run.state.data === undefined) void run.load();
    setState(run.state);
    return run.listen(() => setState(run.state));
  }, []);
  return { state, run };
}
