import { createEncoder, refuseModelFolder } from '@slipform/clip';
import { withInterruption } from '@slipform/kit/interruption';
import { withOutputFolder } from '@slipform/kit/output-folder';
import { createProgress } from '@slipform/kit/progress';
import { STYLES, scenes } from '@slipform/scenes';
import { Command } from 'commander';
import { DEMO_OBJECTS } from '../experiment/demo-objects';
import { PRETRAIN_SETTINGS, type Pretrained, pretrain } from '../experiment/pretrain';
import { summariseResults } from '../report/summary-rows';
import { evaluate } from '../scoring/evaluate';
import { backendOption, forceOption, seedOption, wholeNumber } from './options';
import { resultsTable } from './results-table';
import { startBackend } from './start-backend';
import { writeJson } from './write-json';

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
  const { output: folder, seed } = flags;
  // The part that `slipform-clip train` writes too.
  const encoder = await withOutputFolder({ folder, name: '-o', part: 'train' }, async (lock) => {
    if (!flags.force) await refuseModelFolder(folder);
    const { model, tokenizer, encoder } = await trainWithProgress(flags);
    lock.assertHeld();
    if (!flags.force) await refuseModelFolder(folder);
    await createEncoder(model, tokenizer).save(folder);
    return encoder;
  });
  const results = [];
  for (const style of STYLES) {
    const benchmark = scenes({ style, seed, objects: DEMO_OBJECTS });
    results.push(await evaluate(encoder, benchmark, { name: 'checkpoint', seed }));
  }
  const tables = summariseResults(results);
  if (flags.json) writeJson(tables);
  else process.stdout.write(`${tables.map((table) => resultsTable(table)).join('\n\n')}\n`);
}

async function trainWithProgress({ steps, captions, seed, backend }: PretrainFlags): Promise<Pretrained> {
  await startBackend(backend);
  const progress = createProgress(process.stderr);
  return withInterruption('nothing was written.', async (signal) => {
    const bar = progress.start('InfoNCE', steps, 'steps');
    try {
      return await pretrain({ ...PRETRAIN_SETTINGS, steps, captions }, seed, {
        signal,
        onStep: ({ step, loss }) => bar.update(step, `loss ${loss.toFixed(3)}`),
      });
    } finally {
      progress.stop();
    }
  });
}
