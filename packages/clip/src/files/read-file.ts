import { InputError } from '../input-error';
import type { ClipSource } from './clip-files';
import { nodeFileSystem, nodePath } from './node-modules';

/** Bytes of the file `name` of a model source; undefined where there is no such file. */
async function readFile(source: ClipSource, name: string): Promise<Uint8Array | undefined> {
  if (typeof source === 'string' && !/^(https?|file):\/\//i.test(source)) return fromFolder(source, name);
  if (typeof source === 'string' || source instanceof URL) {
    const base = new URL(source);
    if (!base.pathname.endsWith('/')) base.pathname += '/';
    const url = new URL(name, base);
    return url.protocol === 'file:' ? fromFolder(fileFolder(base), name) : fromUrl(url);
  }
  return Object.hasOwn(source, name) ? fromMemory(source[name]!) : undefined;
}

/** As {@link readFile}; throws an InputError where the file is missing, which ends in what to do about it. */
export async function readNeededFile(
  source: ClipSource,
  name: string,
  remedy = 'a model folder holds config.json and model.safetensors',
): Promise<Uint8Array> {
  const bytes = await readFile(source, name);
  if (bytes !== undefined) return bytes;
  const place = typeof source === 'string' || source instanceof URL ? String(source) : 'the files given';
  throw new InputError(`There is no ${name} in ${place}; ${remedy}.`);
}

async function fromFolder(folder: string, name: string): Promise<Uint8Array | undefined> {
  const fs = nodeFileSystem();
  const path = nodePath();
  if (fs === undefined || path === undefined) {
    throw new InputError(
      `A folder (${folder}) can be read in Node only; pass a URL or the files themselves.`,
    );
  }
  try {
    return plainBytes(await fs.readFile(path.join(folder, name)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return undefined;
    }
    throw error;
  }
}

async function fromUrl(url: URL): Promise<Uint8Array | undefined> {
  const response = await fetch(url);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new InputError(`${url} could not be read: HTTP status ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}

async function fromMemory(content: Blob | ArrayBuffer | Uint8Array | string): Promise<Uint8Array> {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  if (content instanceof Blob) return new Uint8Array(await content.arrayBuffer());
  return content instanceof ArrayBuffer ? new Uint8Array(content) : plainBytes(content);
}

/** The same bytes as no Buffer: `slice` of a Buffer is a view, of a Uint8Array a copy. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function fileFolder(url: URL): string {
  const path = decodeURIComponent(url.pathname);
  // file:///C:/models → C:/models
  return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
}
