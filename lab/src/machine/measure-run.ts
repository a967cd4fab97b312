import { loadEncoder } from '@slipform/clip';
import { measureDemo } from '../demo/measure-demo';
import type { Run } from '../run';
import { measureIcons } from './icons/measure-icons';
import type { Measured, Phase } from './measured';
import { committedFolder, pretrain } from './pretrained';
import { measureScenes, measureTextOnly } from './scenes/measure-scenes';

/** Pretrains the run's model unless another run has, trains it and measures what the run asks. */
export async function measureRun(run: Run, work: string, report: (phase: Phase) => void): Promise<Measured> {
  if (run.evaluation.asks === 'demo') {
    const prepared = await pretrain(work, run, report);
    return measureDemo(run, { prepared, model: committedFolder(run.dataset), report });
  }
  if (run.pretraining === 'text only') return measureTextOnly(run, report);
  const folder = await pretrain(work, run, report);
  const encoder = await loadEncoder(folder);
  try {
    return run.dataset.shows === 'icons'
      ? await measureIcons(run, run.dataset, encoder, { folder, work, report })
      : await measureScenes(run, run.dataset, encoder, report);
  } finally {
    encoder.dispose();
  }
}
