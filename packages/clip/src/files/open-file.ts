import { refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import { memoryReader, type OnBytes } from './byte-reader';
import { openFolderFile } from './folder-file';
import { type ClipSource, ModelSource, type OpenedFile } from './model-source';
import { isUrl, readUrl } from './model-url';
import { nodeFileSystem } from './node-modules';
import { type DownloadOptions, openUrlFile } from './url-file';

const hubName = /^[\w-][\w.-]*\/[\w-][\w.-]*$/;

/** Opens the file `name` of a model source. Close what it returns. */
export async function openFile(
  source: ClipSource | ModelSource,
  name: string,
  options: DownloadOptions = {},
): Promise<OpenedFile> {
  if (source instanceof ModelSource) return source.open(name);
  const folder = folderOf(source);
  if (folder !== undefined) return fromFolder(folder, name, options.onBytes);
  if (typeof source === 'string' || source instanceof URL) {
    const base = readUrl(source, "A model's URL");
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    const url = new URL(name, base);
    // The query may sign the address.
    url.search = base.search;
    return openUrlFile(url, options);
  }
  const content = Object.hasOwn(source, name) ? source[name] : undefined;
  return content === undefined
    ? { missing: `There is no ${name} in the files given` }
    : memoryReader(content, options.onBytes);
}

/** The folder that a source names; `undefined` for a URL of a server and for files in memory. */
export function folderOf(source: ClipSource | ModelSource): string | undefined {
  if (source instanceof ModelSource) return folderOf(source.place);
  checkSource(source);
  if (typeof source === 'string' && !isUrl(source)) return source;
  if (typeof source !== 'string' && !(source instanceof URL)) return undefined;
  const url = readUrl(source, "A model's URL");
  return url.protocol === 'file:' ? fileFolder(url) : undefined;
}

/** JavaScript may hand us anything. */
function checkSource(source: unknown): void {
  const isPlace = (typeof source === 'string' && source !== '') || source instanceof URL;
  if (isPlace || (typeof source === 'object' && source !== null && !Array.isArray(source))) return;
  refuse(
    undefined,
    `A model's source`,
    'must be the path of a folder, the URL of one, or its files by name',
    shown(source),
  );
}

async function fromFolder(folder: string, name: string, onBytes?: OnBytes): Promise<OpenedFile> {
  const file = await openFolderFile(folder, name, onBytes);
  if (file !== undefined) return file;
  return { missing: (await noFolder(folder)) ?? `There is no ${name} in ${folder}` };
}

/** What is wrong with the path of a folder, as a sentence without its full stop; undefined where it is one. */
export async function noFolder(folder: string): Promise<string | undefined> {
  const found = await nodeFileSystem()
    ?.stat(folder)
    .catch(() => undefined);
  if (found === undefined) return `There is no folder ${folder}${hubHint(folder)}`;
  return found.isDirectory() ? undefined : `${folder} is a file; pass its folder`;
}

/** `openai/clip-vit-base-patch32` is a name to transformers, and a folder here. */
function hubHint(folder: string): string {
  return hubName.test(folder) ? ` (did you mean hf:${folder}?)` : '';
}

function fileFolder(url: URL): string {
  const path = decodeURIComponent(url.pathname);
  // file:///C:/models → C:/models
  return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
}
