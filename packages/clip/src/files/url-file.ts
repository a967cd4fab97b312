import { InputError } from '@slipform/kit/errors/input-error';
import { printable } from '@slipform/kit/text/printable';
import { withoutSecrets } from '@slipform/kit/text/url-secrets';
import { type ByteReader, concatenate, type OnBytes } from './byte-reader';

export interface DownloadOptions {
  /** Default: the platform's. */
  readonly fetch?: typeof fetch | undefined;
  /** Ends the download. */
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly onBytes?: OnBytes;
}

/**
 * Opens a download, whose body is read as it comes. Where the server has no such file, says so in a sentence
 * without its full stop: an error status, or an HTML page, which servers of single-page applications and
 * pages "view file" send with status 200.
 */
export async function openUrlFile(
  url: URL,
  { fetch: request = fetch, signal, headers, onBytes = () => {} }: DownloadOptions = {},
): Promise<ByteReader | { readonly missing: string }> {
  const shown = withoutSecrets(url.href);
  let response: Response;
  try {
    response = await request(url, {
      ...(signal === undefined ? {} : { signal }),
      ...(headers === undefined ? {} : { headers }),
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw new InputError(`${shown} could not be reached (${reason(error)}).`, { cause: error });
  }
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    const missing = `${shown} answered with HTTP status ${response.status}`;
    if (response.status >= 500) throw new InputError(`${missing}; try again later.`);
    return { missing };
  }
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    await response.body.cancel();
    return { missing: `${shown} is an HTML page and not the file` };
  }
  return openBody(response, shown, signal, onBytes);
}

/** Reads a response's body, if there is one; messages call it `shown`. */
export function openBody(
  response: Response,
  shown: string,
  signal: AbortSignal | null | undefined,
  onBytes: OnBytes = () => {},
): ByteReader {
  const body = response.body!.getReader();
  const size = sizeOf(response);
  let rest: Uint8Array = new Uint8Array(0);
  let taken = 0;
  // The next piece of the body, at most `length` bytes; undefined at its end.
  const piece = async (length: number): Promise<Uint8Array | undefined> => {
    while (rest.length === 0) {
      const { done, value } = await body.read().catch((error: unknown) => {
        signal?.throwIfAborted();
        const of = size === undefined ? '' : ` of ${size}`;
        throw new InputError(
          `The download of ${shown} broke off after ${taken}${of} bytes (${reason(error)}); try again.`,
          { cause: error },
        );
      });
      if (done) return undefined;
      rest = value;
    }
    const part = rest.subarray(0, length);
    rest = rest.subarray(part.length);
    taken += part.length;
    onBytes(part.length);
    return part;
  };
  return {
    size,
    sizeTold: 'its Content-Length',
    async read(length) {
      if (size === undefined) return collect(length, piece);
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - taken)));
      let filled = 0;
      while (filled < bytes.length) {
        const part = await piece(bytes.length - filled);
        if (part === undefined) return bytes.slice(0, filled);
        bytes.set(part, filled);
        filled += part.length;
      }
      return bytes;
    },
    // A body that broke off refuses to be cancelled, with the error that is known by then.
    close: () => body.cancel().catch(() => undefined),
  };
}

/** Without a size nothing is allocated by what a header promises: memory grows with what has come. */
async function collect(
  length: number,
  piece: (length: number) => Promise<Uint8Array | undefined>,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let filled = 0;
  while (filled < length) {
    const part = await piece(length - filled);
    if (part === undefined) break;
    parts.push(part);
    filled += part.length;
  }
  return concatenate(parts);
}

/**
 * Content-Length, where it is the length of what arrives: a compressed body is longer than that, and whether
 * a body from another origin is compressed a browser does not say.
 */
function sizeOf(response: Response): number | undefined {
  const stated = response.headers.get('content-length');
  const encoding = response.headers.get('content-encoding') ?? 'identity';
  if (stated === null || !/^\d+$/.test(stated) || encoding !== 'identity' || response.type === 'cors') {
    return undefined;
  }
  return Number(stated);
}

/** What a failed request says; fetch says "fetch failed" or "terminated" and hides what happened in the cause. */
export function reason(error: unknown): string {
  const { cause } = error instanceof Error ? error : {};
  const said = cause instanceof Error && cause.message !== '' ? cause : error;
  return printable(withoutSecrets(said instanceof Error ? said.message : String(said)), 200);
}
