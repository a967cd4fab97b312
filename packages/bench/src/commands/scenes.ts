import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { InputError } from '@slipform/clip';
import { Command, Option } from 'commander';
import { exportSugarCrepe } from '../scenes/export/export-sugar-crepe';
import { exportWebdataset } from '../scenes/export/export-webdataset';
import { DETAILS, type Detail } from '../scenes/scene';
import { scenes } from '../scenes/scenes';
import { SPLIT_KINDS, type Split, type SplitKind } from '../scenes/split';
import { STYLES, type Style } from '../scenes/sprites';
import { forceOption, seedOption, wholeNumber } from './options';

interface ScenesFlags {
  readonly style: Style;
  readonly detail: Detail;
  readonly split: Split;
  readonly splitBy: SplitKind;
  readonly count: number;
  readonly seed: number;
  readonly force?: boolean;
}

export function scenesCommand(): Command {
  return new Command('scenes')
    .description(
      'Write scenes as files for any other tool: a folder in the form of SugarCrepe, or a webdataset shard (.tar)',
    )
    .argument('<output>', 'folder, or file that ends in .tar')
    .addOption(new Option('--style <name>', 'whose drawings').choices(STYLES).default('noto'))
    .addOption(
      new Option('--detail <name>', 'two drawings, or counts, sizes, depth, background and varied captions')
        .choices(DETAILS)
        .default('simple'),
    )
    .addOption(
      new Option('--split <name>', 'pairs for training or for testing')
        .choices(['train', 'test'])
        .default('test'),
    )
    .addOption(
      new Option('--split-by <what>', 'pairs of things, or of a colour and a thing')
        .choices(SPLIT_KINDS)
        .default('objects'),
    )
    .option('--count <n>', 'pictures', wholeNumber(1), 500)
    .addOption(seedOption())
    .addOption(forceOption())
    .action(write);
}

async function write(output: string, { force, ...options }: ScenesFlags): Promise<void> {
  if (existsSync(output) && !force) {
    throw new InputError(`${output} exists already; choose another name, or --force to replace it`);
  }
  const benchmark = scenes({ ...options, format: 'png' });
  if (force) await rm(output, { recursive: true, force: true });
  await (output.endsWith('.tar') ? exportWebdataset : exportSugarCrepe)(benchmark, output);
  process.stdout.write(
    `${output}: ${benchmark.captions.length} pictures, ${benchmark.items.length} questions of ${new Set(benchmark.items.map((item) => item.kind)).size} kinds\n`,
  );
}
