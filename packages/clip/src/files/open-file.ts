import { type ByteReader, memoryReader } from './byte-reader';
import type { ClipSource } from './clip-files';
import { openFolderFile } from './folder-file';
import { openUrlFile } from './url-file';

/** An opened file, or why there is none: a sentence without its full stop. */
export type OpenedFile = ByteReader | { readonly missing: string };

/** Opens the file `name` of a model source. Close what it returns. */
export async function openFile(source: ClipSource, name: string): Promise<OpenedFile> {
  if (typeof source === 'string' && !/^(https?|file):\/\//i.test(source)) return fromFolder(source, name);
  if (typeof source === 'string' || source instanceof URL) {
    const base = new URL(source);
    if (base.protocol === 'file:') return fromFolder(fileFolder(base), name);
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    const url = new URL(name, base);
    // The query may sign the address.
    url.search = base.search;
    return openUrlFile(url);
  }
  const content = Object.hasOwn(source, name) ? source[name] : undefined;
  return content === undefined ? missing(name, 'the files given') : memoryReader(content);
}

async function fromFolder(folder: string, name: string): Promise<OpenedFile> {
  return (await openFolderFile(folder, name)) ?? missing(name, folder);
}

function missing(name: string, place: string): OpenedFile {
  return { missing: `There is no ${name} in ${place}` };
}

function fileFolder(url: URL): string {
  const path = decodeURIComponent(url.pathname);
  // file:///C:/models → C:/models
  return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
}
