import { measureDemo } from '../demo/measure-demo';
import type { Run } from '../run';
import type { Measured, Phase } from './measured';
import { modelOf, prepare } from './prepare';

/** Prepares what the run shares with others unless one of them has, trains its model and measures what it asks. */
export async function measureRun(run: Run, work: string, report: (phase: Phase) => void): Promise<Measured> {
  const model = await modelOf(work, run);
  return measureDemo(run, { prepared: await prepare(work, run, report), model, report });
}
