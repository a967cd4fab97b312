import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { InputError } from '@slipform/kit/errors/input-error';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, expect, it } from 'vitest';
import type { TrainBatch } from '../gradients/train-batch';
import { packTar, picture } from '../testing/picture-folder';
import { readSource, sourceFormats } from './open-source';
import { createSkipLog } from './skips';
import { type TrainingData, trainingData } from './training-data';
import type { TrainingDataOptions } from './training-data-options';

const folder = useFolder();
const tokenizer = { encode: (text: string) => [...text].map((letter) => letter.charCodeAt(0)) };
let png: Buffer;
/** Options as JavaScript may hand them to us. */
const misspelt = (options: object): object => options;

beforeAll(async () => {
  png = await picture(10, 20, 30);
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) folder.file(`images/${name}.png`, png);
});

const open = (source: string, options: Partial<TrainingDataOptions> = {}) =>
  trainingData({
    source,
    images: folder.path('images'),
    tokenizer,
    imageSize: 4,
    batchSize: 1,
    workers: 0,
    ...options,
  });

/** What was left out, without the folder's path. */
const told = ({ skipped }: TrainingData) =>
  skipped.first.map(({ place, reason }) =>
    `${place} ${reason}`.replaceAll(folder.path('x').slice(0, -1), ''),
  );

async function first(data: TrainingData, steps = 1): Promise<TrainBatch[]> {
  const batches: TrainBatch[] = [];
  for await (const batch of data.batchesFrom(0)) if (batches.push(batch) === steps) break;
  return batches;
}

it('tables: rows that are broken or lead out of the folder are reported with their line', async () => {
  const source = folder.file(
    'rows.csv',
    Buffer.concat([
      Buffer.from('image,caption\n../a.png,x\n/etc/passwd,x\nhttps://a.b/c.png,x\na.png\n\n"a\0.png",x\n'),
      Buffer.from([...Buffer.from('a.png,'), 0xff, 10]),
      Buffer.from(
        `a.png,\n,x\n${folder.path('images/b.png')},"two\nlines"\nimages/../../c.png,x\na.png,5" wide\na.png,5" wide\n`,
      ),
    ]),
  );
  const data = await open(source);
  expect(data.counts).toEqual({ images: 2, captions: 2, negatives: 0 });
  expect(told(data)).toEqual([
    'rows.csv line 2 names an image outside of the image folder: "../a.png"',
    'rows.csv line 3 names an image outside of the image folder: "/etc/passwd"',
    'rows.csv line 4 names an image by its URL; download it first',
    'rows.csv line 5 has 1 column where the header has 2',
    'rows.csv line 7 names an image with a control character in its name',
    'rows.csv line 8 is not UTF-8',
    'rows.csv line 9 has no caption',
    'rows.csv line 10 names no image',
    'rows.csv line 13 names an image outside of the image folder: "images/../../c.png"',
    'rows.csv line 15 repeats a caption of its image',
  ]);
});

it('JSON: what is no object, no caption or not its own field brings nothing', async () => {
  const source = folder.file(
    'rows.jsonl',
    [
      '{"__proto__":{"image":"a.png","caption":"x"}}',
      '[1]',
      '{"image":"a.png","caption":7}',
      '{"image":["a.png"],"caption":"x"}',
      '{"image":"a.png","caption":"x","neg_caption":["y",3]}',
      `{"image":"a.png","caption":"${'x'.repeat(5 * 2 ** 20)}"}`,
      '{"url":"https://a","caption":"x"}',
      '{"image":"a.png","caption":"x","constructor":1,"id":"__proto__"}',
    ].join('\n'),
  );
  const data = await open(source);
  expect(data.counts.captions).toBe(1);
  expect(told(data)).toEqual([
    'rows.jsonl line 1 has no caption',
    'rows.jsonl line 2 is no JSON object',
    'rows.jsonl line 3 has a caption that is no text',
    'rows.jsonl line 4 names no image',
    'rows.jsonl line 5 has a hard caption that is no text: "3"',
    'rows.jsonl line 6 is longer than 4 MiB',
    'rows.jsonl line 7 names its image by a URL only; download it first',
  ]);
  const coco = folder.file(
    'coco.json',
    JSON.stringify({
      images: [{ id: 1, file_name: 'a.png' }, { id: 1, file_name: 'b.png' }, { file_name: 'c.png' }, 7],
      annotations: [{ image_id: 1, caption: 'x' }, { image_id: 9, caption: 'x' }, null],
    }),
  );
  expect(told(await open(coco))).toEqual([
    'coco.json image 2 has the id of another image',
    'coco.json image 3 has no id',
    'coco.json image 4 has no id',
    'coco.json annotation 3 is no JSON object',
    'coco.json annotation 2 names no image',
  ]);
});

it('Karpathy: fields of other names and splits that are not there are refused, broken sentences told', async () => {
  const images = [
    { filename: 'a.png', split: 'train', sentences: [{ raw: 'x' }, { raw: 7 }] },
    { filename: 'b.png', split: 'train', sentences: [{ raw: 'y' }] },
    { split: 'train', sentences: [{ raw: 'z' }] },
    { filename: '../c.png', split: 'restval', sentences: [{ raw: 'z' }] },
    { filename: 'd.png', split: 'test', sentences: [{ raw: 'w' }] },
  ];
  const source = folder.file('karpathy.json', JSON.stringify({ images }));
  expect(told(await open(source))).toEqual([
    'karpathy.json image 1 has a sentence (2) without a "raw" that is a text',
    'karpathy.json image 3 names no image',
    'karpathy.json image 4 names an image outside of the image folder: "../c.png"',
  ]);
  await expect(open(source, { fields: { caption: 'raw' } })).rejects.toThrow(
    /karpathy\.json holds Karpathy's splits, whose fields have their own names; leave out fields\.caption\.$/,
  );
  await expect(open(source, { split: ['val', 'dev'] })).rejects.toThrow(
    /karpathy\.json has no image of the split val or dev; it has train, restval, test\.$/,
  );
  await expect(open(source, misspelt({ split: 7 }))).rejects.toThrow(
    /split must be the name of a split or a list, each the name of a split, got 7/,
  );
});

it('shards: a sample without a caption is told, and members that do not lie together end the reading', async () => {
  const bare = folder.file(
    'bare.tar',
    await packTar(
      { name: '1.png', content: png },
      { name: '2.png', content: png },
      { name: '2.txt', content: 'x' },
    ),
  );
  expect(told(await open(bare))).toEqual(['bare.tar sample "1" has no caption']);
  const byType = folder.file(
    'by-type.tar',
    await packTar(
      { name: '1.png', content: png },
      { name: '2.png', content: png },
      { name: '1.txt', content: 'x' },
      { name: '2.txt', content: 'y' },
    ),
  );
  const opened = open(byType);
  await expect(opened).rejects.toThrow(
    /by-type\.tar: the members of sample "1" do not lie next to each other; write the shard sorted by name/,
  );
  await expect(opened).rejects.toSatisfy(InputError.isInstance);
  const embedded = async (needs: { image: boolean; caption: boolean }) => {
    const skips = createSkipLog();
    const ids: string[] = [];
    for await (const { id } of readSource({ source: byType }, needs, skips, 'embed')) ids.push(id);
    return { ids, skipped: skips.count };
  };
  expect(await embedded({ image: true, caption: false })).toEqual({ ids: ['1', '2'], skipped: 0 });
  await expect(embedded({ image: false, caption: true })).rejects.toThrow(
    /sample "1" do not lie next to each/,
  );
  // A whole sample under a key that was there is a sample of its own.
  const twice = folder.file(
    'twice.tar',
    await packTar(
      ...['1', '2', '1'].flatMap((key, i) => [
        { name: `${key}.png`, content: png },
        { name: `${key}.txt`, content: `x ${i}` },
      ]),
    ),
  );
  expect((await open(twice)).counts.captions).toBe(3);
});

it('shards: members that lie outside, are links, sparse or twice are reported', async () => {
  const good = (key: string) => [
    { name: `${key}.png`, content: png },
    { name: `${key}.txt`, content: key },
  ];
  const source = folder.file(
    'hostile.tar',
    await packTar(
      { name: '../x.png', content: png },
      { name: '/y.png', content: png },
      ...good('a'),
      { name: 'a.png', content: png },
      { name: 'l.png', type: 'symlink', linkname: '/etc/passwd' },
      { name: 's.png', content: png, pax: { 'GNU.sparse.major': '1' } },
      { name: 'noextension', content: png },
      { name: 'big.txt', content: 'x'.repeat(5 * 2 ** 20) },
      { name: 'u.png', content: png },
      { name: 'u.txt', content: Buffer.from([0xff]) },
      { name: 'n.txt', content: 'no image' },
      { name: 'j.png', content: png },
      { name: 'j.json', content: '{' },
      { name: 'r.png', content: png },
      { name: 'r.txt', content: 'r' },
      { name: 'r.negatives.json', content: '[{"caption":"other","negative":"x"},{"negative":"y"},7]' },
    ),
  );
  const data = await open(source);
  expect(data.counts).toEqual({ images: 2, captions: 2, negatives: 1 });
  expect(told(data)).toEqual([
    'hostile.tar member "../x.png" would lie outside of the folder',
    'hostile.tar member "/y.png" would lie outside of the folder',
    'hostile.tar member "a.png" is there twice; the first is taken',
    'hostile.tar member "l.png" is no plain file but a symlink',
    'hostile.tar member "s.png" is a sparse file',
    'hostile.tar member "noextension" has no key and extension',
    'hostile.tar member "big.txt" has more than 4 MiB',
    'hostile.tar sample "u" has a .txt that is not UTF-8',
    'hostile.tar sample "n" has no image',
    'hostile.tar sample "j" has a .json that is not JSON',
    'hostile.tar sample "r" negative 1 was made from another caption: "other"',
    'hostile.tar sample "r" negative 3 is no JSON object',
  ]);
});

it('broken images are reported once, and others take their places, whatever came before', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  folder.file('images/broken.png', png.subarray(0, 40));
  folder.file('images/text.png', 'no image');
  folder.file('images/empty.png', '');
  folder.file('images/folder.png/x', '');
  await symlink('/dev/null', folder.path('images/device.png'));
  await symlink('loop.png', folder.path('images/loop.png'));
  const bad = ['broken', 'text', 'empty', 'folder', 'device', 'loop', 'missing'];
  const source = folder.file(
    'some-broken.csv',
    `image,caption\n${[...names, ...bad].map((name) => `${name}.png,${name}\n`).join('')}`,
  );
  const seen: string[] = [];
  const data = await open(source, { batchSize: 3, onSkip: ({ place }) => seen.push(place) });
  const batches = await first(data, 12);
  const captions = (batch: TrainBatch) =>
    (batch.tokens as number[][]).map((codes) => String.fromCharCode(...codes));
  for (const batch of batches) {
    expect((batch.images as Float32Array).length).toBe(3 * 4 * 4 * 3);
    expect(new Set(captions(batch)).size).toBe(3);
    expect(captions(batch).every((text) => names.includes(text))).toBe(true);
  }
  expect(data.skipped.count).toBe(7);
  expect(seen).toHaveLength(7);
  const reasons = told(data).map((line) => line.replace(/^some-broken.csv line \d+: images\//, ''));
  expect(reasons.sort()).toEqual([
    expect.stringMatching(/^broken\.png could not be read: .*/),
    'device.png could not be read: it is no plain file',
    'empty.png could not be read: it is empty',
    'folder.png could not be read: it is a folder',
    'loop.png could not be read: there is no such file',
    'missing.png could not be read: there is no such file',
    expect.stringMatching(/^text\.png could not be read: .*unsupported image format/),
  ]);
  // A run that goes on has met none of them, and gets the same.
  const resumed: TrainBatch[] = [];
  for await (const batch of (await open(source, { batchSize: 3 })).batchesFrom(7)) {
    if (resumed.push(batch) === 5) break;
  }
  expect(resumed).toEqual(batches.slice(7));

  // Nothing is left to take the place of most of a batch: it is smaller; of all of it: the run ends.
  const few = folder.file('few.csv', 'image,caption\na.png,a\nmissing.png,b\ntext.png,c\n');
  const [small] = await first(await open(few, { batchSize: 3 }));
  expect(captions(small!)).toEqual(['a']);
  expect((small!.images as Float32Array).length).toBe(4 * 4 * 3);
  const none = folder.file('none.csv', 'image,caption\nmissing.png,b\ntext.png,c\n');
  await expect(first(await open(none, { batchSize: 2 }))).rejects.toThrow(
    /no image of step 1 could be read: .* could not be read/,
  );
});

it('says in one sentence what is wrong with a source or an option', async () => {
  const good = folder.file('good.csv', 'image,caption\na.png,x\n');
  const failures: [() => Promise<unknown>, RegExp][] = [
    [() => open('nowhere.csv'), /^trainingData: cannot read nowhere.csv: there is no such file or folder\.$/],
    [
      () => open(folder.path('images/a.png')),
      /cannot tell the format of .*a.png by its name; set format to csv/,
    ],
    [
      async () => open(folder.file('h.csv', 'a,b\n1,2\n')),
      /must name a column "filepath" or "file_name".*got a, b; name it in fields\.image/,
    ],
    [async () => open(folder.file('empty.csv', '')), /holds no image with a caption: there are no rows/],
    [
      async () => open(folder.file('out.csv', 'image,caption\n../x,y\n')),
      /holds no image with a caption: .*out.csv line 2 names an image outside/,
    ],
    [
      () => open('/dev/zero', { format: 'csv' }),
      /cannot read \/dev\/zero: it is a device, which may have no end; /,
    ],
    [() => open(`/${'x'.repeat(300)}.csv`), /^trainingData: cannot read .*: the name is too long\.$/],
    [
      async () => open(folder.file('z.tar', gzipSync(randomBytes(2000)))),
      /z\.tar is gzip and no tar; gunzip it, for a tar is read at any place\.$/,
    ],
    [async () => open(folder.file('x.tar.gz', '')), /is compressed; gunzip it/],
    [
      () => open('a-{3..1}.csv'),
      /^trainingData: a-\{3\.\.1\}\.csv: a brace list names files that are there, and 3 of 3 are/,
    ],
    [() => open(good, { batchSize: 2 }), /batchSize must be at most 1, the pairs that there are, got 2/],
    [() => open(good, { batchSize: 0 }), /batchSize must be an integer of at least 1, got 0/],
    [() => open(good, { seed: Number.NaN }), /seed must be an integer of at least 0, got NaN/],
    [
      () => open(good, { perCaption: 2, layout: 'triplet' }),
      /takes one hard caption for each pair, got perCaption 2/,
    ],
    [() => open(good, misspelt({ lastbatch: 'keep' })), /there is no option "lastbatch"/],
    [
      () => open(good, misspelt({ layout: 'pared' })),
      /layout must be one of captions, triplet, paired, got "pared"/,
    ],
    [() => open(good, misspelt({ fields: { picture: 'x' } })), /there is no option "fields.picture"/],
    [
      () => open(good, { fields: { caption: 'story' } }),
      /must name the column "story" of fields\.caption, got image, caption; name one of these/,
    ],
    [
      () => open(good, { fields: { negative: 'neg_captoin' } }),
      /must name the column "neg_captoin" of fields\.negative, got image, caption; name one of these/,
    ],
    [
      () => open(good, { images: folder.path('photo') }),
      /^trainingData: images must be a folder, got ".*photo": there is no such file or folder\.$/,
    ],
    [() => open(good, { images: good }), /images must be a folder, got the file ".*"; pass its folder\.$/],
    [() => open(good, { hardImages: folder.path('photo') }), /hardImages must be a folder, got/],
  ];
  for (const [start, message] of failures) {
    const failure = start();
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toSatisfy(InputError.isInstance);
  }
  const data = await open(good);
  await expect(data.batchesFrom(-1).next()).rejects.toThrow(/step must be an integer from 0, got -1/);
});

it('what cannot be opened is one sentence in every format', async () => {
  const socket = folder.path('live.sock');
  const server = createServer().listen(socket);
  await once(server, 'listening');
  for (const format of sourceFormats) {
    const failure = open(socket, { format });
    await expect(failure).rejects.toThrow(/live\.sock/);
    await expect(failure).rejects.toSatisfy(InputError.isInstance);
  }
  server.close();
});

it('many captions of one image, and many captions of one id, take the work of their number', async () => {
  const count = 3000;
  const rows = Array.from({ length: count }, (_, i) => `a.png,A dog ${i}.,same\n`);
  const source = folder.file('one-image.csv', `image,caption,id\n${rows.join('')}`);
  const negatives = folder.file(
    'one-id.jsonl',
    `{"id":"same","negative":"x"}\n${Array.from({ length: count }, (_, i) => `{"id":"same","caption":"A dog ${i}.","negative":"A cat ${i}."}\n`).join('')}`,
  );
  const data = await open(source, { negatives });
  expect(data.counts).toMatchObject({ captions: count, negatives: count });
  expect(told(data)).toEqual(['one-id.jsonl line 1 has an id that more than 1000 captions share']);
});
