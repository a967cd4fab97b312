import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** A file's bytes, inflated if they are gzip (known by its first two bytes). */
export async function* openBytes(file: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(file, { highWaterMark: 1 << 18 });
  const chunks: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  async function* whole() {
    if (head.length > 0) yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  try {
    if (head[0] !== 0x1f || head[1] !== 0x8b) return yield* whole();
    const source = Readable.from(whole(), { objectMode: false });
    const gunzip = createGunzip({ chunkSize: 1 << 18 });
    source.on('error', (error) => gunzip.destroy(error));
    yield* source.pipe(gunzip) as AsyncIterable<Uint8Array>;
  } finally {
    stream.destroy();
  }
}
