import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, saveClip, saveTokenizer } from '@slipform/clip';
import { Command } from 'commander';
import { evaluate } from '../evaluate';
import { DEMO_OBJECTS } from '../experiment/demo-objects';
import { PRETRAIN_SETTINGS, pretrain } from '../experiment/pretrain';
import { resultsTable } from '../experiment/results-table';
import { startBackend } from '../experiment/start-backend';
import { createProgress } from '../progress';
import { scenes } from '../scenes/scenes';
import { STYLES } from '../scenes/sprites';
import { summariseResults } from '../summary-rows';
import { withInterruption } from './interruption';
import { backendOption, forceOption, seedOption, wholeNumber } from './options';

interface PretrainFlags {
  readonly output: string;
  readonly steps: number;
  readonly captions: number;
  readonly seed: number;
  readonly backend: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

export function pretrainCommand(): Command {
  return new Command('pretrain')
    .description(
      'Train the small dual encoder that experiments start from: random weights, InfoNCE, training scenes',
    )
    .requiredOption('-o, --output <folder>', 'where the model goes')
    .option('--steps <n>', 'training steps', wholeNumber(1), PRETRAIN_SETTINGS.steps)
    .option(
      '--captions <n>',
      'training captions',
      wholeNumber(PRETRAIN_SETTINGS.batchSize),
      PRETRAIN_SETTINGS.captions,
    )
    .addOption(seedOption())
    .addOption(backendOption())
    .option('--json', 'print the test results as JSON')
    .addOption(forceOption())
    .action(pretrainAndSave);
}

async function pretrainAndSave(flags: PretrainFlags): Promise<void> {
  const { output, steps, captions, seed } = flags;
  if (!flags.force && existsSync(join(output, 'model.safetensors'))) {
    throw new InputError(`${output} holds a model; give another -o, or --force to overwrite it`);
  }
  await startBackend(flags.backend);
  const progress = createProgress(process.stderr);
  const { model, tokenizer, encoder } = await withInterruption(
    'Stopped; nothing was written.',
    async (signal) => {
      const bar = progress.start('InfoNCE', steps, 'steps');
      try {
        return await pretrain({ ...PRETRAIN_SETTINGS, steps, captions }, seed, {
          signal,
          onStep: ({ step, loss }) => bar.update(step, `loss ${loss.toFixed(3)}`),
        });
      } finally {
        progress.stop();
      }
    },
  );
  await saveClip(model, output);
  await saveTokenizer(tokenizer, output);
  const results = [];
  for (const style of STYLES)
    results.push(
      await evaluate(encoder, scenes({ style, seed, objects: DEMO_OBJECTS }), { name: 'checkpoint', seed }),
    );
  const tables = summariseResults(results);
  process.stdout.write(
    flags.json
      ? `${JSON.stringify(tables, null, 2)}\n`
      : `${tables.map((table) => resultsTable(table)).join('\n\n')}\n`,
  );
}
