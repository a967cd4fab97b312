import { hashNumbers } from '@slipform/kit/random/hash';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RawImage } from '../encoder/encoder';
import { preprocess } from '../encoder/preprocess';
import type { TrainBatch } from '../gradients/train-batch';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import { AUGMENT, type Augment, type AugmentOptions, drawView, mayFlip, viewPixels } from './augment';
import { trainingData } from './training-data';
import type { TrainingDataOptions } from './training-data-options';

const defaults: Augment = AUGMENT.read({});
const seeds = Array.from({ length: 400 }, (_, i) => hashNumbers([i]));
const size = 8;

/** No pixel like another. */
function gradient(width: number, height: number): RawImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data.set([(255 * x) / width, (255 * y) / height, (37 * x + 91 * y) % 256], 3 * (y * width + x));
    }
  }
  return { width, height, data };
}

describe('a view', () => {
  it('lies within the picture, and has a share and a ratio that are permitted', () => {
    const options = { scale: [0.2, 0.6], ratio: [0.5, 1.5] } as const;
    const shares: number[] = [];
    for (const seed of seeds) {
      const { left, top, width, height } = drawView({ width: 300, height: 200 }, options, {
        seed,
        mayFlip: false,
      });
      expect(Math.min(left, top, width - 1, height - 1)).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(300);
      expect(top + height).toBeLessThanOrEqual(200);
      shares.push((width * height) / 60_000);
      expect(width / height).toBeGreaterThan(0.48);
      expect(width / height).toBeLessThan(1.52);
    }
    // Uniform in the scale.
    expect(Math.min(...shares)).toBeGreaterThan(0.19);
    expect(Math.max(...shares)).toBeLessThan(0.61);
    expect(shares.reduce((a, b) => a + b, 0) / shares.length).toBeCloseTo(0.4, 1);
  });

  it('is the largest middle part of a permitted ratio where none of ten fits, as torchvision has it', () => {
    const whole = { scale: [1, 1], ratio: [3 / 4, 4 / 3] } as const;
    const at = { seed: 1, mayFlip: false };
    expect(drawView({ width: 100, height: 20 }, whole, at)).toMatchObject({
      left: 36,
      top: 0,
      width: 27,
      height: 20,
    });
    expect(drawView({ width: 20, height: 100 }, whole, at)).toMatchObject({
      left: 0,
      top: 36,
      width: 20,
      height: 27,
    });
    expect(drawView({ width: 1, height: 9 }, whole, at)).toMatchObject({ left: 0, width: 1, height: 1 });
  });

  it('is mirrored every second time, where it may be', () => {
    const count = (flip: boolean) =>
      seeds.filter((seed) => drawView({ width: 9, height: 9 }, defaults, { seed, mayFlip: flip }).isMirrored)
        .length;
    expect(count(false)).toBe(0);
    expect(count(true) / seeds.length).toBeCloseTo(0.5, 1);
    // Whether it may decides nothing else.
    for (const seed of seeds.slice(0, 20)) {
      const { isMirrored: _, ...flipped } = drawView({ width: 90, height: 50 }, defaults, {
        seed,
        mayFlip: true,
      });
      expect(drawView({ width: 90, height: 50 }, defaults, { seed, mayFlip: false })).toMatchObject(flipped);
    }
  });

  it('gives the pixels of the part, as if it had been cut out before', () => {
    const image = gradient(40, 30);
    const view = { left: 7, top: 4, width: 20, height: 15, isMirrored: false };
    const cut = new Uint8Array(view.width * view.height * 3);
    for (let y = 0; y < view.height; y++) {
      const start = 3 * ((view.top + y) * image.width + view.left);
      cut.set(image.data.subarray(start, start + 3 * view.width), 3 * y * view.width);
    }
    const plain = viewPixels(image, { size }, view);
    expect(plain).toEqual(preprocess({ width: 20, height: 15, data: cut }, { size, fit: 'squash' }));
    const mirrored = viewPixels(image, { size }, { ...view, isMirrored: true });
    const pixel = (pixels: Float32Array, x: number, y: number) =>
      Array.from(pixels.subarray(3 * (y * size + x), 3 * (y * size + x) + 3));
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) expect(pixel(mirrored, x, y)).toEqual(pixel(plain, size - 1 - x, y));
    }
    expect(mirrored).not.toEqual(plain);
  });
});

it.each<[string, AugmentOptions, readonly string[], boolean]>([
  ['no flip', {}, ['a dog'], false],
  ['a flip', { flip: true }, ['a dog'], true],
  ['a caption with a side', { flip: true }, ['a dog left of a cat'], false],
  ['a hard caption with a side', { flip: true }, ['a dog', 'a dog on the Right-hand side'], false],
  ['a word that only looks like one', { flip: true }, ['a copyright sign'], true],
  ['any', { flip: true, flipUnless: null }, ['a dog left of a cat'], true],
  ['another language', { flip: true, flipUnless: /\blinks\b/g }, ['links ein Hund'], false],
])('%s: whether a picture may be mirrored', (_, options, texts, expected) => {
  const read = AUGMENT.read(options);
  for (let turn = 0; turn < 2; turn++) expect(mayFlip(read, texts)).toBe(expected);
});

describe('trainingData({ augment })', () => {
  const folder = useFolder();
  const captions = ['a dog', 'a dog left of a cat', 'a cat', 'a fish'];
  const tokenizer = trainTokenizer([...captions, 'a hard one']);
  beforeAll(async () => {
    const rows = await Promise.all(
      captions.map(async (caption, i) => {
        const { width, height, data } = gradient(40 + i, 30);
        const png = await sharp(data, { raw: { width, height, channels: 3 } })
          .png()
          .toBuffer();
        folder.file(`${i}.png`, png);
        return `${i}.png,${caption},a hard one,${i}.png\n`;
      }),
    );
    folder.file('pairs.csv', `image,caption,negative,hard_image\n${rows.join('')}`);
  });

  async function take(more: Partial<TrainingDataOptions>, from = 0, steps = 3): Promise<TrainBatch[]> {
    const source = folder.path('pairs.csv');
    const data = await trainingData({
      source,
      tokenizer,
      imageSize: size,
      batchSize: 4,
      workers: 0,
      ...more,
    });
    const batches: TrainBatch[] = [];
    for await (const batch of data.batchesFrom(from)) {
      batches.push(batch);
      if (batches.length === steps) break;
    }
    await data.close();
    return batches;
  }
  const imagesOf = (batches: TrainBatch[]) => batches.map(({ images }) => images);

  it('is off by default, shows other views at each step, and the same ones from any step on', async () => {
    const plain = await take({});
    expect(await take({ augment: false })).toEqual(plain);
    const whole = await take({ augment: true }, 0, 5);
    expect(imagesOf(whole.slice(0, 3))).not.toEqual(imagesOf(plain));
    expect(whole.map(({ tokens }) => tokens).slice(0, 3)).toEqual(plain.map(({ tokens }) => tokens));
    expect(await take({ augment: { scale: [0.9, 1] }, ahead: 0 }, 2, 3)).toEqual(whole.slice(2));
    expect(imagesOf(await take({ augment: true, seed: 1 }, 0, 1))).not.toEqual(imagesOf(whole.slice(0, 1)));
    // One picture in two steps.
    const [first, second] = await take(
      { augment: true, captions: 'all', batchSize: 1, source: folder.path('pairs.csv') },
      0,
      8,
    ).then((batches) =>
      batches.filter(({ tokens }) => String(tokens) === String([tokenizer.encode('a cat')])),
    );
    expect(first!.images).not.toEqual(second!.images);
  });

  it('shows the image of a hard caption as the image of its row', async () => {
    const batches = await take({ augment: { scale: [0.3, 0.8], flip: true }, layout: 'triplet' });
    expect(batches.length).toBeGreaterThan(0);
    for (const batch of batches) {
      expect(batch.hardImages).toEqual(batch.images);
    }
  });

  it('refuses options out of range', async () => {
    const refused: [object, RegExp][] = [
      [
        { scale: [0, 1] },
        /^trainingData: augment.scale must be two numbers above 0 and up to 1, the smaller/,
      ],
      [{ scal: [1, 1] }, /^trainingData: there is no option "augment.scal"/],
      [[1], /^trainingData: augment must be true or false/],
    ];
    for (const [augment, message] of refused) await expect(take({ augment })).rejects.toThrow(message);
  });
});
