import { stat } from 'node:fs/promises';
import { withInterruption } from '@slipform/kit/command/interruption';
import { InputError, refuse, UsageError } from '@slipform/kit/errors/input-error';
import { fileRow, flagRow, folderRow, row } from '@slipform/kit/options/command-rows';
import { defineOptions, integer, type OptionsRead, text } from '@slipform/kit/options/options';
import { quoted } from '@slipform/kit/text/printable';
import { readLines } from '../data/file-rows';
import { readSource } from '../data/open-source';
import type { SkipLog } from '../data/skips';
import { textLength } from '../encoder/embed';
import { readModel, readModelTokenizer } from '../encoder/read-model';
import { openSource } from '../files/open-source';
import { openEmbeddingWorkers } from '../workers/embedding-workers';
import { checkPrompts, defaultTemplates } from '../zeroshot/check-prompts';
import { embedClasses, type Guess, rankClasses } from '../zeroshot/classify';
import { openaiTemplates } from '../zeroshot/openai-templates';
import { embedListed } from './embed-listed';
import { createSkipReport, type Inputs, listInputs } from './list-inputs';
import { embedderRows, startBackend } from './start-backend';

/** The options of `slipform-clip zeroshot`. */
export const ZEROSHOT_FLAGS = defineOptions('slipform-clip zeroshot', {
  classes: row(
    'file with a class a line, or a,b,c (default: the folders of the images)',
    text('a file or a list of classes', '<classes>'),
  ),
  templates: row(
    'file with a prompt a line, {} where the class stands, or one prompt, or openai for its 80 (default: a photo of a {}.)',
    text('a file, a prompt or openai', '<templates>'),
  ),
  labels: fileRow('table with the columns image and label (default: folders that are classes)'),
  imageFolder: folderRow('of the images that a table or .txt names (default: where it lies)'),
  top: row('classes printed for each image', integer({ min: 1 }), 5),
  ...embedderRows,
  json: flagRow('print JSON lines, the accuracy last'),
});

/** `slipform-clip zeroshot MODEL IMAGES --classes …` */
export async function zeroshot(
  folder: string,
  input: string,
  flags: OptionsRead<typeof ZEROSHOT_FLAGS.rows>,
): Promise<void> {
  const { top, batchSize, json } = flags;
  const { skips, end } = createSkipReport(process.stderr);
  const inputs = await listInputs(input, 'images', flags.imageFolder, skips);
  if (inputs.items.length === 0) throw new InputError(`${input} holds no images.`);
  const classes = await readClasses(flags.classes, inputs);
  const templates = await readTemplates(flags.templates);
  const labelOf =
    flags.labels === undefined ? folderLabels(classes) : await readLabels(flags.labels, classes, skips);

  await startBackend(flags);
  const source = await openSource('zeroshot', folder);
  const tokenizer = await readModelTokenizer(source);
  const { model, preprocessing } = await readModel('zeroshot', source);
  const workers = openEmbeddingWorkers('zeroshot', model, flags.workers);
  const counts = { images: 0, labelled: 0, top1: 0, top5: 0 };
  try {
    const warning = checkPrompts(classes, templates, tokenizer, textLength(model, tokenizer), '--templates');
    if (warning !== undefined) process.stderr.write(`slipform-clip: ${warning}\n`);
    await withInterruption('what is printed is what was done.', async (signal) => {
      const embedded = await embedClasses(model, tokenizer, classes, templates, {
        batchSize,
        signal,
        workers,
      });
      const title = 'classifying';
      const how = { batchSize, normalize: true, workers, signal, skips, title };
      const options = { model, preprocessing, ...how };
      for await (const { ids, values } of embedListed(inputs, options)) {
        const width = values.length / ids.length;
        for (const [i, id] of ids.entries()) {
          const image = values.subarray(i * width, (i + 1) * width);
          const guesses = rankClasses(image, embedded, Math.max(top, 5));
          const label = labelOf(id);
          counts.images += 1;
          if (label !== undefined) {
            counts.labelled += 1;
            if (guesses[0]!.label === label) counts.top1 += 1;
            if (guesses.slice(0, 5).some((guess) => guess.label === label)) counts.top5 += 1;
          }
          process.stdout.write(lineOf(id, label, guesses.slice(0, top), json));
        }
      }
      signal.throwIfAborted();
    });
  } finally {
    await workers?.close();
    model.dispose();
  }
  end();
  if (counts.images === 0)
    throw new InputError(`none of the ${inputs.items.length} images of ${input} could be read.`);
  if (flags.labels !== undefined && counts.labelled === 0) {
    process.stderr.write(
      `slipform-clip: none of the ${counts.images} images has a label in ${flags.labels}; its column image must hold the names that are printed here.\n`,
    );
  }
  report(counts, classes.length, skips.count, json);
}

/** What is printed of an image. */
function lineOf(id: string, label: string | undefined, guesses: readonly Guess[], json: boolean): string {
  if (!json) {
    return `${[id, ...guesses.flatMap((guess) => [guess.label, guess.probability.toFixed(4)])].join('\t')}\n`;
  }
  const top = guesses.map((guess) => ({ class: guess.label, probability: guess.probability }));
  return `${JSON.stringify({ image: id, ...(label === undefined ? {} : { label }), top })}\n`;
}

function report(
  { images, labelled, top1, top5 }: { images: number; labelled: number; top1: number; top5: number },
  classes: number,
  skipped: number,
  json: boolean,
): void {
  const accuracy = labelled === 0 ? {} : { top1: top1 / labelled, top5: top5 / labelled };
  if (json) process.stdout.write(`${JSON.stringify({ images, classes, skipped, labelled, ...accuracy })}\n`);
  else if (labelled > 0) {
    const percent = (count: number) => `${((100 * count) / labelled).toFixed(1)} %`;
    process.stderr.write(
      `accuracy over ${labelled} labelled images and ${classes} classes: top-1 ${percent(top1)}, top-5 ${percent(top5)}\n`,
    );
  }
}

async function readClasses(given: string | undefined, inputs: Inputs): Promise<string[]> {
  let classes: string[];
  if (given === undefined) classes = foldersOf(inputs);
  else if (await isFile(given)) classes = await readWords(given, 'classes');
  else if (given.includes(',')) classes = given.split(',').map((name) => name.trim());
  else
    throw new InputError(
      `--classes ${given}: there is no such file; name one, or write the classes as a,b,c.`,
    );
  if (classes.length < 2) {
    if (given !== undefined) refuse(undefined, '--classes', 'must name at least two classes', classes.length);
    throw new UsageError('pass --classes: the images are not in folders that are named after classes.');
  }
  const twice = classes.find((name, i) => name === '' || classes.indexOf(name) !== i);
  if (twice !== undefined) throw new InputError(`--classes must name each class once; see ${quoted(twice)}.`);
  return classes;
}

/** The classes that the folders of image files are named after, in the images' order. */
function foldersOf(inputs: Inputs): string[] {
  if (inputs.kind !== 'images') return [];
  const folders = inputs.items.flatMap(({ id, image }) =>
    image.part === undefined && id.includes('/') ? [id.slice(0, id.indexOf('/'))] : [],
  );
  return [...new Set(folders)].map((name) => name.replaceAll('_', ' '));
}

async function readTemplates(given: string | undefined): Promise<readonly string[]> {
  if (given === undefined) return defaultTemplates;
  if (given === 'openai') return openaiTemplates;
  if (!given.includes('{}') && !(await isFile(given))) {
    throw new InputError(
      `--templates ${given}: a prompt must hold {} where the class stands, and there is no file of that name; pass a prompt such as "a photo of a {}.", a file with one a line, or openai.`,
    );
  }
  const templates = given.includes('{}') ? [given] : await readWords(given, 'templates');
  const wrong = templates.find((template) => !template.includes('{}'));
  if (wrong === undefined) return templates;
  throw new InputError(`${given}: a template must hold {} where the class stands; see ${quoted(wrong)}.`);
}

async function isFile(name: string): Promise<boolean> {
  return (await stat(name).catch(() => undefined))?.isFile() ?? false;
}

/** The lines of a small file that are not blank, trimmed. @throws {InputError} if there are none, or one is broken */
async function readWords(file: string, what: string): Promise<string[]> {
  if (!(await stat(file).catch(() => undefined))?.isFile()) {
    throw new InputError(`cannot read ${file}: there is no such file; name one with ${what}, one a line.`);
  }
  const words: string[] = [];
  for await (const { number, text, problem } of readLines(file)) {
    if (problem !== undefined) throw new InputError(`${file} line ${number} ${problem}.`);
    if (text.trim() !== '') words.push(text.trim());
  }
  if (words.length === 0) throw new InputError(`${file} holds no ${what}; write one a line.`);
  return words;
}

/** The true class of an image by its name, as far as it is known. */
type LabelOf = (id: string) => string | undefined;

/**
 * Labels of a table with the columns `image` and `label` (.csv, or .tsv).
 *
 * @throws {InputError} if it can't be read, or a label is no class
 */
async function readLabels(file: string, classes: readonly string[], skips: SkipLog): Promise<LabelOf> {
  if (!(await stat(file).catch(() => undefined))?.isFile()) {
    throw new InputError(
      `--labels ${file}: there is no such file; name a table with the columns image and label.`,
    );
  }
  const labels = new Map<string, string>();
  const classOf = matcher(classes);
  const source = {
    source: file,
    format: /\.tsv(\.gz)?$/i.test(file) ? ('tsv' as const) : ('csv' as const),
    fields: { id: 'image', caption: 'label' },
    remedy: 'rename the column of the classes to label',
  };
  const needs = { image: false, caption: true };
  for await (const { id, caption, place } of readSource(source, needs, skips, '--labels')) {
    const name = classOf(caption);
    if (name === undefined) {
      throw new InputError(
        `${place}: the label ${quoted(caption)} is none of the ${classes.length} classes.`,
      );
    }
    labels.set(id, name);
  }
  return (id) => labels.get(id);
}

/** Labels by folder: the first part of an image's path, if that is a class (`great_ape` is the class "great ape"). */
function folderLabels(classes: readonly string[]): LabelOf {
  const classOf = matcher(classes);
  return (id) => (id.includes('/') ? classOf(id.slice(0, id.indexOf('/'))) : undefined);
}

function matcher(classes: readonly string[]): (name: string) => string | undefined {
  const plain = (name: string) => name.trim().toLowerCase().replaceAll('_', ' ');
  const known = new Map(classes.map((name) => [plain(name), name]));
  return (name) => known.get(plain(name));
}
