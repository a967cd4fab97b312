import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parsePythonList } from '@slipform/kit/formats/python-list';
import { readSamples } from '@slipform/kit/formats/read-samples';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { describe, expect, test, vi } from 'vitest';
import { openInput } from '../files/open-input';
import type { HardNegative } from '../hard-negative';
import { packTar } from '../testing/pack-tar';
import { mineFile } from './mine-file';
import type { MineFileOptions } from './mine-options';

const { file, path } = useFolder();
const fixture = readFileSync(new URL('../../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const input = () =>
  file(
    'in.jsonl',
    fixture.map((caption, i) => JSON.stringify({ caption, id: `c${i}`, image_id: i >> 1 })).join('\n'),
  );

const mine = (from: string, to: string, options: Partial<MineFileOptions> = {}) =>
  mineFile(from, { output: path(to), quiet: true, force: true, perCaption: 2, blockSize: 7, ...options });
const recordsOf = (name: string): HardNegative[] =>
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
    for (const field of ['id', 'caption', 'negative', 'slot', 'operation', 'concreteness'] as const) {
      expect(rows.map((row) => row[field])).toEqual(records.map((record) => record[field]));
    }
    for (const part of ['text', 'lemma', 'start', 'end'] as const) {
      expect(rows.map((row) => row[`replacement.${part}`])).toEqual(
        records.map(({ replacement }) => replacement[part]),
      );
    }
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

  test('a webdataset shard from captions', async () => {
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
    expect(stats.captionsWithNegative).toBeGreaterThan(30);
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
    { id: 1, image_id: 1, caption: 'A dog sleeps.' },
    { id: 2, image_id: 2, caption: 'A dog sleeps.' },
    { id: 3, image_id: 1, caption: 'The cat and the horse wait.' },
  ];
  const coco = file('apart.json', JSON.stringify({ annotations: entries, images: [] }));
  await mine(coco, 'apart.jsonl', {
    perCaption: 60,
    operations: ['replace'],
    slots: ['object'],
    blockSize: 1,
    vocabulary: file('animals.txt', 'cat\ncow\nsheep\nbird\n'),
  });
  const words = (id: string) =>
    recordsOf('apart.jsonl').flatMap((record) => (record.id === id ? [record.replacement.lemma] : []));
  expect(words('2')).toContain('cat');
  expect(words('1')).not.toContain('cat');
  expect(words('1').length).toBeGreaterThan(0);
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
  expect(stats.captionsWithNegative).toBeGreaterThanOrEqual(3);
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

test('with --keep-all each caption has a row, in its place, in every format', async () => {
  const texts = [
    ...fixture.slice(0, 9),
    'IMG_2041.jpg',
    'Ein Hund läuft über die Straße.',
    ...fixture.slice(9),
  ];
  const from = file('all.txt', texts.join('\n'));
  const { stats } = await mine(from, 'all.jsonl', { keepAll: true, perCaption: 1 });
  const rows = recordsOf('all.jsonl') as (Partial<HardNegative> & { id: string; reason?: string })[];
  expect(rows.map(({ id }) => Number(id))).toEqual(texts.map((_, i) => i + 1));
  const alone = rows.filter(({ negative }) => negative === undefined);
  expect(alone.length).toBeGreaterThanOrEqual(2);
  expect(alone).toHaveLength(stats.captions - stats.captionsWithNegative);
  for (const { reason } of alone)
    expect(stats.reasons[reason as keyof typeof stats.reasons]).toBeGreaterThan(0);
  expect(rows.every(({ negative, reason }) => (negative === undefined) === (reason !== undefined))).toBe(
    true,
  );
  const reasons = rows.map(({ reason }) => reason ?? '');

  await mine(from, 'all.parquet', { keepAll: true, perCaption: 1 });
  const parquet = await parquetReadObjects({ file: await asyncBufferFromFile(path('all.parquet')) });
  expect(parquet.map(({ reason }) => reason ?? '')).toEqual(reasons);
  expect(parquet.map(({ negative }) => negative ?? undefined)).toEqual(rows.map(({ negative }) => negative));
  await mine(from, 'all.tsv', { keepAll: true, perCaption: 1 });
  const tsv: Record<string, string>[] = parse(readFileSync(path('all.tsv')), {
    columns: true,
    delimiter: '\t',
  });
  expect(tsv.map(({ reason }) => reason)).toEqual(reasons);
  await mine(from, 'all.tar', { keepAll: true, perCaption: 1 });
  const samples = Object.values(await samplesOf('all.tar'));
  expect(samples.map(({ 'negatives.json': own }) => JSON.parse(own!)[0].reason ?? '')).toEqual(reasons);
  expect(samples).toHaveLength(texts.length);
});

describe('columns that are kept', () => {
  const rows = fixture.map((caption, i) => ({
    caption,
    id: `c${i}`,
    width: i,
    score: i / 4,
    url: i % 2 ? `http://x/${i}` : undefined,
  }));
  const jsonl = () => file('keep.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
  const keep = ['width', 'score', 'url'];
  const rowOf = (id: string) => rows[Number(id.slice(1))];

  test('from JSON lines, CSV, Parquet and the .json of a shard', async () => {
    await mine(jsonl(), 'kept.jsonl', { keep });
    await mine(jsonl(), 'kept.parquet', { keep });
    const records = recordsOf('kept.jsonl') as (HardNegative & Record<string, unknown>)[];
    expect(records.length).toBeGreaterThan(60);
    for (const { id, width, score, url } of records) {
      expect({ width, score, url }).toEqual({
        width: rowOf(id)?.width,
        score: rowOf(id)?.score,
        url: rowOf(id)?.url,
      });
    }
    const parquet = await parquetReadObjects({ file: await asyncBufferFromFile(path('kept.parquet')) });
    expect(parquet.map(({ width, score, url }) => [width, score, url])).toEqual(
      records.map(({ width, score, url }) => [BigInt(width as number), score, url ?? null]),
    );
    await mine(path('kept.parquet'), 'again.parquet', { keep: ['width', 'score'] });
    const again = await parquetReadObjects({ file: await asyncBufferFromFile(path('again.parquet')) });
    expect(again.length).toBeGreaterThan(60);
    expect(
      again.every(({ id, width, score }) => width === BigInt(rowOf(id)!.width) && score === rowOf(id)!.score),
    ).toBe(true);
    const csv = file(
      'keep.csv',
      ['caption,id,Width', ...rows.map(({ caption, id, width }) => `"${caption}",${id},${width}`)].join('\n'),
    );
    await mine(csv, 'csv.jsonl', { keep: ['width'] });
    expect(recordsOf('csv.jsonl')[0]).toMatchObject({ width: '0' });
    const shard = await packTar(
      ...rows.flatMap(({ caption, width }, i) => [
        { name: `${i}.txt`, content: caption },
        ...(i === 1 ? [] : [{ name: `${i}.json`, content: JSON.stringify({ width }) }]),
      ]),
    );
    await mine(file('keep.tar', shard), 'tar.jsonl', { keep: ['width'] });
    const fromTar = recordsOf('tar.jsonl') as (HardNegative & { width?: number })[];
    expect(fromTar.length).toBeGreaterThan(60);
    for (const { id, width } of fromTar) expect(width).toBe(id === '1' ? undefined : Number(id));
  });

  test('a name that is ours, twice there, or nowhere in the file is refused', async () => {
    const refused = (options: Partial<MineFileOptions>, to = 'no.jsonl') =>
      expect(mine(jsonl(), to, options)).rejects;
    await refused({ keep: ['caption'] }).toThrow(
      '--keep must not name "caption", which is a field of our own in jsonl;',
    );
    await refused({ keep: ['scores'] }).toThrow('a field of our own');
    await refused({ keep: ['title'] }, 'no.tsv').toThrow('"title", which is a field of our own in tsv');
    await refused({ keep: ['keyword.x'] }, 'no.parquet').toThrow('a field of our own in parquet');
    await refused({ keep: ['width', 'width'] }).toThrow('--keep names "width" twice; name it once.');
    await refused({ keep: ['height'] }).toThrow(
      '--keep names "height", which none of the first 7 captions has;',
    );
    await expect(mine(file('keep.txt', 'A dog.'), 'no.jsonl', { keep })).rejects.toThrow(
      'which has no fields; leave out --keep,',
    );
    const table = file('no.csv', 'caption\nA dog.');
    await expect(mine(table, 'no.jsonl', { keep })).rejects.toThrow(
      'must name the column "width" of --keep, got caption;',
    );
  });
});

test('files of images stand in the records, COCO’s behind its captions too', async () => {
  const coco = {
    annotations: fixture.map((caption, id) => ({ id, image_id: id % 30, caption })),
    images: fixture.map((_, id) => ({ id, file_name: `${id}.jpg` })),
  };
  await mine(file('files.json', JSON.stringify(coco)), 'files.jsonl');
  await mine(path('files.json'), 'files.parquet');
  const records = recordsOf('files.jsonl');
  expect(records.length).toBeGreaterThan(60);
  for (const { id, imageId, filepath } of records) {
    expect([imageId, filepath]).toEqual([String(Number(id) % 30), `${Number(id) % 30}.jpg`]);
  }
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path('files.parquet')) });
  expect(rows.map(({ filepath }) => filepath)).toEqual(records.map(({ filepath }) => filepath));
});

test('offsets count code points where they are asked to', async () => {
  const texts = file('emoji.txt', '🐶 A dog barks 🐈 at a red cat.\n');
  await mine(texts, 'emoji.jsonl', { offsets: 'codepoints', perCaption: 8 });
  const records = recordsOf('emoji.jsonl');
  expect(records.length).toBeGreaterThan(2);
  for (const { caption, negative, keyword, replacement } of records) {
    expect([...caption].slice(keyword.start, keyword.end).join('')).toBe(keyword.text);
    expect([...negative].slice(replacement.start, replacement.end).join('')).toBe(replacement.text);
  }
});
