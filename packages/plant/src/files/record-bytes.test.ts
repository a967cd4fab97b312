import { createHash } from 'node:crypto';
import { countedOutput } from '@slipform/kit/files/output-file';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { describe, expect, test } from 'vitest';
import type { HardNegative } from '../hard-negative';
import { packTar } from '../testing/pack-tar';
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

function outputInto(parts: Uint8Array[]) {
  return countedOutput({
    isFile: true,
    write: async (bytes) => void parts.push(Buffer.from(bytes)),
    commit: async () => {},
    discard: async () => {},
  });
}

/** The whole file that a run writes with these blocks. */
async function write(format: OutputFormat, copiesSamples = false, input = ''): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  const output = outputInto(parts);
  const options = { format, gzip: false, copiesSamples, keepsAll: false };
  const writer = await createRecordWriter(output, options, [], input, {});
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

describe('a block that an earlier run finished', () => {
  const group = { columns: [], num_rows: 4n, total_byte_size: 1n };
  const resume = (format: OutputFormat, state: unknown, rows: number, parts: Uint8Array[] = []) =>
    createRecordWriter(
      outputInto(parts),
      { format, gzip: false, copiesSamples: false, keepsAll: false },
      [{ state, rows }],
      '',
      {},
    );
  test.each<[OutputFormat, unknown, number]>([
    ['parquet', undefined, 4],
    ['parquet', null, 4],
    ['parquet', { ...group, num_rows: 3n }, 4],
    ['tsv', undefined, 4],
    ['tsv', -1, 4],
  ])('%s: with the state %o for %i rows it is refused', async (format, state, rows) => {
    await expect(resume(format, state, rows)).rejects.toThrow(
      /the journal of the unfinished run is damaged; pass --force/,
    );
  });
  test('as it was noted, it is taken', async () => {
    await resume('parquet', group, 4);
    await resume('parquet', undefined, 0);
    // What a resumed run appends depends on how many rows there are.
    const appendedAfter = async (rows: number) => {
      const parts: Uint8Array[] = [];
      const writer = await resume('tsv', rows, 4, parts);
      const options = { format: 'tsv', gzip: false, copiesSamples: false, keepsAll: false } as const;
      await writer.append(await encodeBlock(blocks[1]!, options));
      return Buffer.concat(parts).toString();
    };
    const [three, again, two] = [await appendedAfter(3), await appendedAfter(3), await appendedAfter(2)];
    expect(three).toMatch(/^0\.jpg\tA dog barks\.\t/);
    expect(again).toBe(three);
    expect(two).not.toBe(three);
  });
});
