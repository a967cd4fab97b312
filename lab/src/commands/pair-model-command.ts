import { availableParallelism } from 'node:os';
import { useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { withInterruption } from '@slipform/kit/command/interruption';
import { createProgress } from '@slipform/kit/command/progress';
import { withHeldFolder } from '@slipform/kit/files/hold';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow, folderName, row } from '@slipform/kit/options/command-rows';
import { defineOptions, described, integer, optional } from '@slipform/kit/options/options';
import { Command } from 'commander';
import { rootRow } from '../pairs/folders';
import { makePairModel } from '../pairs/make-pair-model';

const OPTIONS = defineOptions('slipform-lab pair-model', {
  from: described(
    'folder of a model that training begins with (default: random weights)',
    optional(folderName()),
  ),
  root: rootRow,
  out: row('where model, record and checkpoints go', folderName(), 'slipform-pair-model'),
  seed: row('of the weights and of all that is drawn', integer({ min: 0 }), 1),
  steps: row('training steps', integer({ min: 1 }), 1500),
  workers: row('threads that train', integer({ min: 0 }), availableParallelism()),
  resume: flagRow('go on from the last checkpoint in --out'),
  force: flagRow('start anew where --out holds checkpoints'),
});

/** `slipform-lab pair-model`. */
export function pairModelCommand(): Command {
  const command = new Command('pair-model').description(
    'Train a model of pictures of two coloured things by InfoNCE alone',
  );
  return addOptions(command, OPTIONS).action((given) => {
    const flags = OPTIONS.read(given);
    return withHeldFolder({ folder: flags.out, name: '--out' }, () =>
      withInterruption('the same command with --resume goes on from the last checkpoint.', async (signal) => {
        await useBackend('wasm');
        await useWasmKernels({ experimental: true });
        const progress = createProgress(process.stderr);
        const drawing = progress.start('drawing', undefined, 'icons');
        let training: ReturnType<typeof progress.start> | undefined;
        try {
          const made = await makePairModel({
            ...flags,
            signal,
            onDrawn: (done, total) => drawing.update(done, `of ${total}`),
            onStep: (step, of, loss) => {
              training ??= progress.start('training', of, 'steps');
              training.update(step, `loss ${loss.toFixed(3)}`);
            },
          });
          progress.stop();
          process.stdout.write(`${flags.out}: ${made} of ${flags.steps} steps\n`);
        } finally {
          progress.stop();
        }
      }),
    );
  });
}
