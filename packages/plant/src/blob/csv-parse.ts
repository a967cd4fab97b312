// What stands in the place of `csv-parse` in the bundle for browsers: the same parser, without Node's streams; see
// tsup.config.ts.

import { Buffer } from 'node:buffer';
import type { Sink } from '@slipform/kit/threads/feed';
import { type Options, parse as transform } from 'csv-parse/stream';

export { CsvError } from 'csv-parse/stream';

export function parse(options: Options): Sink & AsyncIterable<unknown> {
  const { writable, readable } = transform(options);
  const writer = writable.getWriter();
  const rows = readable.getReader();
  const onDrain: (() => void)[] = [];
  // What goes wrong comes to the reader.
  const ignore = () => {};
  writer.closed.catch(ignore);
  return {
    write({ buffer, byteOffset, byteLength }) {
      writer.write(Buffer.from(buffer, byteOffset, byteLength)).catch(ignore);
      writer.ready.then(() => {
        for (const listener of onDrain) listener();
      }, ignore);
      return false;
    },
    end: () => void writer.close().catch(ignore),
    destroy: (error) => void writer.abort(error).catch(ignore),
    on: (event, listener) => void (event === 'drain' && onDrain.push(listener)),
    async *[Symbol.asyncIterator]() {
      for (let row = await rows.read(); !row.done; row = await rows.read()) yield row.value;
    },
  };
}
