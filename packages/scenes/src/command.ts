import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { acquireLock, lockBeside } from '@slipform/kit/files/lock';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { refuseForeignFolder } from '@slipform/kit/files/write-folder';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow } from '@slipform/kit/options/command-rows';
import { defineOptions, type OptionsRead } from '@slipform/kit/options/options';
import { Command } from 'commander';
import { exportSugarCrepe, listOfFiles } from './export/export-sugar-crepe';
import { webdataset } from './export/webdataset';
import { SCENES_OPTIONS, type ScenesBenchmark, scenes } from './scenes';

const { style, detail, split, splitBy, count, seed } = SCENES_OPTIONS.rows;
const FLAGS = defineOptions('slipform-scenes', {
  style,
  detail,
  split,
  splitBy,
  count,
  seed,
  force: flagRow('overwrite an existing output'),
});

export function scenesCommand(): Command {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const command = new Command('slipform-scenes')
    .description(
      'Write pictures with exact captions, hard captions and hard images as files for any tool: a folder in the form of SugarCrepe, or a WebDataset shard (.tar)',
    )
    .version(version)
    .argument('<output>', 'folder, or file that ends in .tar')
    .showHelpAfterError('(--help lists what there is)');
  return addOptions(command, FLAGS).action((output: string, given: unknown) =>
    write(output, FLAGS.read(given)),
  );
}

async function write(output: string, { force, ...options }: OptionsRead<typeof FLAGS.rows>): Promise<void> {
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
