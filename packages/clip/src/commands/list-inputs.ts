import { readdirSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileReason } from '@slipform/kit/errors/file-error';
import { InputError, UsageError } from '@slipform/kit/errors/input-error';
import { refuseOverwrites } from '@slipform/kit/files/output-guard';
import { quoted } from '@slipform/kit/text/printable';
import type { ImagePlace } from '../data/example';
import { inFolder, readLines } from '../data/file-rows';
import { nameOfImage } from '../data/image-embeddings';
import { findFiles, readSource } from '../data/open-source';
import { createSkipLog, type SkipLog } from '../data/skips';

export type InputKind = 'images' | 'texts';

/** What is to be embedded, with the name that its row gets. */
export type Inputs =
  | {
      readonly kind: 'images';
      readonly items: readonly { readonly id: string; readonly image: ImagePlace }[];
    }
  | { readonly kind: 'texts'; readonly items: readonly { readonly id: string; readonly text: string }[] };

export const imageName = /\.(jpe?g|png|webp|gif|avif|tiff?|bmp)$/i;
const tableName = /\.(csv|tsv|jsonl|ndjson|json|parquet)(\.gz)?$/i;
const shardName = /\.tar$/i;
const remedy = 'rename the column that it is';

/**
 * Lists everything that an input names: an image; images of a folder (with those below it, by path), of a list (.txt, one path a
 * line), of a table's image column or of shards; or texts, one a line of a .txt, a table's captions, or shards'.
 *
 * @param kind needed where the input's name doesn't tell. Default: texts for a .txt, images for a folder or a shard
 * @param imageFolder the folder of the images that a list or table names. Default: where the list or table lies
 * @param placePrefix stands before an id that is only a place: the number of a line or a row
 * @throws {InputError} for an input that can't be read, or holds nothing of that kind
 */
export async function listInputs(
  input: string,
  kind: InputKind | undefined,
  imageFolder: string | undefined,
  skips: SkipLog,
  placePrefix = '',
): Promise<Inputs> {
  const found = await stat(input).catch((error: unknown) => {
    // shard-{00..12}.tar names several files.
    if (input.includes('{')) return undefined;
    throw new InputError(`cannot read ${input}: ${fileReason(error)}.`);
  });
  const isFolder = found?.isDirectory() ?? false;
  if (isFolder && !(await readdir(input)).some((name) => shardName.test(name))) {
    if (kind === 'texts') throw new InputError(`${input} is a folder, which holds no texts; name a file.`);
    return { kind: 'images', items: await imagesBelow(input, skips) };
  }
  if (imageName.test(input)) {
    if (kind === 'texts')
      throw new InputError(`${input} is an image, which holds no texts; name a file of texts.`);
    return {
      kind: 'images',
      items: [{ id: oneLine(basename(input)), image: { file: input, place: input } }],
    };
  }
  const isShard = isFolder || shardName.test(input);
  if (!isShard && !tableName.test(input)) {
    if (!/\.(txt|text|list)$/i.test(input)) {
      throw new InputError(
        `cannot tell what ${input} is; pass a folder of images, an image, .tar shards, a table (.csv, .tsv, .jsonl, .json, .parquet), or .txt, a text or with --images a path a line.`,
      );
    }
    return kind === 'images'
      ? listedImages(input, imageFolder, skips)
      : listedTexts(input, skips, placePrefix);
  }
  if (kind === undefined && !isShard) {
    throw new UsageError(`${input} may name images and captions; pass --images or --texts.`);
  }
  return kind === 'texts' ? captionsOf(input, skips, placePrefix) : imagesOf(input, imageFolder, skips);
}

async function imagesBelow(folder: string, skips: SkipLog) {
  const items: { id: string; image: ImagePlace }[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory() || !imageName.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const id = relative(folder, file).split(sep).join('/');
    if (/\p{Cc}/u.test(id)) skips.add(quoted(file, 200), 'has a control character in its name');
    else items.push({ id, image: { file, place: file } });
  }
  return items.sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function listedImages(file: string, folder = dirname(file), skips: SkipLog): Promise<Inputs> {
  const items: { id: string; image: ImagePlace }[] = [];
  for await (const { text, place } of linesOf(file, skips)) {
    if (text.trim() === '') continue;
    try {
      items.push({ id: text, image: { file: inFolder(folder, text), place } });
    } catch (error) {
      skips.add(place, `${(error as Error).message}; --image-folder names another folder`);
    }
  }
  return { kind: 'images', items };
}

/** An empty line is a text too, so that rows are lines. */
async function listedTexts(file: string, skips: SkipLog, placePrefix: string): Promise<Inputs> {
  const items: { id: string; text: string }[] = [];
  for await (const { number, text } of linesOf(file, skips))
    items.push({ id: `${placePrefix}${number}`, text });
  return { kind: 'texts', items };
}

async function* linesOf(file: string, skips: SkipLog) {
  for await (const { number, text, problem } of readLines(file)) {
    const place = `${file} line ${number}`;
    if (problem === undefined) yield { number, text, place };
    else skips.add(place, problem);
  }
}

async function captionsOf(source: string, skips: SkipLog, placePrefix: string): Promise<Inputs> {
  const items: { id: string; text: string }[] = [];
  const needs = { image: false, caption: true };
  for await (const { id, caption } of readSource({ source, remedy, placePrefix }, needs, skips, 'embed')) {
    items.push({ id: oneLine(id), text: caption });
  }
  return { kind: 'texts', items };
}

/** Each image once, in the order of its first row. */
async function imagesOf(source: string, images: string | undefined, skips: SkipLog): Promise<Inputs> {
  const items: { id: string; image: ImagePlace }[] = [];
  const seen = new Set<string>();
  const needs = { image: true, caption: false };
  for await (const { id, image } of readSource({ source, images, remedy }, needs, skips, 'embed')) {
    if (image === undefined) continue;
    const { file, part } = image;
    const key = part === undefined ? file : `${file}\0${part.start}`;
    if (seen.has(key)) continue;
    seen.add(key);
    // A file's own path names it best; a member has no name but its sample's.
    const name = nameOfImage(image, id, images ?? dirname(source));
    items.push({ id: oneLine(name), image });
  }
  return { kind: 'images', items };
}

function oneLine(id: string): string {
  return id.replace(/\p{Cc}/gu, ' ');
}

/** Refuses to overwrite. @throws {InputError} where an output of `embed` is one of its inputs or a file of the model */
export async function refuseInputs(
  model: string,
  input: string,
  inputs: Inputs,
  outputs: readonly string[],
  output: string,
): Promise<void> {
  refuseOverwrites({
    inputs: [
      ...(await inputFiles(input, inputs)).map((file) => ({ file, name: 'an input' })),
      ...(filesOf(model) ?? []).map((file) => ({ file, name: 'a file of the model' })),
    ],
    outputs: outputs.map((file) => ({
      file,
      name: file === output ? '--output' : 'the ids beside --output',
    })),
  });
}

/** The files that an input of `embed` is read from: itself, what its pattern or its folder names, the images of a list. */
export async function inputFiles(input: string, inputs: Inputs): Promise<string[]> {
  const own = filesOf(input) ?? (await findFiles(input, 'embed'));
  const images = inputs.kind === 'images' ? inputs.items.map(({ image }) => image.file) : [];
  // An image's name can be left out: no output has such a name.
  return [...new Set([...own, ...images.filter((file) => !imageName.test(file))])];
}

/** The files of a folder; undefined where it is not a folder. */
function filesOf(folder: string): string[] | undefined {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => join(folder, name));
  } catch {
    return undefined;
  }
}

const maxLines = 10;

/** A log that tells the first ten on standard error, and at the end how many more there were. */
export function createSkipReport(stream: NodeJS.WritableStream): { skips: SkipLog; end(): void } {
  let count = 0;
  return {
    skips: createSkipLog(({ place, reason }) => {
      count += 1;
      if (count <= maxLines) stream.write(`slipform-clip: ${place} ${reason}; left out.\n`);
    }),
    end() {
      if (count > maxLines) stream.write(`slipform-clip: ${count - maxLines} more were left out.\n`);
    },
  };
}
