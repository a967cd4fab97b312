import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parsePythonList } from '@slipform/kit/formats/python-list';
import { readSamples } from '@slipform/kit/formats/read-samples';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { describe, expect, test, vi } from 'vitest';
import { openInput } from './files/open-input';
import type { FileRecord } from './files/record-format';
import { type MineFileOptions, mineFile } from './mine-file';
import { pairOfObject } from './pairs/pair-of-object';
import { packTar } from './testing/pack-tar';
import { useTemporaryFolder } from './testing/temporary-folder';

const { file, path } = useTemporaryFolder();
const fixture = readFileSync(new URL('../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const input = () =>
  file(
    'in.jsonl',
    fixture.map((caption, i) => JSON.stringify({ caption, id: `c${i}`, image_id: i >> 1 })).join('\n'),
  );

const mine = (from: string, to: string, options: Partial<MineFileOptions> = {}) =>
  mineFile(from, { output: path(to), quiet: true, force: true, perCaption: 2, blockSize: 7, ...options });
const recordsOf = (name: string): FileRecord[] =>
  readFileSync(path(name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

async function samplesOf(name: string) {
  const samples: Record<string, Record<string, string>> = {};
  for await (const { key, members } of readSamples(openInput(path(name)).stream, {
    name,
    hold: 'everything',
  })) {
    samples[key] = Object.fromEntries(members.map(({ extension, bytes }) => [extension, String(bytes)]));
  }
  return samples;
}

describe('the same records in every format', () => {
  test('Parquet: nested fields with a dot, read back whole', async () => {
    await mine(input(), 'out.jsonl');
    await mine(input(), 'out.parquet');
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path('out.parquet')) });
    const records = recordsOf('out.jsonl');
    expect(records.length).toBeGreaterThan(60);
    expect(rows.map(pairOfObject)).toEqual(records.map(pairOfObject));
    expect(rows[0]).toMatchObject({
      'keyword.start': records[0]?.keyword.start,
      seed: 0n,
      version: records[0]?.version,
      imageId: '0',
      distance: records[0]?.distance,
      instruction: records[0]?.instruction,
    });
  });

  test('NegCLIP’s TSV: a row a caption, lists, images of other rows', async () => {
    await mine(input(), 'out.tsv');
    const rows: Record<string, string>[] = parse(readFileSync(path('out.tsv')), {
      columns: true,
      delimiter: '\t',
    });
    const records = recordsOf('out.jsonl');
    const captions = [...new Set(records.map(({ id }) => id))];
    expect(rows.map(({ title }) => title)).toEqual(captions.map((id) => fixture[Number(id.slice(1))]));
    for (const [i, row] of rows.entries()) {
      const own = records.filter(({ id }) => id === captions[i]);
      expect(parsePythonList(row.neg_caption!)).toEqual(own.map(({ negative }) => negative));
      expect(JSON.parse(row.concreteness!)).toEqual(own.map(({ concreteness }) => concreteness));
      expect(row.filepath).toBe(own[0]?.imageId);
      for (const other of JSON.parse(row.neg_image!)) expect(rows[other]?.filepath).not.toBe(row.filepath);
    }
  });

  test('a webdataset shard from captions, with sizes.json beside it', async () => {
    writeFileSync(path('sizes.json'), '{"other.tar":3}');
    const { stats } = await mine(input(), 'out.tar');
    const samples = await samplesOf('out.tar');
    const records = recordsOf('out.jsonl');
    expect(Object.keys(samples)).toHaveLength(stats.captionsWithNegative);
    for (const [key, { txt, neg_caption, 'negatives.json': all }] of Object.entries(samples)) {
      const own = records.filter(({ id }) => id === `c${Number(key)}`);
      expect(txt).toBe(own[0]?.caption);
      expect(neg_caption).toBe(own[0]?.negative);
      expect(JSON.parse(all!)).toEqual(own);
    }
    expect(JSON.parse(readFileSync(path('sizes.json'), 'utf8'))).toEqual({
      'other.tar': 3,
      'out.tar': stats.captionsWithNegative,
    });
  });

  test('from shard to shard the samples pass through', async () => {
    const shard = await packTar(
      ...fixture.flatMap((caption, i) => [
        { name: `${i}.jpg`, content: Buffer.from([0xff, 0xd8, i]) },
        { name: `${i}.txt`, content: caption },
      ]),
      { name: 'none.jpg', content: 'no caption' },
      { name: '../evil.jpg', content: 'x' },
    );
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { stats, brokenLines } = await mine(file('in.tar', shard), 'copied.tar');
    expect(told.mock.calls.join()).toContain('"../evil.jpg" would lie outside of the folder');
    told.mockRestore();
    expect(brokenLines).toBe(1);
    const samples = await samplesOf('copied.tar');
    expect(stats.captionsWithNegative).toBe(fixture.length);
    expect(Object.keys(samples)).toHaveLength(stats.captionsWithNegative);
    for (const [key, sample] of Object.entries(samples)) {
      expect(Object.keys(sample)).toEqual(['jpg', 'txt', 'neg_caption', 'negatives.json']);
      expect(sample.jpg).toBe(String(Buffer.from([0xff, 0xd8, Number(key)])));
      expect(sample.txt).toBe(fixture[Number(key)]);
      expect(JSON.parse(sample['negatives.json']!)[0].negative).toBe(sample.neg_caption);
    }
  });

  test.each(['jsonl', 'tsv', 'tar'])('%s in gzip is the same within', async (format) => {
    await mine(input(), `plain.${format}`);
    await mine(input(), `packed.${format}.gz`);
    expect(readFileSync(path(`plain.${format}`), 'utf8')).toContain(fixture[0]);
    expect(
      gunzipSync(readFileSync(path(`packed.${format}.gz`))).equals(readFileSync(path(`plain.${format}`))),
    ).toBe(true);
  });

  test.each(['jsonl', 'tsv', 'parquet', 'tar', 'jsonl.gz'])(
    'captions without a negative give a %s that is whole',
    async (format) => {
      await mine(file('none.txt', 'ok\n'), `none.${format}`);
      const bytes = readFileSync(path(`none.${format}`));
      if (format === 'jsonl.gz') expect(gunzipSync(bytes)).toHaveLength(0);
      if (format === 'tar') expect(await samplesOf('none.tar')).toEqual({});
      if (format === 'parquet') {
        expect(await parquetReadObjects({ file: await asyncBufferFromFile(path('none.parquet')) })).toEqual(
          [],
        );
      }
    },
  );
});

test('captions of an image know each other wherever they stand in the file', async () => {
  const entries = [
    { id: 1, image_id: 1, caption: 'A dog barks.' },
    { id: 2, image_id: 2, caption: 'A dog barks.' },
    { id: 3, image_id: 1, caption: 'The cat and the horse wait.' },
  ];
  const coco = file('apart.json', JSON.stringify({ annotations: entries, images: [] }));
  await mine(coco, 'apart.jsonl', {
    perCaption: 60,
    operations: ['replace'],
    slots: ['object'],
    blockSize: 1,
  });
  const words = (id: string) =>
    recordsOf('apart.jsonl').flatMap((record) => (record.id === id ? [record.replacement.lemma] : []));
  expect(words('2')).toContain('cat');
  expect(words('1')).not.toContain('cat');
  expect(words('1').length).toBeGreaterThan(3);
});

test('odd captions are mined or left alone, and each record holds what it says', async () => {
  const odd = [
    'A DOG CHASES A RED CAT ON THE BEACH',
    '<b>A dog</b> &amp; a red cat <script>alert(1)</script>',
    '🐶 A dog 👩‍👩‍👧 and a red cat 🐈',
    'كلب a dog في الحديقة and a red cat',
    '\u0000\u0001 A dog\u0007 and a red cat',
    'A dog\u00a0and\u2028a red cat',
    '"A dog" said a \'red\' cat\\n \t',
    '     ',
    '=cmd|A dog and a red cat',
    'a'.repeat(100_000),
    `A dog ${'and a red cat '.repeat(5000)}`,
  ];
  const { stats } = await mine(file('odd.txt', odd.join('\n')), 'odd.jsonl');
  expect(stats.captions).toBe(odd.length - 1);
  expect(stats.captionsWithNegative).toBeGreaterThanOrEqual(6);
  for (const { caption, negative, keyword, replacement } of recordsOf('odd.jsonl')) {
    expect(odd).toContain(caption);
    expect(caption.slice(keyword.start, keyword.end)).toBe(keyword.text);
    expect(negative.slice(replacement.start, replacement.end)).toBe(replacement.text);
  }
  for (const format of ['tsv', 'parquet', 'tar']) await mine(path('odd.txt'), `odd.${format}`);
  const rows: Record<string, string>[] = parse(readFileSync(path('odd.tsv')), {
    columns: true,
    delimiter: '\t',
  });
  expect(new Set(rows.map(({ title }) => title))).toEqual(
    new Set(recordsOf('odd.jsonl').map(({ caption }) => caption)),
  );
});

test('a sizes.json that is none is left alone, and nothing is written', async () => {
  writeFileSync(path('sizes.json'), '[1]');
  await expect(mine(input(), 'refused.tar')).rejects.toThrow(/sizes\.json is no list of shard sizes/);
  expect(readFileSync(path('sizes.json'), 'utf8')).toBe('[1]');
  expect(existsSync(path('refused.tar'))).toBe(false);
  expect(readdirSync(path('.')).filter((name) => name.includes('partial'))).toEqual([]);
});
