import { printable } from '@slipform/kit/printable';
import { InputError } from '../input-error';
import type { LoadOptions } from './load-options';
import { nodeFileSystem, nodePath } from './node-modules';

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

const hubName = /^hf:([\w-][\w.-]*\/[\w-][\w.-]*)(?:@(.+))?$/;

/**
 * Opens `hf:owner/name` or `hf:owner/name@revision`. In Node through the package @huggingface/hub, whose cache has the
 * layout of Python's huggingface_hub; a browser reads the files from the hub and caches them as any page.
 *
 * @throws {InputError} for a name that is not owner/name, a model that the hub doesn't show, a missing package, or a cache
 *   without the model where `offline` is set
 */
export async function openHubModel(source: string, options: LoadOptions): Promise<HubModel> {
  const [, name, written] = hubName.exec(source) ?? [];
  if (name === undefined) {
    throw new InputError(
      `A name at the hub must be hf:owner/name or hf:owner/name@revision, got ${printable(source, 100)}.`,
    );
  }
  const model: NamedModel = {
    name,
    revision: options.revision ?? written ?? 'main',
    hubUrl: (options.hubUrl ?? environment('HF_ENDPOINT') ?? 'https://huggingface.co').replace(/\/+$/, ''),
    accessToken: options.token ?? environment('HF_TOKEN'),
    shown: `hf:${name}`,
  };
  if (nodeFileSystem() === undefined) return inBrowser(model);
  const hub = await findHub(model);
  const { join } = nodePath()!;
  const cacheDir = options.cache ?? hub.getHFHubCachePath();
  const folder = join(cacheDir, hub.getRepoFolderName({ type: 'model', name }));
  return (options.offline ?? environment('HF_HUB_OFFLINE') === '1')
    ? inCache(model, folder)
    : inNode(hub, model, cacheDir, folder, options);
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
  const [fs, path] = [nodeFileSystem()!, nodePath()!];
  const commit = await fs.readFile(path.join(folder, 'refs', revision), 'utf8').catch(() => revision);
  const place = path.join(folder, 'snapshots', commit.trim());
  const names = await fs.readdir(place).catch(() => undefined);
  if (names === undefined) {
    throw new InputError(
      `${shown}: the cache holds no revision ${revision} of it (${folder}); load it once without offline.`,
    );
  }
  return { place, headers: undefined, list: async () => names, fetchFile: async () => undefined };
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
    hub.modelInfo({ ...access, name, revision, additionalFields: ['sha', 'filePaths'], fetch: withSignal }),
  );
  await keepRevision(folder, revision, commit);
  const path = nodePath()!;
  const place = path.join(folder, 'snapshots', commit);
  return {
    place,
    headers: undefined,
    list: async () => filePaths,
    async fetchFile(file, report) {
      if (!filePaths.includes(file)) return { missing: `There is no ${file} in ${shown}` };
      const isThere = await nodeFileSystem()!
        .stat(path.join(place, file))
        .catch(() => undefined);
      if (isThere !== undefined) return { isNew: false };
      await asked(model, signal, () =>
        hub.downloadFileToCacheDir({
          ...access,
          repo: name,
          revision: commit,
          path: file,
          cacheDir,
          fetch: counted(withSignal, report),
        }),
      );
      return { isNew: true };
    },
  };
}

/** Notes which commit a branch or a tag is, where offline reading looks for it, Python's too. */
async function keepRevision(folder: string, revision: string, commit: string): Promise<void> {
  if (revision === commit) return;
  const [fs, path] = [nodeFileSystem()!, nodePath()!];
  const file = path.join(folder, 'refs', revision);
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, commit);
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
    const { shown, revision, hubUrl } = model;
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
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

function reason(error: unknown): string {
  if (!(error instanceof Error)) return printable(String(error), 200);
  const { cause, message } = error;
  return printable(cause instanceof Error && cause.message !== '' ? cause.message : message, 200);
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
