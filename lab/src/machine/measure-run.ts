import { loadEncoder } from '@slipform/clip';
import { measureDemo } from '../demo/measure-demo';
import type { Run } from '../run';
import { measureIcons } from './icons/measure-icons';
import type { Measured, Phase } from './measured';
import { duoModelOf, pretrain } from './pretrained';

/** Pretrains the run's model unless another run has, trains it and measures what the run asks. */
export async function measureRun(run: Run, work: string, report: (phase: Phase) => void): Promise<Measured> {
  if (run.evaluation.asks === 'demo') {
    const model = await duoModelOf(work, run);
    return measureDemo(run, { prepared: await pretrain(work, run, report), model, report });
  }
  const folder = await pretrain(work, run, report);
  const encoder = await loadEncoder(folder);
  try {
    return await measureIcons(run, run.dataset, encoder, { folder, work, report });
  } finally {
    encoder.dispose();
  }
}
