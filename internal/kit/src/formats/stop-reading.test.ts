import { expect, test } from 'vitest';
import { readJsonEntries } from './json-entries';
import { readJsonl } from './read-jsonl';
import { readSamples } from './read-samples';
import { readTable } from './read-table';
import { tarBytes } from './write-tar';

const readers: Record<
  string,
  [content: Uint8Array, read: (stream: AsyncIterable<Uint8Array>) => AsyncGenerator]
> = {
  CSV: [Buffer.from('a\nb\n'), (stream) => readTable(stream, { delimiter: ',', name: 'x' })],
  TSV: [Buffer.from('a\nb\n'), (stream) => readTable(stream, { delimiter: '\t', name: 'x' })],
  'JSON lines': [Buffer.from('{}\n'), (stream) => readJsonl(stream, 'x')],
  JSON: [Buffer.from('[1,2,'), (stream) => readJsonEntries(stream, 'x')],
  tar: [
    Buffer.from(await tarBytes([1, 2].map((i) => ({ name: `${i}.txt`, bytes: Buffer.from('x') })))),
    (stream) => readSamples(stream, { name: 'x', hold: 'texts' }),
  ],
};

// A file that nobody reads on must be closed, or an interrupted run would hold it.
test.each(Object.entries(readers))('%s: who stops reading ends the stream', async (_, [content, read]) => {
  let ended: () => void;
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  async function* endless() {
    try {
      for (;;) yield content;
    } finally {
      ended();
    }
  }
  for await (const item of read(endless())) {
    expect(item).toBeDefined();
    break;
  }
  await end;
});
