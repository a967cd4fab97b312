import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { negClipLoss } from '@slipform/cement-loss';
import { runHere } from '@slipform/kit/testing/run-here';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, expect, it, vi } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { runCommand } from '../command';
import type { ClipEncoder } from '../encoder/clip-encoder';
import { createEncoder } from '../encoder/create-encoder';
import { loadEncoder } from '../encoder/load-encoder';
import type { TrainBatch } from '../gradients/train-batch';
import { createClip } from '../model/create-clip';
import { packTar, picture } from '../testing/picture-folder';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import { adamW } from '../training/adamw';
import { trainClip } from '../training/train-clip';
import { trainingData } from './training-data';
import type { TrainingDataOptions } from './training-data-options';

// Pictures are decoded without threads, whose file is built.
vi.mock('./decode-images', async (original) => {
  const real = await original<typeof import('./decode-images')>();
  const openDecoders: typeof real.openDecoders = (_, ...rest) => real.openDecoders(0, ...rest);
  return { ...real, openDecoders };
});

const folder = useFolder();
const count = 6;
const captionOf = (i: number) => `picture number n${i}`;
const tokenizer = trainTokenizer(Array.from({ length: count }, (_, i) => `${captionOf(i)} drawing`));
let encoder: ClipEncoder;

function makeModel(seed: number) {
  const tower = { width: 8, layers: 1, heads: 1 };
  const text = { ...tower, vocabularySize: tokenizer.vocabularySize, contextLength: 6 };
  const image = { ...tower, imageSize: 8, patchSize: 4 };
  return createEncoder(createClip({ embeddingSize: 4, image, text }, { seed }), tokenizer);
}

const embed = async (...args: string[]) => {
  const { code, stderr } = await runHere('slipform-clip', runCommand, ['embed', ...args], folder.path(''));
  expect(stderr).toBe('');
  expect(code).toBe(0);
};

beforeAll(async () => {
  await useBackend('cpu');
  for (const [name, seed] of [
    ['model', 1],
    ['other', 2],
  ] as const)
    await makeModel(seed).save(folder.path(name));
  for (let i = 0; i < count; i++) folder.file(`photos/${i}.png`, await picture(40 * i, 0, 255));
  const rows = Array.from({ length: count }, (_, i) => `${i}.png,${captionOf(i)},drawing number n${i}`);
  folder.file('pairs.csv', `image,caption,negative\n${rows.join('\n')}\n`);
  encoder = await loadEncoder(folder.path('model'));
  await embed('model', 'photos', '-o', 'features/', '--backend', 'cpu');
});

const open = (options: Partial<TrainingDataOptions> = {}) =>
  trainingData({
    ...{ source: folder.path('pairs.csv'), images: folder.path('photos'), encoder, batchSize: 3 },
    imageEmbeddings: folder.path('features'),
    ...options,
  });

async function firstBatch(options: Partial<TrainingDataOptions> = {}): Promise<TrainBatch> {
  const data = await open(options);
  try {
    for await (const batch of data.batchesFrom(1)) return batch;
  } finally {
    await data.close();
  }
  throw new Error('no batch');
}

it('holds the embeddings of the pictures that the batch would have held', async () => {
  const { imageEmbeddings, images, ...rest } = await firstBatch();
  expect(images).toBeUndefined();
  const { imageEmbeddings: _, images: pixels, ...same } = await firstBatch({ imageEmbeddings: undefined! });
  expect(rest).toEqual(same);
  const each = (pixels as Float32Array).length / 3;
  const rows = Array.from({ length: 3 }, (_, i) =>
    (pixels as Float32Array).subarray(i * each, (i + 1) * each),
  );
  const expected = (await encoder.embedImages(rows)).flatMap((row) => [...row]);
  const found = [...(imageEmbeddings as Float32Array)];
  found.forEach((x, i) => {
    expect(x).toBeCloseTo(expected[i]!, 5);
  });
});

it('holds what the start makes of a batch, of pictures and of captions, as a teacher', async () => {
  for (const imageEmbeddings of [folder.path('features'), undefined!]) {
    const teacher = folder.path('features');
    const { teacher: found, ...rest } = await firstBatch({ imageEmbeddings, teacher });
    expect(rest).toEqual(await firstBatch({ imageEmbeddings }));
    expect(found!.images).toEqual((await firstBatch()).imageEmbeddings);
    const texts = (rest.tokens as number[][]).map((ids) => tokenizer.vocabulary[ids.at(-2)! - 2]!);
    const expected = await encoder.embedTexts(texts.map((name) => `picture number ${name}`));
    expect([...(found!.captions as Float32Array)]).toEqual(expected.flatMap((row) => [...row]));
    expect(found!.logitScale).toBeCloseTo(1 / 0.07, 3);
  }
  await expect(firstBatch({ teacher: folder.path('photos') })).rejects.toThrow(
    /^trainingData: teacher: \S+photos holds no \.npy; write it with/,
  );
  const { embedTexts: _, ...less } = encoder;
  await expect(firstBatch({ teacher: folder.path('features'), encoder: less })).rejects.toThrow(
    'trainingData: teacher needs an encoder with embedTexts',
  );
});

it('takes one file, and the source itself that was embedded, in shards too', async () => {
  const whole = await firstBatch();
  expect(await firstBatch({ imageEmbeddings: folder.path('features/photos.npy') })).toEqual(whole);
  await embed(
    'model',
    'pairs.csv',
    '--images',
    '--image-folder',
    'photos',
    '-o',
    'by-table/',
    '--backend',
    'cpu',
  );
  expect(await firstBatch({ imageEmbeddings: folder.path('by-table') })).toEqual(whole);
  const members = await Promise.all(
    [0, 1, 2, 3]
      .flatMap((i) => [
        { name: `${i}.png`, read: () => readFile(folder.path(`photos/${i}.png`)) },
        { name: `${i}.txt`, read: async () => captionOf(i) },
      ])
      .map(async ({ name, read }) => ({ name, content: await read() })),
  );
  folder.file('0.tar', await packTar(...members));
  await embed('model', '0.tar', '-o', 'by-shard/', '--images', '--backend', 'cpu');
  const batch = await firstBatch({ source: folder.path('0.tar'), imageEmbeddings: folder.path('by-shard') });
  expect(batch.imageEmbeddings).toHaveLength(3 * 4);
});

it('leaves out what has no embedding, and trains the text tower on the rest', async () => {
  folder.file(
    'more.csv',
    `image,caption,negative\n9.png,nine,ten\n${(await readFile(folder.path('pairs.csv'), 'utf8')).split('\n').slice(1).join('\n')}`,
  );
  const trained = await loadEncoder(folder.path('model'));
  const data = await open({ source: folder.path('more.csv'), encoder: trained });
  expect(data.size).toBe(count);
  expect(data.skipped.byReason).toEqual({ 'has an image without an embedding': 1 });
  expect(data.inputs).toContain(folder.path('features/photos.npy'));
  const optimizer = adamW({ learningRate: 0.01 });
  const losses: number[] = [];
  await trainClip({
    ...{ model: trained.model, data, optimizer, steps: 40, rank: 2, trainable: 'text_*' },
    loss: (batch, { logitScale }) => negClipLoss(batch, { logitScale }),
    observe: [({ loss }) => void losses.push(loss)],
  }).finally(() => data.close());
  optimizer.dispose();
  expect(losses.at(-1)).toBeLessThan(losses[0]!);
  // What was trained is another model from here on.
  await expect(open({ encoder: trained })).rejects.toThrow('not yet trained');
});

it.each<[string, () => Partial<TrainingDataOptions>, RegExp]>([
  [
    'no such path',
    () => ({ imageEmbeddings: folder.path('none') }),
    /^trainingData: imageEmbeddings must be a \.npy or a folder that slipform-clip embed wrote, got ".*none": .*\.$/,
  ],
  [
    'a folder without one',
    () => ({ imageEmbeddings: folder.path('photos') }),
    /photos holds no \.npy; write it with slipform-clip embed MODEL IMAGES -o .*photos\/\.$/,
  ],
  [
    'layouts with images',
    () => ({ layout: 'triplet' }),
    /must stand without layout triplet, which needs the images themselves/,
  ],
  ['augment', () => ({ augment: true }), /must stand without augment/],
  ['a preprocessing', () => ({ preprocessing: { size: 8 } }), /must stand without preprocessing/],
  [
    'an encoder of parts',
    () => ({ encoder: makeModel(1) }),
    /needs an encoder whose files are known.*pass encoder: await loadEncoder/,
  ],
])('refuses %s', async (_, options, message) => {
  await expect(open(options())).rejects.toThrow(message);
});

it('says how the images are called here and there where none is the same', async () => {
  folder.file('prefixed.csv', 'image,caption\nphotos/0.png,a\nphotos/1.png,b\n');
  await expect(
    trainingData({
      ...{ source: folder.path('prefixed.csv'), encoder, batchSize: 1 },
      imageEmbeddings: folder.path('features'),
    }),
  ).rejects.toThrow(
    /features holds no image of the source: names there are like "0\.png", here like "photos\/0\.png"; name in images the folder that was embedded, or embed the source itself, with --images\.$/,
  );
});

it('refuses a row of zeros or NaN, also where the record is right', async () => {
  await embed('model', 'photos', '-o', 'rows/', '--backend', 'cpu');
  const [file, record] = [folder.path('rows/photos.npy'), folder.path('rows/photos.npy.done.json')];
  for (const [value, length] of [
    [0, '0'],
    [Number.NaN, 'NaN'],
  ] as const) {
    const bytes = await readFile(file);
    for (let i = 1; i <= 4; i++) bytes.writeFloatLE(value, bytes.length - 4 * i);
    await writeFile(file, bytes);
    const done = JSON.parse(await readFile(record, 'utf8'));
    done.output.sha256 = createHash('sha256').update(bytes).digest('hex');
    await writeFile(record, JSON.stringify(done));
    await expect(open({ imageEmbeddings: folder.path('rows') })).rejects.toThrow(
      `has an embedding of length ${length} for the image "5.png", which has no direction`,
    );
  }
});

it('refuses embeddings of another model or preprocessing, of texts, without a record, twice, and that were changed', async () => {
  const other = await loadEncoder(folder.path('other'));
  await expect(open({ encoder: other })).rejects.toThrow(
    /^trainingData: imageEmbeddings: .*photos\.npy is of another model, or of another preprocessing, than the encoder; embed the images with the model that is trained: slipform-clip embed MODEL IMAGES -o FOLDER\/\.$/,
  );
  await makeModel(1).save(folder.path('light'));
  const preprocessing = JSON.parse(await readFile(folder.path('light/preprocessor_config.json'), 'utf8'));
  await writeFile(
    folder.path('light/preprocessor_config.json'),
    JSON.stringify({ ...preprocessing, image_mean: [0.1, 0.2, 0.3] }),
  );
  await expect(open({ encoder: await loadEncoder(folder.path('light')) })).rejects.toThrow(
    'of another preprocessing',
  );

  folder.file('words.txt', 'a\nb\n');
  await embed('model', 'words.txt', '-o', 'texts/', '--backend', 'cpu');
  await expect(open({ imageEmbeddings: folder.path('texts') })).rejects.toThrow(
    'must be of images, and is of texts',
  );

  await embed('model', 'photos', '-o', 'alone.npy', '--backend', 'cpu');
  await expect(open({ imageEmbeddings: folder.path('alone.npy') })).rejects.toThrow(
    /alone\.npy must have .*alone\.npy\.done\.json beside it, which says what model made it/,
  );

  folder.file('again/0.png', await picture(1, 2, 3));
  await embed('model', 'photos', 'again', '-o', 'twice/', '--backend', 'cpu');
  await expect(open({ imageEmbeddings: folder.path('twice') })).rejects.toThrow(
    /the image "0\.png" is there twice, in /,
  );

  await embed('model', 'photos', '-o', 'changed/', '--backend', 'cpu');
  const ids = folder.path('changed/photos.ids.txt');
  await rename(ids, `${ids}.old`);
  await writeFile(ids, (await readFile(`${ids}.old`, 'utf8')).replace('0.png', '9.png'));
  await expect(open({ imageEmbeddings: folder.path('changed') })).rejects.toThrow(
    'has changed since it was written',
  );
});
