/** The address of a file that was made beside the page: `data/lucide-names-….json`. */
export function dataUrl(path: string, base: string): string {
  return new URL(path, base).href;
}

/** @throws one sentence, where the file does not come */
export async function loadFile(url: string, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, signal === undefined ? {} : { signal });
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

export async function loadBytes(url: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await loadFile(url, signal)).arrayBuffer());
}

export async function loadJson<Content>(url: string, signal?: AbortSignal): Promise<Content> {
  return (await (await loadFile(url, signal)).json()) as Content;
}

function fileName(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
