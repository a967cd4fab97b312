import { availableParallelism } from 'node:os';
import { useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { withInterruption } from '@slipform/kit/command/interruption';
import { createProgress } from '@slipform/kit/command/progress';
import { withHeldFolder } from '@slipform/kit/files/hold';
import { Command } from 'commander';
import { makeDuoModel } from '../duo/make-duo-model';
import { ICON_CORPUS } from '../icons/icon-folders';
import { wholeNumber } from './whole-number';

interface Flags {
  readonly root: string;
  readonly out: string;
  readonly seed: number;
  readonly steps: number;
  readonly workers: number;
  readonly resume?: boolean;
  readonly force?: boolean;
}

/** `slipform-lab duo-model`. */
export function duoModelCommand(): Command {
  return new Command('duo-model')
    .description('Train the model of lab/model on for pictures of two icons, by InfoNCE alone')
    .option('--root <folder>', 'where the sets are installed: npm ci --prefix lab/corpus', ICON_CORPUS)
    .option('--out <folder>', 'where model and checkpoints go', 'slipform-duo-model')
    .option('--seed <n>', 'of new weights and of all that is drawn', wholeNumber(0), 1)
    .option('--steps <n>', 'training steps', wholeNumber(1), 2000)
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
  const { resume = false, force = false, steps, out } = flags;
  await useBackend('wasm');
  await useWasmKernels({ experimental: true });
  const progress = createProgress(process.stderr);
  const drawing = progress.start('drawing', undefined, 'icons');
  let training: ReturnType<typeof progress.start> | undefined;
  try {
    const made = await makeDuoModel({
      ...{ ...flags, resume, force, signal },
      onDrawn: (done, total) => drawing.update(done, `of ${total}`),
      onStep: (step, of, loss) => {
        training ??= progress.start('training', of, 'steps');
        training.update(step, `loss ${loss.toFixed(3)}`);
      },
    });
    progress.stop();
    process.stdout.write(`${out}: ${made} of ${steps} steps\n`);
  } finally {
    progress.stop();
  }
}
