import { readFileSync } from 'node:fs';
import { openInput } from '@slipform/kit/captions/open-input';
import { unreadable } from '@slipform/kit/errors/file-error';
import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { writeFolder } from '@slipform/kit/files/write-folder';
import { inFull } from '@slipform/kit/formats/placed';
import { readJsonl } from '@slipform/kit/formats/read-jsonl';
import { addOptions } from '@slipform/kit/options/add-options';
import { flagRow } from '@slipform/kit/options/command-rows';
import { defineOptions, type OptionsRead } from '@slipform/kit/options/options';
import { counted } from '@slipform/kit/text/format-number';
import { Command } from 'commander';
import { drawnNegatives, type MinedNegative } from './drawn-negatives';
import { listOfFiles, writeSugarCrepe } from './export/export-sugar-crepe';
import { webdataset } from './export/webdataset';
import { illustrateRows } from './illustrate';

const FLAGS = defineOptions('slipform-scenes', {
  ...illustrateRows,
  force: flagRow('overwrite an existing output'),
});

/** Runs the command. @returns what it exits with */
export async function runCommand(args: readonly string[]): Promise<number> {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const command = new Command('slipform-scenes')
    .description(
      'Draw mined negatives, each beside its caption, as files for any tool: a folder in the form of SugarCrepe, or a WebDataset shard (.tar)',
    )
    .version(version)
    .argument('<negatives>', 'JSON lines that `slipform-plant mine` wrote')
    .argument('<output>', 'folder, or file that ends in .tar')
    .showHelpAfterError('(--help lists what there is)')
    .exitOverride()
    .configureOutput(usageMessages('slipform-scenes'));
  addOptions(command, FLAGS).action((negatives: string, output: string, given: unknown) =>
    write(negatives, output, FLAGS.read(given)),
  );
  await command.parseAsync(args, { from: 'user' });
  return 0;
}

async function write(
  negatives: string,
  output: string,
  { force, ...options }: OptionsRead<typeof FLAGS.rows>,
): Promise<void> {
  if (/\.(jsonl?|parquet|[ct]sv|zip|t?gz)$/i.test(output)) {
    refuse(undefined, 'output', 'must be a folder or a file that ends in .tar', output);
  }
  const draw = async () => {
    const drawn = await drawnNegatives(await readNegatives(negatives), options);
    if (drawn.samples.length > 0) return drawn;
    throw new InputError(
      `${negatives}: it has no negative whose change is drawn; mine with --balance composition, or more captions of things that an emoji shows.`,
    );
  };
  const { samples, questions, means, notDrawn } = output.endsWith('.tar')
    ? await withOutputFile(
        { file: output, name: 'output', force, inputs: [{ file: negatives, name: 'negatives' }] },
        async (save) => {
          const drawn = await draw();
          await save(webdataset(drawn));
          return drawn;
        },
      )
    : await writeFolder({ folder: output, list: listOfFiles, force }, async (inside) => {
        const drawn = await draw();
        await writeSugarCrepe(drawn, inside);
        return drawn;
      });
  const kinds = means.pairing!.length;
  const rest = notDrawn === 0 ? '' : `; of ${notDrawn} more the change is not drawn`;
  process.stdout.write(
    `${output}: ${counted(samples.length, 'caption')} with ${counted(questions.length / 4, 'negative')} of ${counted(kinds, 'kind')}, each with its picture${rest}\n`,
  );
}

/** All lines must be negatives: a file of something else is refused at its first line. */
async function readNegatives(file: string): Promise<MinedNegative[]> {
  const found: MinedNegative[] = [];
  try {
    for await (const batch of readJsonl(openInput(file).stream, file)) {
      for (const item of batch) {
        if ('problem' in item) throw new InputError(`${file} ${item.place} ${inFull(item)}.`);
        const { caption, negative, ...rest } = item.value;
        if (typeof caption !== 'string' || typeof negative !== 'string') {
          throw new InputError(
            `${file} ${item.place} has no "caption" and "negative" that are texts; give JSON lines that slipform-plant mine wrote.`,
          );
        }
        found.push({ ...rest, caption, negative });
      }
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  if (found.length === 0) throw new InputError(`${file} holds no negatives.`);
  return found;
}
