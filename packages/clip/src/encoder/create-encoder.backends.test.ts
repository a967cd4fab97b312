import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@slipform/kit/errors/input-error';
import { valuesOf } from '@slipform/kit/testing/read';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { memory, tensor3d, tensor4d } from '@tensorflow/tfjs-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ClipModel } from '../model/clip-model';
import { createClip } from '../model/create-clip';
import { describeOnBackends } from '../testing/backends';
import { tinyConfig } from '../testing/tiny';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import { createEncoder } from './create-encoder';
import { readImage } from './decode-image';
import { normalizePixels } from './preprocess';

const tokenizer = trainTokenizer(['a red square', 'a blue circle']);

describeOnBackends('createEncoder', () => {
  let model: ClipModel;
  const folder = temporaryFolder();
  beforeAll(async () => {
    model = createClip({ ...tinyConfig, text: { ...tinyConfig.text, endToken: tokenizer.endToken } });
  });
  afterAll(async () => {
    model.dispose();
  });

  it('embeds in batches, in order, at unit length, and leaks nothing', async () => {
    const texts = ['a red square', 'a blue circle', '', 'a '.repeat(100), 'zebra'];
    const before = memory().numTensors;
    const whole = await createEncoder(model, tokenizer).embedTexts(texts);
    const parts = await createEncoder(model, tokenizer, { batchSize: 2 }).embedTexts(texts);
    expect(memory().numTensors).toBe(before);
    expect(whole).toHaveLength(5);
    whole.forEach((embedding, row) => {
      expect(Math.hypot(...embedding)).toBeCloseTo(1, 5);
      embedding.forEach((x, i) => {
        expect(parts[row]![i]).toBeCloseTo(x, 5);
      });
    });
  });

  it('takes files, bytes, Blobs and preprocessed pixels alike', async () => {
    const file = join(folder, 'square.png');
    await sharp({ create: { width: 8, height: 8, channels: 3, background: { r: 200, g: 40, b: 90 } } })
      .png()
      .toFile(file);
    const bytes = await readFile(file);
    const pixels = normalizePixels(Uint8Array.from({ length: 192 }, (_, i) => [200, 40, 90][i % 3]!));
    const tensor = tensor3d(pixels, [8, 8, 3]);
    const encoder = createEncoder(model, tokenizer);
    const all = await encoder.embedImages([file, new Uint8Array(bytes), new Blob([bytes]), pixels, tensor]);
    for (const embedding of all) {
      embedding.forEach((x, i) => {
        expect(x).toBeCloseTo(all[0]![i]!, 5);
      });
    }
    const raw = await valuesOf(() => model.encodeImages(tensor4d(pixels, [1, 8, 8, 3])));
    expect(all[0]![0]! / all[0]![1]!).toBeCloseTo(raw[0]! / raw[1]!, 3);
    tensor.dispose();
  });

  it('preprocesses as it is told', async () => {
    const image = { width: 8, height: 8, data: new Uint8Array(192).map((_, i) => (i * 5) % 256) };
    const preprocessing = { size: 8, mean: [0, 0, 0], deviation: [1, 1, 1] } as const;
    const [told] = await createEncoder(model, tokenizer, { preprocessing }).embedImages([image]);
    const [same] = await createEncoder(model, tokenizer).embedImages([
      Float32Array.from(image.data, (x) => x / 255),
    ]);
    told!.forEach((x, i) => {
      expect(x).toBeCloseTo(same![i]!, 5);
    });
  });

  it('cuts the middle out of an image that is not square', async () => {
    const red = { r: 255, g: 0, b: 0 };
    const image = await sharp({
      create: { width: 48, height: 16, channels: 3, background: { r: 0, g: 0, b: 255 } },
    })
      .composite([
        { input: { create: { width: 16, height: 16, channels: 3, background: red } }, left: 16, top: 0 },
      ])
      .png()
      .toBuffer();
    const pixels = await readImage(image, 8);
    const expected = normalizePixels(Uint8Array.of(255, 0, 0));
    const centre = (3 * 8 + 4) * 3;
    for (let c = 0; c < 3; c++) expect(pixels[centre + c]).toBeCloseTo(expected[c]!, 1);
  });

  it('takes raw pixels, RGB and RGBA, as it takes the file of them', async () => {
    const [width, height] = [12, 9];
    const rgb = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * i * 7) % 256);
    const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
    for (let i = 0; i < rgb.length; i++) rgba[4 * Math.floor(i / 3) + (i % 3)] = rgb[i]!;
    const file = await sharp(rgb, { raw: { width, height, channels: 3 } })
      .png()
      .toBuffer();
    const expected = await readImage(file, 8);
    expect(await readImage({ width, height, data: rgb }, 8)).toEqual(expected);
    expect(await readImage({ width, height, data: rgba }, 8)).toEqual(expected);
    const embed = createEncoder(model, tokenizer).embedImages;
    expect(await embed([{ width, height, data: rgba }])).toEqual(await embed([file]));
    await expect(embed([{ width, height: 8, data: rgb }])).rejects.toThrow(
      /raw pixels must be .* got 12×8 and 324 bytes/,
    );
  });

  it('says which image it could not read, and what does not fit', async () => {
    const encoder = createEncoder(model, tokenizer);
    await expect(encoder.embedImages([join(folder, 'missing.png')])).rejects.toThrow(
      /missing.png could not be read/,
    );
    await expect(encoder.embedImages([new Float32Array(7)])).rejects.toThrow(
      /must be \[8, 8, 3\], got 7 numbers/,
    );
    const broken = encoder.embedImages([new Float32Array(192), Uint8Array.of(1, 2, 3)]);
    await expect(broken).rejects.toThrow(/^image 1 could not be read: .*\.$/);
    const other = trainTokenizer(['a red square']);
    expect(() => createEncoder(model, other)).toThrow(/ends a text with 6 and the model reads it at 8/);
    expect(() => createEncoder(model, tokenizer, { preprocessing: { size: 9 } })).toThrow(
      /preprocessing.size must be the model's image size 8, got 9/,
    );
    const misspelt: object = { batchsize: 3 };
    expect(() => createEncoder(model, tokenizer, misspelt)).toThrow(
      /no option "batchsize"; there are batchSize/,
    );
    const asAny = (value: unknown) => value as never;
    const refused: [Promise<unknown>, RegExp][] = [
      [encoder.embedTexts(asAny('x')), /^embedTexts: texts must be an array, got string; put it in \[ \]\.$/],
      [encoder.embedTexts(asAny(['x', 42])), /^embedTexts: texts must be strings, got number at 1\.$/],
      [encoder.embedImages(asAny('x.png')), /^embedImages: images must be an array, got string/],
    ];
    for (const [failed, message] of refused) {
      await expect(failed).rejects.toThrow(message);
      await expect(failed).rejects.toSatisfy(InputError.isInstance);
    }
    expect(() => createEncoder(model, asAny(undefined))).toThrow(
      /^createEncoder: tokenizer must be one of trainTokenizer or loadTokenizer, got undefined/,
    );
    expect(() => createEncoder(asAny({}), tokenizer)).toThrow(
      /^createEncoder: model must be one of createClip/,
    );
    const large = trainTokenizer([Array.from({ length: 30 }, (_, i) => `w${i}`).join(' ')]);
    expect(() => createEncoder(model, large)).toThrow(/the tokenizer has 34 tokens and the model only 20/);
  });
});
