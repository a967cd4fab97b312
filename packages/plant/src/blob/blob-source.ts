import { InputError } from '@slipform/concreteness';
import { isGzipName } from '@slipform/kit/captions/caption-formats';
import type { CaptionSource, Input } from '@slipform/kit/captions/read-rows';
import { isGzip } from '@slipform/kit/files/is-gzip';
import { windowedBytes } from '@slipform/kit/formats/parquet/byte-source';

/**
 * Bytes that are inflated at a time, to at most 1032 times as many: a browser inflates a whole chunk before it waits for
 * the reader, and the chunks of a blob have megabytes.
 */
const packedBytes = 4096;

/**
 * A blob as what captions are read from; gzip is known by its first bytes. Nothing is held but a chunk.
 *
 * @param onRead is called with the number of the blob's own bytes that have been read since it was opened last
 */
export function blobSource(blob: Blob, name: string, onRead: (bytes: number) => void): CaptionSource {
  return { name, open: () => openBlob(blob, name, onRead) };
}

function openBlob(blob: Blob, name: string, onRead: (bytes: number) => void): Input {
  let read = 0;
  return {
    bytes: blob.size,
    bytesRead: () => read,
    stream: blobBytes(blob, name, (bytes) => {
      read += bytes;
      onRead(read);
    }),
    openAnywhere: async () =>
      windowedBytes(
        blob.size,
        async (bytes, start) => {
          bytes.set(await reading(name, () => bytesOf(blob.slice(start, start + bytes.length))));
          read = Math.max(read, start + bytes.length);
          onRead(read);
        },
        async () => {},
      ),
  };
}

async function* blobBytes(
  blob: Blob,
  name: string,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const isPacked = isGzip(await reading(name, () => bytesOf(blob.slice(0, 2))));
  if (!isPacked && isGzipName(name) && blob.size > 0) {
    throw new InputError(`${name} is no gzip, as its name says; rename it.`);
  }
  const counted = pieces(blob, isPacked ? packedBytes : Number.POSITIVE_INFINITY, count);
  const reader = (isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted).getReader();
  try {
    for (;;) {
      const next = await reading(name, () => reader.read(), isPacked);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** The bytes of a blob in pieces of at most so many, each cut when it is asked for. */
function pieces(
  blob: Blob,
  most: number,
  count: (bytes: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = blob.stream().getReader();
  let rest = new Uint8Array(0);
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        if (rest.length === 0) {
          const next = await reader.read();
          if (next.done) return controller.close();
          rest = next.value;
        }
        const piece = rest.subarray(0, most);
        rest = rest.subarray(piece.length);
        count(piece.length);
        controller.enqueue(piece);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** What the browser refuses while it reads, as a sentence that names the file. */
async function reading<T>(name: string, action: () => Promise<T>, isPacked = false): Promise<T> {
  try {
    return await action();
  } catch {
    throw new InputError(
      isPacked
        ? `cannot read ${name}: its gzip data are broken, end too early, or have several parts, which a browser does not unpack; gunzip it first.`
        : `cannot read ${name}: it was changed or taken away since it was chosen; choose it again.`,
    );
  }
}
