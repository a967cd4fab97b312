import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { acquireLock, lockBeside } from '@slipform/kit/files/lock';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { refuseForeignFolder } from '@slipform/kit/files/write-folder';
import { Command, InvalidArgumentError, Option } from 'commander';
import { exportSugarCrepe, listOfFiles } from './export/export-sugar-crepe';
import { webdataset } from './export/webdataset';
import { DETAILS, type Detail } from './scene';
import { type ScenesBenchmark, scenes } from './scenes';
import { SPLIT_KINDS, type Split, type SplitKind } from './split';
import { STYLES, type Style } from './sprites';

interface Flags {
  readonly style: Style;
  readonly detail: Detail;
  readonly split: Split;
  readonly splitBy: SplitKind;
  readonly count: number;
  readonly seed: number;
  readonly force?: boolean;
}

export function scenesCommand(): Command {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return new Command('slipform-scenes')
    .description(
      'Write pictures with exact captions, hard captions and hard images as files for any tool: a folder in the form of SugarCrepe, or a WebDataset shard (.tar)',
    )
    .version(version)
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
      new Option(
        '--split-by <what>',
        'which pairs are in one split only: two things (objects), or a colour with a thing (attributes)',
      )
        .choices(SPLIT_KINDS)
        .default('objects'),
    )
    .option('--count <n>', 'pictures', wholeNumber(1), 500)
    .option('--seed <n>', 'seed of everything random', wholeNumber(0), 0)
    .option('--force', 'overwrite an existing output')
    .showHelpAfterError('(--help lists what there is)')
    .action(write);
}

function wholeNumber(least: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`It must be a whole number of at least ${least}.`);
    }
    return value;
  };
}

async function write(output: string, { force = false, ...options }: Flags): Promise<void> {
  const draw = () => scenes({ ...options, format: 'png' });
  const made = output.endsWith('.tar')
    ? await withOutputFile({ file: output, name: 'output', force, inputs: [] }, async (save) => {
        const drawn = draw();
        await save(webdataset(drawn));
        return drawn;
      })
    : await writeFolder(output, force, draw);
  const kinds = new Set(made.questions.map((item) => item.kind)).size;
  process.stdout.write(
    `${output}: ${made.captions.length} pictures, ${made.questions.length} questions of ${kinds} kinds\n`,
  );
}

async function writeFolder(
  output: string,
  force: boolean,
  draw: () => ScenesBenchmark,
): Promise<ScenesBenchmark> {
  if (output === '') throw new InputError('output must name a folder or a .tar file, got an empty name.');
  const folder = resolve(output);
  const refuseOld = async () => {
    if (existsSync(folder) && !force) {
      throw new InputError(`${output} exists already; choose another name, or --force to replace it.`);
    }
    await refuseForeignFolder({ folder, list: listOfFiles });
  };
  await refuseOld();
  const lock = await acquireLock(lockBeside(folder), { what: output });
  try {
    await refuseOld();
    const drawn = draw();
    await exportSugarCrepe(drawn, folder);
    return drawn;
  } finally {
    lock.release();
  }
}
