import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { mineFile } from '../run/mine-file';
import { packTar } from '../testing/pack-tar';
import { type MineBlobOptions, mineBlob } from './mine-blob';

const { file: write, path } = useFolder();
const captions = readFileSync(new URL('../../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(0, 40);
// Captions of one image lie apart, so that the file is looked through.
const objects = captions.map((caption, i) => ({
  caption,
  id: `c${i}`,
  image_id: i % 25,
  file_name: `${i}.jpg`,
}));
const table = (delimiter: string) =>
  ['caption', 'image_id'].join(delimiter) +
  objects
    .map(({ caption, image_id }) => `\n"${caption.replaceAll('"', '""')}"${delimiter}${image_id}`)
    .join('');

const files: Readonly<Record<string, () => string | Uint8Array | Promise<Uint8Array>>> = {
  'in.txt': () => captions.join('\n'),
  'in.jsonl': () => objects.map((row) => JSON.stringify(row)).join('\n'),
  'in.jsonl.gz': () => gzipSync(objects.map((row) => JSON.stringify(row)).join('\n')),
  'in.csv': () => table(','),
  'in.tsv': () => table('\t'),
  'in.json': () =>
    JSON.stringify({
      annotations: objects,
      images: objects.slice(0, 25).map(({ image_id, file_name }) => ({ id: image_id, file_name })),
    }),
  'in.parquet': () =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: [
          { name: 'caption', data: captions },
          { name: 'image_id', data: objects.map(({ image_id }) => image_id) },
        ],
      }),
    ),
  'in.tar': () =>
    packTar(
      ...objects.flatMap(({ caption, id, image_id }) => [
        { name: `${id}.txt`, content: caption },
        { name: `${id}.json`, content: JSON.stringify({ image_id }) },
      ]),
    ),
};

async function mined(name: string, content: string | Uint8Array, options: MineBlobOptions = {}) {
  const bytes = new Uint8Array(typeof content === 'string' ? Buffer.from(content) : content);
  const parts: Uint8Array[] = [];
  for await (const part of mineBlob(new File([bytes], name), options)) parts.push(part.bytes);
  return { text: Buffer.concat(parts).toString(), parts: parts.length };
}

describe.each(['jsonl', 'tsv'] as const)('as %s, the bytes of the command', (outputFormat) => {
  test.each(Object.keys(files))('of %s', async (name) => {
    const content = await files[name]!();
    const options = { seed: 7, perCaption: 2, blockSize: 9, keepAll: true };
    const output = path(`out.${outputFormat}`);
    await mineFile(write(name, content), { ...options, output, quiet: true, force: true });
    const { text, parts } = await mined(name, content, { ...options, outputFormat });
    expect(parts).toBeGreaterThan(2);
    expect(text).toBe(readFileSync(output, 'utf8'));
    expect(text.split('\n').length).toBeGreaterThan(captions.length);
  });
});

test('says how far it is, and what it left out', async () => {
  const problems: string[] = [];
  const read: string[] = [];
  const content = `${await files['in.jsonl']!()}\nNaN\n{"caption": NaN}\n{"no": "caption"}`;
  const { text } = await mined('in.jsonl', content, {
    onProblem: (sentence) => problems.push(sentence),
    onRead: (phase, bytes, of) => read.push(`${phase} ${bytes === of}`),
  });
  expect(text.length).toBeGreaterThan(1000);
  expect(problems).toEqual([
    'in.jsonl line 41 is not JSON.',
    'in.jsonl line 42 is not JSON.',
    expect.stringMatching(/^in.jsonl line 43 has no "caption" .*; name the field with captionField\.$/),
  ]);
  expect([...new Set(read)]).toEqual(['look true', 'mine true']);
});

test.each([
  ['a picture.png', 'x', /cannot tell the format of a picture.png .* pass format /],
  ['a zip.jsonl', Uint8Array.from([80, 75, 3, 4, ...new Uint8Array(60)]), /a zip.jsonl holds zero bytes/],
  [
    'latin.txt',
    Uint8Array.from([65, 32, 0xe9, 10, 66]),
    /latin.txt line 1 is not UTF-8.*; save it as UTF-8\.$/,
  ],
  ['empty.txt', '', /empty.txt holds no caption/],
  [
    'one.csv',
    'label,id\na dog,1',
    /must name a column "caption" or "title" or "text", .*; name the field with captionField/,
  ],
  ['a.parquet', 'PAR1', /not a readable Parquet file/],
  ['a.tar', 'no tar at all', /a.tar is no tar/],
  [
    'cut.txt.gz',
    gzipSync('A dog on a sofa.\n'.repeat(99)).subarray(0, 30),
    /cannot read cut.txt.gz: its gzip/,
  ],
  ['deep.json', '['.repeat(500), /nested deeper/],
  ['long.txt', 'x'.repeat(5 * 2 ** 20), /long.txt holds no caption that can be read, but 1 broken line/],
])('one sentence for %s', async (name, content, message) => {
  const fault = await mined(name, content).catch((error: Error) => error.message);
  expect(fault).toMatch(message);
  expect(fault).not.toMatch(/--|\n/);
});
