import { availableParallelism } from 'node:os';
import { useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { withInterruption } from '@slipform/kit/command/interruption';
import { createProgress } from '@slipform/kit/command/progress';
import { withHeldFolder } from '@slipform/kit/files/hold';
import { Command } from 'commander';
import { ICON_CORPUS } from '../icons/icon-folders';
import { ICON_PRETRAINING } from '../icons/icon-pretraining';
import { makeIconModel } from '../icons/make-icon-model';
import { wholeNumber } from './whole-number';

interface Flags {
  readonly root: string;
  readonly out: string;
  readonly seed: number;
  readonly steps?: number;
  readonly workers: number;
  readonly resume?: boolean;
  readonly force?: boolean;
}

/** `slipform-lab icons-model`. */
export function iconsModelCommand(): Command {
  return new Command('icons-model')
    .description('Train the model of lab/model on the icons of all training artists')
    .option('--root <folder>', 'where the sets are installed: npm ci --prefix lab/corpus', ICON_CORPUS)
    .option('--out <folder>', 'where model, record and checkpoints go', 'slipform-icons-model')
    .option('--seed <n>', 'of weights, order, captions and shifts', wholeNumber(0), 1)
    .option('--steps <n>', `training steps; default ${ICON_PRETRAINING.steps}`, wholeNumber(1))
    .option('--workers <n>', 'threads that train', wholeNumber(0), availableParallelism())
    .option('--resume', 'go on from the last checkpoint in --out')
    .option('--force', 'start anew where --out holds checkpoints')
    .action((flags: Flags) =>
      withHeldFolder({ folder: flags.out, name: '--out' }, () =>
        withInterruption('the same command with --resume goes on from the last checkpoint.', (signal) =>
          train(flags, signal),
        ),
      ),
    );
}

async function train(flags: Flags, signal: AbortSignal): Promise<void> {
  const { root, out, seed, steps, workers, resume = false, force = false } = flags;
  await useBackend('wasm');
  await useWasmKernels({ experimental: true });
  const progress = createProgress(process.stderr);
  const drawing = progress.start('drawing', undefined, 'icons');
  let training: ReturnType<typeof progress.start> | undefined;
  try {
    const made = await makeIconModel({
      ...{ root, out, seed, workers, resume, force, signal },
      ...(steps === undefined ? {} : { steps }),
      onDrawn: (done, total) => drawing.update(done, `of ${total}`),
      onStep: (step, of, loss) => {
        training ??= progress.start('training', of, 'steps');
        training.update(step, `loss ${loss.toFixed(3)}`);
      },
    });
    progress.stop();
    process.stdout.write(`${out}: ${made.steps} of ${made.of} steps\n`);
  } finally {
    progress.stop();
  }
}
