import { loadEncoder, useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { withInterruption } from '@slipform/kit/command/interruption';
import { createProgress } from '@slipform/kit/command/progress';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { addOptions } from '@slipform/kit/options/add-options';
import { fileRow, folderName, row } from '@slipform/kit/options/command-rows';
import { choice, defineOptions, integer, type OptionsRead } from '@slipform/kit/options/options';
import { Command } from 'commander';
import { ICON_CACHE, ICON_MODEL, rootRow } from '../icons/icon-folders';
import { judgeIconModel } from '../icons/judge-icon-model';
import { scoresText } from '../icons/scores-text';
import { towersOf } from '../icons/towers';

const OPTIONS = defineOptions('slipform-lab icons-judge', {
  model: row('the model', folderName(), ICON_MODEL),
  root: rootRow,
  split: row('which artists', choice(['validation', 'test']), 'validation'),
  count: row('icons of distinct names', integer({ min: 100 }), 2000),
  out: fileRow('write the scores as JSON too'),
});

/** `slipform-lab icons-judge`. */
export function iconsJudgeCommand(): Command {
  const command = new Command('icons-judge').description(
    'How well a model names icons of artists that it never saw, and finds them by unseen tags',
  );
  return addOptions(command, OPTIONS).action((given) =>
    withInterruption('nothing was written.', (signal) => judge(OPTIONS.read(given), signal)),
  );
}

async function judge(
  { model, root, split, count, out }: OptionsRead<typeof OPTIONS.rows>,
  signal: AbortSignal,
): Promise<void> {
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
