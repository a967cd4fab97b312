// Entry of a worker thread: trains and judges the run that it is given, and sends how far it is.
import { useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { serveLane } from '@slipform/kit/threads/serve-lane';
import { PAIR_MODEL } from '../pairs/folders';
import { measureRun } from '../pairs/measure-run';
import type { Run } from '../run';
import type { Measured, Phase } from './measured';
import { prepare } from './prepare';
import { pretrain, startFolder } from './pretrain';

export interface WorkerSetup {
  /** Folder for what runs share. */
  readonly work: string;
  readonly backend: string;
}

serveLane<WorkerSetup, Run, Measured, Phase>(({ work, backend }) => async (run, report) => {
  await useBackend(backend);
  // The fastest kernels that the runtime has, since studies rest on many seeds, not on bits.
  if (backend === 'wasm') await useWasmKernels({ experimental: true });
  const model = run.start?.folder ?? PAIR_MODEL;
  const prepared = await prepare(work, run, report);
  const folder = startFolder(work, run);
  if (folder === undefined) return measureRun(run, { prepared, model, report });
  const onStep = (done: number, total: number) =>
    report({ phase: 'preparing', what: `pretraining seed ${run.seed}`, done, total, unit: 'steps' });
  const pretrained = await pretrain(run, { folder, prepared, onStep });
  const measured = await measureRun(run, { prepared, model: folder, report });
  return run.training ? measured : { ...measured, rows: [...pretrained, ...measured.rows] };
});
