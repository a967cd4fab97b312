import { createHash } from 'node:crypto';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { expect, test } from 'vitest';
import type { HardNegative } from '../hard-negative';
import { packTar } from '../testing/pack-tar';
import { sinkInto } from '../testing/sink-into';
import type { OutputFormat } from './caption-format';
import type { MinedCaption } from './record-format';
import { createRecordWriter, encodeBlock } from './record-writer';
import { completeTsv, encodeTsv } from './write-tsv';

const { file } = useFolder();

const record = (caption: string, negative: string): HardNegative => ({
  id: '7',
  caption,
  negative,
  operation: 'replace',
  slot: 'object',
  keyword: { text: 'dog', lemma: 'dog', start: 2, end: 5 },
  replacement: { text: 'cat', lemma: 'cat', start: 2, end: 5 },
  concreteness: 4.85,
  concretenessSource: 'estimate',
  replacementConcreteness: 4.5,
  instruction: 'Change the dog to a cat.',
  distance: 3,
  scores: { surprise: 0.25, leak: -0.125 },
  seed: 12,
  version: '0.1.0',
});
const texts = ['A dog barks.', 'A dog\tsaid "it\'s"\nmine 🐕', "A dog's tail", 'Nothing here.'];
const blocks: MinedCaption[][] = [0, 1].map((block) =>
  texts.map((caption, i) => ({
    caption: { id: `sample${i}`, caption, imageId: String(i % 2), filepath: `${i}.jpg` },
    place: block * texts.length + i,
    negatives:
      i === 3
        ? []
        : [
            { ...record(caption, caption.replace('dog', 'cat')), imageId: String(i % 2) },
            { ...record(caption, caption.replace('dog', 'hen')), partner: 'sample0' },
          ],
  })),
);

/** The whole file that a run writes with these blocks. */
async function write(format: OutputFormat, copiesSamples = false, input = ''): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const output = sinkInto(parts);
  const options = { format, gzip: false, copiesSamples, keepsAll: false };
  const writer = await createRecordWriter(output, options, input, {});
  await writer.start();
  for (const block of blocks) await writer.append(await encodeBlock(block, options));
  await writer.finish();
  return Buffer.concat(parts);
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

// What is written is the same bytes in every version: who compares two runs by a hash relies on it.
test.each<[OutputFormat, number, string]>([
  ['jsonl', 5432, '2a18c6d847888eeb'],
  ['tsv', 891, 'c29eef05f2b854a3'],
  ['parquet', 7032, 'c9514fb3a2f6c50c'],
  ['tar', 22528, '19895538a4c45aa5'],
])('%s: these very bytes', async (format, length, hash) => {
  const bytes = await write(format);
  expect({ length: bytes.length, hash: digest(bytes) }).toEqual({ length, hash });
});

test('tar with the samples of the input: these very bytes', async () => {
  const members = [...blocks.keys()].flatMap((block) =>
    texts.flatMap((text, i) => [
      { name: `b${block}/sample${i}.jpg`, content: `pixels ${i}`, mtime: new Date(0) },
      { name: `b${block}/sample${i}.txt`, content: text, mtime: new Date(0) },
    ]),
  );
  const shard = file('in.tar', await packTar(...members));
  expect(digest(await write('tar', true, shard))).toBe('9254e9e9a783422e');
});

test('half a surrogate pair is U+FFFD in each cell of TSV, and a whole one is kept', () => {
  const caption = 'A dog \ud800 🐕';
  const negatives = [record(caption, caption.replace('dog', 'cat'))];
  const text = completeTsv(encodeTsv([{ caption: { id: '1', caption }, place: 0, negatives }], false, []), 0);
  const [, title, texts] = Buffer.from(text).toString().split('\t');
  expect([title, texts]).toEqual(['A dog \ufffd 🐕', "['A cat \ufffd 🐕']"]);
});
