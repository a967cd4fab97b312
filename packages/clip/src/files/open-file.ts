import { shown } from '@slipform/kit/printable';
import { InputError } from '../input-error';
import { type ByteReader, memoryReader } from './byte-reader';
import type { ClipSource } from './clip-files';
import { openFolderFile } from './folder-file';
import { nodeFileSystem } from './node-modules';
import { openUrlFile } from './url-file';

/** An opened file, or why there is none: a sentence without its full stop. */
export type OpenedFile = ByteReader | { readonly missing: string };

/** Opens the file `name` of a model source. Close what it returns. */
export async function openFile(source: ClipSource, name: string): Promise<OpenedFile> {
  const folder = folderOf(source);
  if (folder !== undefined) return fromFolder(folder, name);
  if (typeof source === 'string' || source instanceof URL) {
    const base = new URL(source);
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    const url = new URL(name, base);
    // The query may sign the address.
    url.search = base.search;
    return openUrlFile(url);
  }
  const content = Object.hasOwn(source, name) ? source[name] : undefined;
  return content === undefined ? missing(name, 'the files given') : memoryReader(content);
}

/** The folder that a source names; `undefined` for a URL of a server and for files in memory. */
export function folderOf(source: ClipSource): string | undefined {
  checkSource(source);
  if (typeof source === 'string' && !/^(https?|file):\/\//i.test(source)) return source;
  if (typeof source !== 'string' && !(source instanceof URL)) return undefined;
  const url = new URL(source);
  return url.protocol === 'file:' ? fileFolder(url) : undefined;
}

/** JavaScript may hand us anything. */
function checkSource(source: unknown): void {
  const isPlace = (typeof source === 'string' && source !== '') || source instanceof URL;
  if (isPlace || (typeof source === 'object' && source !== null && !Array.isArray(source))) return;
  throw new InputError(
    `A model's source must be the path of a folder, the URL of one, or its files by name, got ${shown(source)}.`,
  );
}

async function fromFolder(folder: string, name: string): Promise<OpenedFile> {
  const file = await openFolderFile(folder, name);
  if (file !== undefined) return file;
  const found = await nodeFileSystem()
    ?.stat(folder)
    .catch(() => undefined);
  if (found === undefined) return { missing: `There is no folder ${folder}${hubHint(folder)}` };
  return found.isDirectory()
    ? missing(name, folder)
    : { missing: `${folder} is a file, and the folder that it lies in is asked for` };
}

/** `openai/clip-vit-base-patch32` is a name to transformers, and a folder here. */
function hubHint(folder: string): string {
  return /^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(folder)
    ? ` (if it is a name at Hugging Face, pass https://huggingface.co/${folder}/resolve/main/, or clone it)`
    : '';
}

function missing(name: string, place: string): OpenedFile {
  return { missing: `There is no ${name} in ${place}` };
}

function fileFolder(url: URL): string {
  const path = decodeURIComponent(url.pathname);
  // file:///C:/models → C:/models
  return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
}
