import { constants, openSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '../errors/input-error';
import { isGzip } from './is-gzip';

const chunkBytes = 256 * 1024;

/**
 * The bytes of a file, a pipe or a device. It is opened when the first are asked for and closed when the last were
 * had or nobody wants more, so that an error of the file system comes to the reader and to nobody else (a stream
 * that nobody listens to would end the process with a stack trace).
 */
export async function* fileBytes(file: string): AsyncGenerator<Uint8Array> {
  if (process.platform === 'linux' && (await stat(file)).isFIFO()) return yield* pipeBytes(file);
  const handle = await open(file);
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(
        Buffer.allocUnsafeSlow(chunkBytes),
        0,
        chunkBytes,
        null,
      );
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/**
 * A pipe without a writer makes `open` wait, and one that is silent `read`, in a thread that a process can't end
 * without: it would survive Ctrl-C. So it is watched as a socket is.
 */
async function* pipeBytes(file: string): AsyncGenerator<Uint8Array> {
  const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  yield* new Socket({ fd, readable: true, writable: false });
}

/**
 * The same bytes, inflated if they are gzip, which is known by its first two. Errors of zlib have a `code`.
 *
 * @param named the file's name, if it says that they are
 * @throws {InputError} if it says so and they are not
 */
export async function* inflatedBytes(
  stream: AsyncIterable<Uint8Array>,
  named?: string,
): AsyncGenerator<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]();
  const begun: Uint8Array[] = [];
  let size = 0;
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* begun;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  try {
    while (size < 2) {
      const next = await chunks.next();
      if (next.done) break;
      begun.push(next.value);
      size += next.value.length;
    }
    if (isGzip(Buffer.concat(begun))) yield* inflate(whole());
    else if (named !== undefined && size > 0)
      throw new InputError(`${named} is no gzip, as its name says; rename it.`);
    else yield* whole();
  } finally {
    await chunks.return?.();
  }
}

async function* inflate(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(stream, { objectMode: false });
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}
