import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { InputError } from '@slipform/kit/errors/input-error';
import { labFolder } from '../lab-folder';
import type { Measurement } from '../row';
import type { Run } from '../run';

const SCRIPT = fileURLToPath(new URL('pytorch/train.py', labFolder));
const SOURCES = fileURLToPath(new URL('../integrations/python/src', labFolder));

interface TrainInPytorchOptions {
  /** Folder of what `preparePairs` made. */
  readonly prepared: string;
  /** Folder of the model that training starts from. */
  readonly model: string;
  /** Height and width of the pictures. */
  readonly size: number;
  /** What is trained on. Default: the captions that have mined negatives. */
  readonly examples?: 'pretraining';
  readonly onStep: (step: number) => void;
}

/** A line of train.py. */
interface StepLine {
  readonly step: number;
  readonly loss: number;
  readonly 'logit scale': number;
  readonly budget?: { readonly hard: number; readonly easy: number };
}

/** Trains a run in PyTorch, by the Python that PYTHON names, in the place of `fineTune`; the model goes to `model` in the folder. */
export async function trainInPytorch(
  run: Run,
  { onStep, ...job }: TrainInPytorchOptions,
  folder: string,
): Promise<Measurement[]> {
  await writeFile(join(folder, 'job.json'), JSON.stringify({ run, ...job }));
  const measured: Measurement[] = [];
  const every = run.training?.measureEvery ?? 1;
  await linesOf(run, folder, (line) => {
    const { step, loss, budget, 'logit scale': scale } = JSON.parse(line) as StepLine;
    onStep(step);
    if (step !== 1 && step % every !== 0) return;
    measured.push({ metric: 'loss', step, value: loss }, { metric: 'logit scale', step, value: scale });
    const parts: Readonly<Record<string, number>> =
      budget === undefined ? {} : { pull: budget.hard + budget.easy, ...budget };
    for (const [kind, value] of Object.entries(parts)) {
      measured.push({ metric: 'similarity budget', kind, step, value });
    }
  });
  return measured;
}

async function linesOf({ variant }: Run, folder: string, onLine: (line: string) => void): Promise<void> {
  const python = process.env.PYTHON ?? 'python3';
  const path = [SOURCES, process.env.PYTHONPATH].filter(Boolean).join(delimiter);
  const child = spawn(python, [SCRIPT, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PYTHONPATH: path, OMP_NUM_THREADS: '1', HF_HUB_OFFLINE: '1' },
  });
  let said = '';
  child.stderr.on('data', (part) => {
    said = (said + part).slice(-2000);
  });
  createInterface({ input: child.stdout }).on('line', onLine);
  const failed = await new Promise<string | undefined>((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    child.on('close', (code, signal) => {
      const last = said.trim().split('\n').at(-1) || `ended with ${code ?? signal}`;
      resolve(code === 0 ? undefined : last);
    });
  });
  if (failed === undefined) return;
  if (child.pid !== undefined && !/^(ModuleNotFound|Import)Error\b/.test(failed)) {
    throw new InputError(`Training ${variant} in PyTorch stopped: ${failed}`);
  }
  throw new InputError(
    `PYTHON must name a Python with torch, transformers, tokenizers and safetensors, got ${python}: ${failed}; scripts/python/install.mjs torch clients makes one and prints its name.`,
  );
}
