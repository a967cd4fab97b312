import { loadEncoder, useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { withInterruption } from '@slipform/kit/command/interruption';
import { createProgress } from '@slipform/kit/command/progress';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { Command, Option } from 'commander';
import { ICON_CACHE, ICON_CORPUS, ICON_MODEL } from '../icons/icon-folders';
import { judgeIconModel } from '../icons/judge-icon-model';
import { scoresText } from '../icons/scores-text';
import { towersOf } from '../icons/towers';
import { wholeNumber } from './whole-number';

interface Flags {
  readonly model: string;
  readonly root: string;
  readonly split: 'validation' | 'test';
  readonly count: number;
  readonly out?: string;
}

/** `slipform-lab icons-judge`. */
export function iconsJudgeCommand(): Command {
  return new Command('icons-judge')
    .description('How well a model names icons of artists that it never saw, and finds them by unseen tags')
    .option('--model <folder>', 'the model', ICON_MODEL)
    .option('--root <folder>', 'where the sets are installed: npm ci --prefix lab/corpus', ICON_CORPUS)
    .addOption(
      new Option('--split <name>', 'which artists').choices(['validation', 'test']).default('validation'),
    )
    .option('--count <n>', 'icons of distinct names', wholeNumber(100), 2000)
    .option('--out <file>', 'write the scores as JSON too')
    .action((flags: Flags) => withInterruption('nothing was written.', (signal) => judge(flags, signal)));
}

async function judge({ model, root, split, count, out }: Flags, signal: AbortSignal): Promise<void> {
  await useBackend('wasm');
  await useWasmKernels({ relaxed: false });
  const encoder = await loadEncoder(model);
  const progress = createProgress(process.stderr);
  const bar = progress.start('drawing', undefined, 'icons');
  try {
    const scores = await judgeIconModel(towersOf(encoder.model, encoder.tokenizer), {
      ...{ root, split, count, cache: ICON_CACHE, signal },
      onProgress: (done, total) => bar.update(done, `of ${total}`),
    });
    progress.stop();
    if (out !== undefined) await writeFileWhole(out, `${JSON.stringify(scores, null, 1)}\n`);
    process.stdout.write(`${scoresText(scores)}\n`);
  } finally {
    progress.stop();
    encoder.dispose();
  }
}
