import { fileReason, isFileSystemError } from '@slipform/kit/errors/file-error';
import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { makeFolder } from '@slipform/kit/files/write-folder';
import { isJsonObject, parseJson } from '@slipform/kit/formats/parse-json';
import { printable, quoted } from '@slipform/kit/text/printable';
import { openFolderFile } from './folder-file';
import type { LoadOptions } from './load-options';
import { readUrl } from './model-url';
import { nodeFileSystem, nodePath } from './node-modules';
import { readWhole } from './read-file';
import { openBody, reason } from './url-file';

type Hub = typeof import('@huggingface/hub');

/** A model of the Hugging Face hub. */
export interface HubModel {
  /** In Node the folder of the cache that its files come into; in a browser its address at the hub. */
  readonly place: string;
  /** For requests to `place`. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  list(): Promise<readonly string[]>;
  /** Sees to it that a file lies in `place`; `isNew` where it was downloaded for that. */
  fetchFile(
    name: string,
    report: (done: number, total: number | undefined) => void,
  ): Promise<{ readonly missing: string } | { readonly isNew: boolean } | undefined>;
}

/** As the hub has it: so no name is a path, and no two names have one folder in the cache. */
const partOfName = /^\w(?:[\w.-]{0,94}\w)?$/;
const partOfRevision = /^(?!-)[\w.-]*[\w-][\w.-]*$/;
const maxRevision = 250;
const commitHash = /^[\da-f]{40}$/;
/** What the hub knows a file's content by: SHA-1 of git, or SHA-256. */
const contentHash = /^[\da-f]{40,64}$/;

/**
 * Opens `hf:owner/name` or `hf:owner/name@revision`. In Node through the package @huggingface/hub, whose cache has the
 * layout of Python's huggingface_hub; a browser reads the files from the hub and caches them as any page.
 *
 * @throws {InputError} for a name that is not owner/name, a text that can't be a revision, a model that the hub doesn't show, a
 *   hub that answers something else, a missing package, or a cache without the model where `offline` is set
 */
export async function openHubModel(source: string, options: LoadOptions): Promise<HubModel> {
  const [, name = '', written] = /^hf:([^@]*)(?:@(.*))?$/s.exec(source) ?? [];
  const parts = name.split('/');
  if (parts.length !== 2 || !parts.every((part) => partOfName.test(part) && !/--|\.\./.test(part))) {
    refuse(
      undefined,
      'A name at the hub',
      'must be hf:owner/name or hf:owner/name@revision, of letters, digits, "-", "_" and "."',
      printable(source, 100),
    );
  }
  const hubUrl = readUrl(options.hubUrl ?? environment('HF_ENDPOINT') ?? 'https://huggingface.co', 'hubUrl');
  const model: NamedModel = {
    name,
    revision: checkRevision(options.revision ?? written ?? 'main', `hf:${name}`),
    hubUrl: hubUrl.href.replace(/\/*(?:[?#].*)?$/s, ''),
    accessToken: options.token ?? environment('HF_TOKEN'),
    shown: `hf:${name}`,
  };
  if (nodeFileSystem() === undefined) return inBrowser(model);
  const hub = await findHub(model);
  const cacheDir = options.cache ?? hub.getHFHubCachePath();
  const folder = below(cacheDir, hub.getRepoFolderName({ type: 'model', name }));
  return (options.offline ?? environment('HF_HUB_OFFLINE') === '1')
    ? inCache(model, folder)
    : inNode(hub, model, cacheDir, folder, options);
}

/** A revision is a part of paths and of addresses. */
function checkRevision(revision: string, shown: string): string {
  const isOne =
    revision.length <= maxRevision &&
    !revision.includes('..') &&
    revision.split('/').every((part) => partOfRevision.test(part));
  if (isOne) return revision;
  refuse(
    shown,
    'a revision',
    `must be a branch, a tag or a commit of at most ${maxRevision} letters, digits, "-", "_", "." and "/", without ".." and parts that are empty, "." or begin with "-"`,
    quoted(revision),
  );
}

/** A path below a folder, whatever the names are that it is made of. */
function below(folder: string, ...names: readonly string[]): string {
  const path = nodePath()!;
  const place = path.join(folder, ...names);
  const [first] = path.relative(folder, place).split(path.sep);
  if (first !== '' && first !== '..' && !path.isAbsolute(path.relative(folder, place))) return place;
  throw new InputError(`${printable(names.join('/'), 100)} must lie in ${folder}.`);
}

interface NamedModel {
  readonly name: string;
  readonly revision: string;
  readonly hubUrl: string;
  readonly accessToken: string | undefined;
  readonly shown: string;
}

function inBrowser({ name, revision, hubUrl, accessToken }: NamedModel): HubModel {
  return {
    place: `${hubUrl}/${name}/resolve/${encodeURIComponent(revision)}/`,
    headers: accessToken === undefined ? undefined : { Authorization: `Bearer ${accessToken}` },
    list: async () => [],
    fetchFile: async () => undefined,
  };
}

/** What an earlier download left. */
async function inCache({ shown, revision }: NamedModel, folder: string): Promise<HubModel> {
  const commit = commitHash.test(revision) ? revision : await readRevision(folder, revision);
  const place = commit === undefined ? undefined : below(folder, 'snapshots', commit);
  const names =
    place &&
    (await nodeFileSystem()!
      .readdir(place)
      .catch(() => undefined));
  if (!place || !names) {
    throw new InputError(
      `${shown}: the cache holds no revision ${revision} of it (${folder}); load it once without offline.`,
    );
  }
  return { place, headers: undefined, list: async () => names, fetchFile: async () => undefined };
}

/** Which commit the cache has for a branch or a tag; undefined where it has none. */
async function readRevision(folder: string, revision: string): Promise<string | undefined> {
  const name = `refs/${revision}`;
  const file = await openFolderFile(folder, name);
  if (file === undefined) return undefined;
  const text = new TextDecoder().decode(await file.read(100).finally(() => file.close())).trim();
  if (commitHash.test(text)) return text;
  throw new InputError(
    `${below(folder, name)} must hold a commit of 40 hexadecimal digits, and does not; remove it, and load the model once without offline.`,
  );
}

async function inNode(
  hub: Hub,
  model: NamedModel,
  cacheDir: string,
  folder: string,
  { fetch: request = fetch, signal }: LoadOptions,
): Promise<HubModel> {
  const { name, revision, hubUrl, accessToken, shown } = model;
  const access = { hubUrl, ...(accessToken === undefined ? {} : { accessToken }) };
  const withSignal: typeof fetch = (input, init) => request(input, { ...init, signal: signal ?? null });
  const { sha: commit, filePaths } = await asked(model, signal, () =>
    hub.modelInfo({
      ...access,
      name,
      revision,
      additionalFields: ['sha', 'filePaths'],
      fetch: checked(withSignal, model),
    }),
  );
  await keepRevision(folder, model, commit);
  const place = below(folder, 'snapshots', commit);
  return {
    place,
    headers: undefined,
    list: async () => filePaths,
    async fetchFile(file, report) {
      if (!filePaths.includes(file)) return { missing: `There is no ${file} in ${shown}` };
      const isThere = await nodeFileSystem()!
        .stat(below(place, file))
        .catch(() => undefined);
      if (isThere !== undefined) return { isNew: false };
      await asked(model, signal, () =>
        hub.downloadFileToCacheDir({
          ...access,
          repo: name,
          revision: commit,
          path: file,
          cacheDir,
          fetch: counted(checked(withSignal, model), report),
        }),
      );
      return { isNew: true };
    },
  };
}

/**
 * Notes which commit a branch or a tag is, where offline reading looks for it, Python's too. A link in the cache that
 * leads out of it is not written through.
 */
async function keepRevision(folder: string, { revision, shown }: NamedModel, commit: string): Promise<void> {
  if (revision === commit) return;
  const [fs, path] = [nodeFileSystem()!, nodePath()!];
  const file = below(folder, 'refs', revision);
  const inside = path.dirname(file);
  try {
    await makeFolder(inside);
    const real = path.join(await fs.realpath(folder), path.relative(folder, inside));
    if ((await fs.realpath(inside)) !== real) {
      throw new InputError(`${shown}: ${inside} is a link out of the cache; remove it.`);
    }
    if ((await fs.lstat(file).catch(() => undefined))?.isSymbolicLink()) await fs.rm(file);
    await writeFileWhole(file, commit);
  } catch (error) {
    const cause = InputError.isInstance(error) ? error.cause : error;
    if (!isFileSystemError(cause)) throw error;
    throw cannotKeep(shown, cause);
  }
}

function cannotKeep(shown: string, error: NodeJS.ErrnoException): InputError {
  return new InputError(
    `${shown}: the cache cannot be written (${error.path}: ${fileReason(error)}); pass another folder as cache (in a terminal: HF_HUB_CACHE).`,
    { cause: error },
  );
}

/**
 * Looks at what a hub answers before its package does, which takes every answer for one of Hugging Face: a commit and
 * the hashes of files become paths in the cache.
 */
function checked(request: typeof fetch, { shown, hubUrl }: NamedModel): typeof fetch {
  return async (input, init) => {
    const response = await request(input, init);
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new Error(`HTTP status ${response.status}`, { cause: response.status });
    }
    if (!String(input).startsWith(`${hubUrl}/api/models/`)) return response;
    const ofFile = init?.method === 'POST';
    const body = openBody(response, hubUrl, init?.signal);
    const text = new TextDecoder().decode(await readWhole(body, hubUrl));
    let answer: unknown;
    try {
      answer = parseJson(text, hubUrl);
    } catch {
      answer = undefined;
    }
    if (ofFile ? isFileAnswer(answer) : isModelAnswer(answer)) {
      return new Response(text, { headers: { 'content-type': 'application/json' } });
    }
    const wanted = ofFile ? 'the hash of a file' : 'a commit (sha) of 40 hexadecimal digits and its files';
    refuse(
      shown,
      hubUrl,
      `must answer with ${wanted}`,
      quoted(text.trim()),
      'name a Hugging Face hub as hubUrl (in a terminal: HF_ENDPOINT)',
    );
  };
}

function isModelAnswer(answer: unknown): boolean {
  if (!isJsonObject(answer)) return false;
  const { sha, siblings } = answer;
  const isFile = (file: unknown) => isJsonObject(file) && typeof file.rfilename === 'string';
  return typeof sha === 'string' && commitHash.test(sha) && Array.isArray(siblings) && siblings.every(isFile);
}

function isFileAnswer(answer: unknown): boolean {
  if (!Array.isArray(answer) || answer.length !== 1 || !isJsonObject(answer[0])) return false;
  const { oid, xetHash, lfs } = answer[0];
  const hashes = [oid, xetHash, isJsonObject(lfs) ? lfs.oid : lfs].filter((hash) => hash != null);
  return hashes.length > 0 && hashes.every((hash) => typeof hash === 'string' && contentHash.test(hash));
}

/** Reports the bytes of a file's body as they come. */
function counted(
  request: typeof fetch,
  report: (done: number, total: number | undefined) => void,
): typeof fetch {
  let done = 0;
  let total: number | undefined;
  return async (input, init) => {
    const response = await request(input, init);
    const size =
      response.headers.get('x-linked-size') ?? response.headers.get('content-range')?.split('/').pop();
    if (size != null && /^\d+$/.test(size)) total = Number(size);
    const isProbe = new Headers(init?.headers).get('range') === 'bytes=0-0';
    if (response.body === null || isProbe || init?.method === 'POST') return response;
    const count = new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        done += piece.length;
        report(done, total);
        controller.enqueue(piece);
      },
    });
    return new Response(response.body.pipeThrough(count), {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    });
  };
}

/** What the hub answers, or one sentence about why it doesn't. */
async function asked<T>(
  model: NamedModel,
  signal: AbortSignal | undefined,
  ask: () => Promise<T>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    signal?.throwIfAborted();
    if (InputError.isInstance(error)) throw error;
    const { shown, revision, hubUrl } = model;
    if (isFileSystemError(error)) throw cannotKeep(shown, error);
    const status = error instanceof Error ? error.cause : undefined;
    // The hub answers 401 for a name that it doesn't have.
    if (status === 401 || status === 403 || status === 404) {
      throw new InputError(
        `${shown}: ${hubUrl} shows no revision ${revision} of it (HTTP status ${status}); see to its name, and pass token where it is private or gated.`,
        { cause: error },
      );
    }
    throw new InputError(
      `${shown}: ${hubUrl} could not be read (${reason(error)}); try again, or pass offline: true (in a terminal: HF_HUB_OFFLINE=1) for what the cache holds.`,
      { cause: error },
    );
  }
}

async function findHub({ shown }: NamedModel): Promise<Hub> {
  const specifier: string = '@huggingface/hub';
  try {
    return await import(/* @vite-ignore */ /* webpackIgnore: true */ specifier);
  } catch {
    throw new InputError(
      `Loading ${shown} needs the package @huggingface/hub: npm install @huggingface/hub; or clone the model and pass its folder.`,
    );
  }
}

function environment(name: string): string | undefined {
  return typeof process === 'undefined' ? undefined : process.env?.[name] || undefined;
}
