import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionOf, formatOfName } from '@slipform/kit/captions/caption-formats';
import { openInput } from '@slipform/kit/captions/open-input';
import { unreadable } from '@slipform/kit/errors/file-error';
import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { usageMessages } from '@slipform/kit/errors/usage-messages';
import { withOutputFile } from '@slipform/kit/files/output-file';
import { readLines } from '@slipform/kit/files/read-lines';
import { writeFolder } from '@slipform/kit/files/write-folder';
import { inFull } from '@slipform/kit/formats/placed';
import { readJsonl } from '@slipform/kit/formats/read-jsonl';
import { addOptions } from '@slipform/kit/options/add-options';
import { fileRow, flagRow } from '@slipform/kit/options/command-rows';
import { defineOptions, type OptionsRead } from '@slipform/kit/options/options';
import { counted } from '@slipform/kit/text/format-number';
import { Command } from 'commander';
import { type DrawnNegatives, drawnNegatives, type MinedNegative } from './drawn-negatives';
import { drawnWorld, worldRows } from './drawn-world';
import { listOfFiles, writeSugarCrepe } from './export/export-sugar-crepe';
import { webdataset } from './export/webdataset';

const FLAGS = defineOptions('slipform-scenes', {
  ...worldRows,
  captions: flagRow(
    'the first file has captions, one a line: mine them, and write what to train on and questions by another artist',
  ),
  questions: fileRow(
    'with --captions: a file of the captions to ask about; else about every fifth of the others',
  ),
  force: flagRow('overwrite an existing output'),
});

/** Runs the command. @returns what it exits with */
export async function runCommand(args: readonly string[]): Promise<number> {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const command = new Command('slipform-scenes')
    .description(
      'Draw mined negatives, each beside its caption, as files for any tool: a folder in the form of SugarCrepe, or a WebDataset shard (.tar); or captions, as shards to train on and questions',
    )
    .version(version)
    .argument('<input>', 'JSON lines that `slipform-plant mine` wrote, or captions, with --captions')
    .argument('<output>', 'folder, or file that ends in .tar')
    .showHelpAfterError('(--help lists what there is)')
    .exitOverride()
    .configureOutput(usageMessages('slipform-scenes'));
  addOptions(command, FLAGS).action((input: string, output: string, given: unknown) => {
    const options = FLAGS.read(given);
    return options.captions ? writeWorld(input, output, options) : write(input, output, options);
  });
  await command.parseAsync(args, { from: 'user' });
  return 0;
}

/** Captions, mined: what to train on as a shard of each artist, and questions by another. */
async function writeWorld(
  file: string,
  output: string,
  { force, questions, captions: _, ...options }: OptionsRead<typeof FLAGS.rows>,
): Promise<void> {
  if (/\.(jsonl?|parquet|[ct]sv|zip|t?gz|tar)$/i.test(output)) {
    refuse(undefined, 'output', 'must be a folder with --captions', output);
  }
  const said = await writeFolder({ folder: output, list: listOfFiles, force }, async (inside) => {
    const world = await drawnWorld(await readCaptions(file), {
      ...options,
      ...(questions !== undefined && { questions: await readCaptions(questions) }),
    });
    const parts = [...world.training.map(({ drawn }) => drawn), world.questions];
    if (parts.some(({ samples }) => samples.length === 0)) {
      throw new InputError(
        `${file}: it has too few captions with a negative whose change is drawn, to train on and to ask; give more captions of things that an emoji shows.`,
      );
    }
    for (const { style, drawn } of world.training) await inside(`training-${style}.tar`, webdataset(drawn));
    await writeSugarCrepe(world.questions, (path, content) => inside(join('questions', path), content));
    return parts.slice(-2).map(sizeOf);
  });
  process.stdout.write(
    `${output}: to train on, by each of two artists, ${said[0]}; to ask, by another, ${said[1]}\n`,
  );
}

async function readCaptions(file: string): Promise<string[]> {
  if (formatOfName(file) !== undefined && formatOfName(file) !== 'text') {
    refuse(undefined, 'captions', 'must be a text file with a caption a line', file);
  }
  const found: string[] = [];
  try {
    for await (const line of readLines(openInput(file).stream, { name: file })) {
      if (line.problem !== undefined) throw new InputError(`${file} line ${line.number} ${line.problem}.`);
      const caption = line.text.trim();
      if (caption !== '') found.push(caption);
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  if (found.length === 0) throw new InputError(`${file} holds no captions.`);
  return found;
}

function sizeOf({ samples, questions, means }: DrawnNegatives): string {
  const kinds = means.pairing?.length ?? 0;
  return `${counted(samples.length, 'caption')} with ${counted(questions.length / 4, 'negative')} of ${counted(kinds, 'kind')}`;
}

async function write(
  negatives: string,
  output: string,
  { force, captions: _, questions, sense, ...options }: OptionsRead<typeof FLAGS.rows>,
): Promise<void> {
  if (questions !== undefined || sense !== undefined) {
    const option = questions === undefined ? '--sense' : '--questions';
    throw new InputError(`${option} needs captions, got mined negatives; add --captions, or leave it out.`);
  }
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
  const drawn = output.endsWith('.tar')
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
  const rest = drawn.notDrawn === 0 ? '' : `; of ${drawn.notDrawn} more the change is not drawn`;
  const extension = extensionOf(output);
  if (extension !== '' && extension !== 'tar') {
    process.stderr.write(
      `slipform-scenes: ${output} is a folder, since .${extension} names no archive; a name that ends in .tar is a webdataset shard.\n`,
    );
  }
  process.stdout.write(`${output}: ${sizeOf(drawn)}, each with its picture${rest}\n`);
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
