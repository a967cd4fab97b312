import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '@slipform/kit/errors/input-error';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { byteError, pictures } from '../testing/picture-fixtures';
import { readImage } from './decode-image';
import { clipDeviation, clipMean } from './preprocess';

const [width, height] = [48, 32];
/** Blocks of a colour each, so that a decoder's rounding is all that differs. */
const blocks = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
  const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
  return (Math.floor(x / 8) * 61 + Math.floor(y / 8) * 97 + (i % 3) * 43) % 256;
});
const picture = () => sharp(blocks, { raw: { width, height, channels: 3 } });
const raw = { width, height, data: blocks };
const toBytes = (pixels: Float32Array) =>
  Uint8Array.from(pixels, (x, i) => Math.round(255 * (x * clipDeviation[i % 3]! + clipMean[i % 3]!)));
const largestDifference = (a: Float32Array, b: Float32Array) =>
  toBytes(a).reduce((most, x, i) => Math.max(most, Math.abs(x - toBytes(b)[i]!)), 0);

describe('readImage', () => {
  let expected: Float32Array;
  beforeAll(async () => {
    expected = await readImage(raw, 16);
  });

  it('gives the same pixels from every lossless format', async () => {
    const formats = {
      png: await picture().png().toBuffer(),
      'png with a palette': await picture().png({ palette: true }).toBuffer(),
      'png of 16 bits': await picture().toColourspace('rgb16').png().toBuffer(),
      webp: await picture().webp({ lossless: true }).toBuffer(),
      tiff: await picture().tiff({ compression: 'lzw' }).toBuffer(),
      avif: await picture().avif({ lossless: true, chromaSubsampling: '4:4:4' }).toBuffer(),
      gif: await picture().gif({ dither: 0 }).toBuffer(),
    };
    for (const [name, file] of Object.entries(formats)) {
      expect(largestDifference(await readImage(file, 16), expected), name).toBeLessThanOrEqual(
        name === 'avif' ? 3 : 1,
      );
    }
  });

  it('gives nearly the same from JPEG, progressive or not', async () => {
    for (const progressive of [false, true]) {
      const file = await picture().jpeg({ quality: 98, chromaSubsampling: '4:4:4', progressive }).toBuffer();
      expect(largestDifference(await readImage(file, 16), expected)).toBeLessThan(12);
    }
  });

  it('makes three equal channels of greyscale, of 8 and 16 bits', async () => {
    const grey = await readImage(await picture().greyscale().png().toBuffer(), 16);
    const bytes = toBytes(grey);
    for (let i = 0; i < bytes.length; i += 3)
      expect([bytes[i], bytes[i]]).toEqual([bytes[i + 1], bytes[i + 2]]);
    const deep = await picture().greyscale().toColourspace('grey16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    expect(largestDifference(await readImage(deep, 16), grey)).toBeLessThanOrEqual(1);
  });

  it('leaves alpha out, as Pillow’s convert("RGB") does', async () => {
    const rgba = new Uint8Array(width * height * 4);
    for (let i = 0; i < width * height; i++) {
      rgba.set([...blocks.subarray(3 * i, 3 * i + 3), (i * 5) % 256], 4 * i);
    }
    const file = await sharp(rgba, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer();
    expect(await readImage(file, 16)).toEqual(expected);
    expect(await readImage({ width, height, data: rgba }, 16)).toEqual(expected);
  });

  it('makes light of inks as Pillow does, without a profile', async () => {
    const file = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#3070c0' } })
      .toColourspace('cmyk')
      .tiff()
      .toBuffer();
    const { data } = await sharp(file, { ignoreIcc: true })
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const [cyan, magenta, yellow, black] = data;
    const light = [cyan, magenta, yellow].map(
      (ink) => 255 - black! - Math.round((ink! * (255 - black!)) / 255),
    );
    expect([...toBytes(await readImage(file, 1))]).toEqual(light);
  });

  it('turns a picture upright by its EXIF orientation', async () => {
    const turned = await picture().rotate(90).png().toBuffer();
    const tagged = await picture().withMetadata({ orientation: 6 }).png().toBuffer();
    expect(largestDifference(await readImage(tagged, 16), await readImage(turned, 16))).toBe(0);
  });

  it('takes the first frame of an animation', async () => {
    const frames = new Uint8Array(8 * 16 * 3).fill(250).fill(10, 8 * 8 * 3);
    const file = await sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
      .gif()
      .toBuffer();
    expect((await sharp(file).metadata()).pages).toBe(2);
    expect(Math.abs(toBytes(await readImage(file, 2))[0]! - 250)).toBeLessThan(3);
  });

  it('squashes, and cuts out of a larger picture, where that is asked for', async () => {
    const squashed = toBytes(await readImage(raw, { size: 4, fit: 'squash', interpolation: 'bilinear' }));
    const cut = toBytes(await readImage(raw, { size: 8, shorterSide: 32 }));
    expect(squashed).toHaveLength(48);
    expect([...cut.subarray(0, 3)]).toEqual([
      ...blocks.subarray((12 * width + 20) * 3, (12 * width + 20) * 3 + 3),
    ]);
    await expect(readImage(raw, 0)).rejects.toThrow(/size must be an integer from 1/);
    await expect(readImage(raw, { size: 8, shorterSide: 7 })).rejects.toThrow(
      /shorterSide must be an integer of at least the size, 8, got 7/,
    );
  });

  it.each([
    // 3 pixels are over: 1 or 2 before the crop; of 1 none, of 5 always 2.
    [11, 2, 1],
    [9, 0, 0],
    [13, 2, 2],
  ])('crops %i columns to 8 at %i as torchvision does, at %i as transformers', async (width, even, start) => {
    const image = {
      width,
      height: 8,
      data: Uint8Array.from({ length: width * 24 }, (_, i) => i % (width * 3)),
    };
    const first = async (oddCrop?: 'even' | 'start') =>
      toBytes(await readImage(image, { size: 8, ...(oddCrop && { oddCrop }) }))[0];
    expect(await first()).toBe(even * 3);
    expect(await first('even')).toBe(even * 3);
    expect(await first('start')).toBe(start * 3);
  });

  it('names the file that is broken and the reason, in one line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'slipform-image-'));
    const whole = await picture().jpeg().toBuffer();
    const broken: Record<string, Uint8Array | string> = {
      'cut.jpg': whole.subarray(0, whole.length / 2),
      'text.png': 'no picture',
      'empty.png': '',
    };
    for (const [name, content] of Object.entries(broken)) {
      const file = join(folder, name);
      await writeFile(file, content);
      const failure: unknown = await readImage(file, 16).catch((error: unknown) => error);
      expect(InputError.isInstance(failure)).toBe(true);
      expect(String(failure)).toMatch(/^InputError: [^\n]*could not be read: [^\n]+\.$/);
      expect(String(failure)).toContain(file);
    }
    await expect(readImage(Uint8Array.of(1), 16, { name: 'a.tar/3.jpg' })).rejects.toThrow(
      /^a.tar\/3.jpg could not/,
    );
    await rm(folder, { recursive: true });
  });

  it('refuses a bomb before its pixels are there', async () => {
    const bomb = new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="20000"/>',
    );
    await expect(readImage(bomb, 16)).rejects.toThrow(/could not be read: .*pixel limit/i);
  });
});

describe('pictures of coloured blocks', () => {
  it.each(pictures)('%s is what Pillow makes of it', async (name, expected) => {
    const file = fileURLToPath(new URL(`../../fixtures/pictures/${name}`, import.meta.url));
    expect(byteError(await readImage(file, 16), expected)).toBe(0);
  });
});

const shared = process.env.SLIPFORM_SHARED ?? '../shared';
const photographs = join(shared, 'data/coco-mini/images');
const missing = existsSync(photographs)
  ? ''
  : ` (skipped: there is no ${photographs}; SLIPFORM_SHARED names the folder)`;

describe.skipIf(missing !== '')(`photographs${missing}`, () => {
  it('equal what Pillow makes of them', async () => {
    const {
      cases,
    }: { cases: { file: string; mean: number[]; pixels: { x: number; y: number; rgb: number[] }[] }[] } =
      JSON.parse(readFileSync(join(shared, 'golden/preprocess.json'), 'utf8'));
    for (const { file, mean, pixels } of cases) {
      const values = await readImage(join(photographs, file), 224);
      for (const { x, y, rgb } of pixels) {
        rgb.forEach((value, c) => {
          expect(values[(y * 224 + x) * 3 + c]).toBeCloseTo(value, 3);
        });
      }
      mean.forEach((value, c) => {
        const channel = values.filter((_, i) => i % 3 === c);
        expect(channel.reduce((sum, v) => sum + v, 0) / channel.length).toBeCloseTo(value, 3);
      });
    }
  });
});
