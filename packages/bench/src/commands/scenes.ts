import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '@slipform/kit/input-error';
import { acquireLock, lockBeside } from '@slipform/kit/lock';
import { Command, Option } from 'commander';
import { exportSugarCrepe } from '../scenes/export/export-sugar-crepe';
import { refuseForeignFolder } from '../scenes/export/own-folder';
import { webdataset } from '../scenes/export/webdataset';
import { DETAILS, type Detail } from '../scenes/scene';
import { type ScenesBenchmark, scenes } from '../scenes/scenes';
import { SPLIT_KINDS, type Split, type SplitKind } from '../scenes/split';
import { STYLES, type Style } from '../scenes/sprites';
import { forceOption, seedOption, wholeNumber } from './options';
import { withOutputFile } from './output-file';

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

async function write(output: string, { force = false, ...options }: ScenesFlags): Promise<void> {
  const benchmark = () => scenes({ ...options, format: 'png' });
  const made = output.endsWith('.tar')
    ? await withOutputFile({ file: output, name: 'output', force, inputs: [] }, async (save) => {
        const drawn = benchmark();
        await save(webdataset(drawn));
        return drawn;
      })
    : await writeFolder(output, force, benchmark);
  process.stdout.write(
    `${output}: ${made.captions.length} pictures, ${made.questions.length} questions of ${new Set(made.questions.map(({ kind }) => kind)).size} kinds\n`,
  );
}

async function writeFolder(
  output: string,
  force: boolean,
  benchmark: () => ScenesBenchmark,
): Promise<ScenesBenchmark> {
  if (output === '') throw new InputError('output must name a folder or a .tar file, got an empty name');
  const folder = resolve(output);
  const refuseOld = async () => {
    if (existsSync(folder) && !force) {
      throw new InputError(`${output} exists already; choose another name, or --force to replace it`);
    }
    await refuseForeignFolder(folder);
  };
  await refuseOld();
  const lock = await acquireLock(lockBeside(folder), { what: output });
  try {
    await refuseOld();
    const drawn = benchmark();
    await exportSugarCrepe(drawn, folder);
    return drawn;
  } finally {
    lock.release();
  }
}
