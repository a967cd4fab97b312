import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { shown } from '@slipform/kit/text/printable';
import { importFiles, nodeFiles } from './node-modules';
import type { Form } from './published-form';
import { publishedTable } from './published-table';
import { readJsonLinesSource, readJsonSource } from './read-source';

/** The files that a benchmark of the table would read of a folder; empty for all others, and where nothing can be read. */
export function formFiles(name: string, source: string): string[] {
  const form = Object.entries(publishedTable()).find(([each]) => each === name)?.[1].form;
  if (!form) return [];
  const { fs, path } = nodeFiles(name);
  if (fs.statSync(source, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return filesIn(name, source, form)
    .filter((each) => isOf(form, each))
    .map((each) => path.join(source, each));
}

/** The rows of one file of a benchmark. */
export interface TableFile {
  /** What errors call it. */
  readonly name: string;
  /** In the benchmark's folder, with slashes. */
  readonly path: string;
  /** The benchmark's folder, near which pictures are; undefined for what a caller has parsed. */
  readonly root?: string;
  readonly rows: readonly unknown[];
}

/** What is read of a folder: its files this deep, of no more than so many. */
const [maxDepth, maxEntries] = [5, 300_000];

/**
 * The files of a form: a file or a folder, or what a caller has parsed, the rows of one file or of several by their names.
 *
 * @throws InputError where there is no file of the form, or one that can't be read
 */
export async function readTableFiles(
  place: string,
  title: string,
  form: Form,
  source: unknown,
): Promise<TableFile[]> {
  if (typeof source !== 'string') return parsedFiles(place, form, source);
  const { fs, path } = nodeFiles(place);
  const isFolder = fs.statSync(source, { throwIfNoEntry: false })?.isDirectory() === true;
  const root = isFolder ? source : path.dirname(source);
  const paths = isFolder ? filesIn(place, source, form) : [path.basename(source)];
  const known = paths.filter((each) => isOf(form, each) || (!isFolder && form.parts.length === 1));
  if (known.length === 0) {
    throw new InputError(
      `${place}: ${source} ${isFolder ? 'holds' : 'is'} no file of ${title}; ${fileNames(form)} was looked for.`,
    );
  }
  const files: TableFile[] = [];
  for (const each of known) {
    const name = path.join(root, each);
    files.push({ name, path: each, root, rows: await rowsOfFile(place, name) });
  }
  return files;
}

function isOf({ parts }: Form, path: string): boolean {
  return parts.some((part) => part.file.test(path) || (part.shape === 'three' && part.second.test(path)));
}

function fileNames({ parts }: Form): string {
  return parts.map(({ file }) => file.source.replace(/\\|\(\^\|\/\)|[$^]/g, '')).join(', ');
}

function parsedFiles(place: string, form: Form, source: unknown): TableFile[] {
  if (Array.isArray(source) && form.parts.length === 1 && form.parts[0]!.shape !== 'three') {
    return [{ name: place, path: place, rows: source }];
  }
  if (!isJsonObject(source)) {
    throw new InputError(
      `${place}: pass a file, a folder, or rows by the names of their files (${fileNames(form)}), got ${shown(source)}.`,
    );
  }
  return Object.entries(source).map(([path, rows]) => ({ name: path, path, rows: listOf(path, rows) }));
}

/** Paths of the files in a folder and its folders, in order; those of pictures are not looked into. */
function filesIn(place: string, root: string, { pictures = [], folders = [] }: Form): string[] {
  const { fs, path } = nodeFiles(place);
  const found: string[] = [];
  const left = new Set(['images', ...pictures].filter((name) => !folders.includes(name)));
  let entries = 0;
  const visit = (inside: string, depth: number): void => {
    const list = fs.readdirSync(path.join(root, inside), { withFileTypes: true });
    entries += list.length;
    if (entries > maxEntries) {
      throw new InputError(
        `${place}: ${root} holds more than ${maxEntries} files; give the folder of the annotations, and --images for the pictures.`,
      );
    }
    for (const each of list) {
      const name = `${inside}${each.name}`;
      const target = each.isSymbolicLink()
        ? fs.statSync(path.join(root, name), { throwIfNoEntry: false })
        : each;
      if (!target?.isDirectory()) found.push(name);
      else if (depth < maxDepth && !left.has(name)) visit(`${name}/`, depth + 1);
    }
  };
  visit('', 1);
  return found.sort();
}

async function rowsOfFile(place: string, file: string): Promise<readonly unknown[]> {
  if (/\.parquet$/i.test(file)) return (await importFiles()).readParquet(file);
  if (/\.[ct]sv$/i.test(file)) return (await importFiles()).readCsv(file);
  const { value } = /\.jsonl$/i.test(file) ? readJsonLinesSource(place, file) : readJsonSource(place, file);
  return listOf(file, value);
}

function listOf(name: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  refuse(undefined, name, 'must hold a list of rows', shown(value));
}
