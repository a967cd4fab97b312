import { parsePythonList } from '@slipform/kit/formats/python-list';
import { readSamples } from '@slipform/kit/formats/read-samples';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { expect, test } from 'vitest';
import type { HardNegative } from '../hard-negative';
import { sinkInto } from '../testing/sink-into';
import type { OutputFormat } from './caption-format';
import { openInput } from './open-input';
import type { EncodeOptions, MinedCaption } from './record-format';
import { createRecordWriter, encodeBlock } from './record-writer';

const { file, path } = useFolder();

const record: HardNegative = {
  id: 'a',
  caption: 'A dog.',
  negative: 'A cat.',
  operation: 'replace',
  slot: 'object',
  keyword: { text: 'dog', lemma: 'dog', start: 2, end: 5 },
  replacement: { text: 'cat', lemma: 'cat', start: 2, end: 5 },
  concreteness: 4.85,
  concretenessSource: 'estimate',
  replacementConcreteness: 4.5,
  instruction: 'Change the dog to a cat.',
  distance: 3,
  scores: { surprise: 0.125, leak: -0.5 },
  seed: 12,
  version: '0.1.0',
};
const block: MinedCaption[] = [
  {
    caption: {
      id: 'a',
      caption: 'A dog.',
      imageId: '1',
      filepath: '1.jpg',
      kept: { width: 640, score: 0.5, 'is "x"': true, tags: ['a', 'b'], big: 2n ** 60n, text: 'a\tb' },
    },
    place: 0,
    negatives: [{ ...record, imageId: '1', filepath: '1.jpg' }],
  },
  {
    caption: { id: 'b', caption: 'Nothing here.', kept: { width: 3, score: 2, big: null } },
    place: 1,
    negatives: [],
    reason: 'no-site',
  },
];
const kept = {
  width: 'INT64',
  score: 'DOUBLE',
  'is "x"': 'BOOLEAN',
  tags: 'STRING',
  big: 'INT64',
  text: 'STRING',
} as const;

async function write(format: OutputFormat): Promise<string> {
  const parts: Uint8Array[] = [];
  const output = sinkInto(parts);
  const options: EncodeOptions = { format, gzip: false, copiesSamples: false, keepsAll: true, kept };
  const writer = await createRecordWriter(output, options, '', {});
  await writer.start();
  await writer.append(await encodeBlock(block, options));
  await writer.finish();
  return file(`out.${format}`, Buffer.concat(parts));
}

const image = { imageId: '1', filepath: '1.jpg' };
const jsonRows = [
  {
    ...record,
    ...image,
    ...block[0]!.caption.kept,
    // More than a number of JavaScript holds exactly.
    big: '1152921504606846976',
  },
  { id: 'b', caption: 'Nothing here.', reason: 'no-site', width: 3, score: 2, big: null },
];

test('JSON lines: a row without a negative has its reason, and each row the columns that are kept', async () => {
  const { readFileSync } = await import('node:fs');
  const lines = readFileSync(await write('jsonl'), 'utf8')
    .trim()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(jsonRows);
});

test('Parquet: the kept columns have their types, and what is missing is null', async () => {
  const buffer = await asyncBufferFromFile(await write('parquet'));
  const rows = await parquetReadObjects({ file: buffer });
  expect(rows[0]).toMatchObject({
    ...image,
    'scores.surprise': 0.125,
    'scores.leak': -0.5,
    reason: null,
    width: 640n,
    score: 0.5,
    'is "x"': true,
    tags: '["a","b"]',
    big: 2n ** 60n,
    text: 'a\tb',
  });
  expect(rows[1]).toMatchObject({
    id: 'b',
    caption: 'Nothing here.',
    negative: null,
    concreteness: null,
    'keyword.text': null,
    seed: null,
    reason: 'no-site',
    width: 3n,
    score: 2,
    'is "x"': null,
    big: null,
  });
  const { children } = parquetSchema(await parquetMetadataAsync(buffer));
  const types = Object.fromEntries(children.map(({ element }) => [element.name, element.type]));
  expect(types).toMatchObject({ width: 'INT64', score: 'DOUBLE', 'is "x"': 'BOOLEAN', tags: 'BYTE_ARRAY' });
});

test('TSV: an empty list, its reason, and columns as pandas reads them', async () => {
  const { readFileSync } = await import('node:fs');
  const text = readFileSync(await write('tsv'), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true, delimiter: '\t' });
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    filepath: '1.jpg',
    surprise: '[0.125]',
    leak: '[-0.5]',
    reason: '',
    width: '640',
    'is "x"': 'true',
    tags: '["a","b"]',
    big: String(2n ** 60n),
    text: 'a\tb',
  });
  expect(rows[1]).toMatchObject({ title: 'Nothing here.', reason: 'no-site', width: '3', tags: '', big: '' });
  for (const name of ['neg_caption', 'concreteness', 'surprise', 'leak'])
    expect(parsePythonList(rows[1]![name]!)).toEqual([]);
});

test('tar: a sample for each caption, with an empty hard caption where there is none', async () => {
  await write('tar');
  const samples: Record<string, string>[] = [];
  for await (const { members } of readSamples(openInput(path('out.tar')).stream, {
    name: 'out.tar',
    hold: 'everything',
  })) {
    samples.push(Object.fromEntries(members.map(({ extension, bytes }) => [extension, String(bytes)])));
  }
  expect(samples.map(({ txt, neg_caption }) => [txt, neg_caption])).toEqual([
    ['A dog.', 'A cat.'],
    ['Nothing here.', ''],
  ]);
  expect(samples.map((sample) => JSON.parse(sample['negatives.json']!))).toEqual(
    jsonRows.map((row) => [row]),
  );
});
