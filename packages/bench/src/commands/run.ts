import { createEncoder, loadClip, loadTokenizer, useBackend } from '@slipform/clip';
import { Command, Option } from 'commander';
import { evaluate } from '../evaluate';
import { describeEnvironment } from '../experiment/environment';
import type { ExperimentRecord } from '../experiment/record';
import { resultsTable } from '../experiment/results-table';
import { stringifyRecord } from '../experiment/stringify-record';
import { createProgress } from '../progress';
import { scenes } from '../scenes/scenes';
import { STYLES, type Style } from '../scenes/sprites';
import { summariseResults } from '../summary-rows';
import { writeFileAtomically } from '../write-file';
import { checkOutputFile } from './check-output';
import { describeTies, describeUnknownWords } from './explain-ties';
import { backendOption, forceOption, seedOption, wholeNumber } from './options';

interface RunFlags {
  readonly style?: Style;
  readonly count: number;
  readonly seed: number;
  readonly backend: string;
  readonly output?: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

export function runCommand(): Command {
  return new Command('run')
    .description('Judge a saved model (config.json, model.safetensors, tokenizer.json) on scenes')
    .argument('<model>', 'folder of the model')
    .addOption(new Option('--style <name>', 'whose drawings; default: each style').choices(STYLES))
    .option('--count <n>', 'pictures for each style', wholeNumber(1), 500)
    .addOption(seedOption())
    .addOption(backendOption())
    .option('-o, --output <file>', 'also write results.json, which `report` renders')
    .option('--json', 'print the table as JSON')
    .addOption(forceOption())
    .action(judge);
}

async function judge(folder: string, flags: RunFlags): Promise<void> {
  const { count, seed, output } = flags;
  if (output !== undefined) checkOutputFile(output, flags.force);
  const startedAt = new Date();
  await useBackend(flags.backend);
  const model = await loadClip(folder);
  const tokenizer = await loadTokenizer(folder);
  const encoder = createEncoder(model, tokenizer);
  const progress = createProgress(process.stderr);
  const unknownWords = describeUnknownWords(tokenizer);
  if (unknownWords) progress.log(unknownWords);
  const results = [];
  try {
    for (const style of flags.style ? [flags.style] : STYLES) {
      const benchmark = scenes({
        style,
        count,
        seed,
        format: model.config.image.imageSize === 48 ? 'pixels' : 'png',
      });
      const bar = progress.start(benchmark.name, 100, '%');
      const onProgress = (done: number) => bar.update(Math.round(100 * done));
      results.push(await evaluate(encoder, benchmark, { name: folder, seed, onProgress }));
    }
  } finally {
    progress.stop();
    model.dispose();
  }
  for (const result of results) {
    const ties = describeTies(result);
    if (ties) progress.log(ties);
  }
  if (output !== undefined) {
    const record: ExperimentRecord = {
      format: 'slipform-experiment',
      version: 1,
      title: `${folder} on scenes`,
      command: ['slipform-bench', ...process.argv.slice(2)].join(' '),
      startedAt: startedAt.toISOString(),
      seconds: (Date.now() - startedAt.getTime()) / 1000,
      environment: describeEnvironment(flags.backend),
      settings: { seed: String(seed), 'test pictures': `${count} for each style` },
      conclusion: [],
      results,
      comparisons: [],
      runs: [],
      examples: [],
    };
    await writeFileAtomically(output, stringifyRecord(record));
  }
  const tables = summariseResults(results);
  process.stdout.write(
    flags.json ? `${JSON.stringify(tables, null, 2)}\n` : `${tables.map(resultsTable).join('\n\n')}\n`,
  );
}
