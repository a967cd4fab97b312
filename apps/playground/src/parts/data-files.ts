/** The address of a file that was made beside the page: `data/training-….json`. */
export function dataUrl(path: string, base: string): string {
  return new URL(path, base).href;
}

/** @throws one sentence, where the file does not come */
export async function loadFile(url: string, signal?: AbortSignal): Promise<Response> {
  let response = await answerOf(url, { signal });
  // The sign-in of a hotel's network, for one, which the browser's own cache may hold: no file of ours is a page.
  if (isPage(response)) response = await answerOf(url, { signal, cache: 'reload' });
  if (isPage(response)) throw notOurs(url);
  return response;
}

async function answerOf(url: string, init: { signal: AbortSignal | undefined; cache?: RequestCache }) {
  const { signal, ...rest } = init;
  let response: Response;
  try {
    response = await fetch(url, signal === undefined ? rest : { ...rest, signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw new Error(`${fileName(url)} did not load: the network is away, or the server. (${String(error)})`);
  }
  if (!response.ok) {
    throw new Error(
      `${fileName(url)} did not load: the server answered ${response.status}. The playground may have been updated; load the page again.`,
    );
  }
  return response;
}

function isPage({ headers }: Response): boolean {
  return /html/i.test(headers.get('content-type') ?? '');
}

export async function loadBytes(url: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await loadFile(url, signal);
  return new Uint8Array(await whole(url, () => response.arrayBuffer(), signal));
}

export async function loadJson<Content>(url: string, signal?: AbortSignal): Promise<Content> {
  const response = await loadFile(url, signal);
  return (await whole(url, () => response.json(), signal)) as Content;
}

/** Reads to the end, where the service worker breaks off what is another file. */
async function whole<Result>(
  url: string,
  read: () => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  try {
    return await read();
  } catch {
    signal?.throwIfAborted();
    throw notOurs(url);
  }
}

function notOurs(url: string): Error {
  return new Error(
    `${fileName(url)} did not load: the network ended early, or sent a page of its own; sign in to the network if it asks for that, and try again.`,
  );
}

function fileName(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
