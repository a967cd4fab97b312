import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { pictures } from '../testing/picture-fixtures';
import { pictureSize } from './decode-with-canvas';

const folder = fileURLToPath(new URL('../../fixtures/pictures/', import.meta.url));

it('reads the size that each fixture has', async () => {
  for (const [name] of pictures) {
    const bytes = readFileSync(`${folder}${name}`);
    const { width, height } = await sharp(bytes).metadata();
    expect(pictureSize(bytes), name).toEqual({ width, height });
  }
});

it('reads the size of what sharp writes, whatever the format', async () => {
  const picture = () => sharp({ create: { width: 301, height: 203, channels: 4, background: '#12345678' } });
  const files = [
    picture().png(),
    picture().jpeg(),
    picture().jpeg({ progressive: true }),
    picture().jpeg().withMetadata(),
    picture().webp(),
    picture().webp({ lossless: true }),
    picture().flatten().webp(),
    picture().gif(),
  ];
  for (const file of files) {
    expect(pictureSize(await file.toBuffer())).toEqual({ width: 301, height: 203 });
  }
  expect(pictureSize(await picture().tiff().toBuffer())).toBeUndefined();
});

it('ends on any bytes, cut anywhere', async () => {
  const starts = [[0xff, 0xd8], [0x89, 0x50, 0x4e, 0x47], [0x42, 0x4d], [0x47, 0x49, 0x46, 0x38], []];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      const size = pictureSize(Uint8Array.from([...start, ...rest]));
      expect(size === undefined || (size.width >= 0 && size.height >= 0)).toBe(true);
    }),
  );
  const file = await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer();
  for (let length = 0; length < file.length; length++) pictureSize(file.subarray(0, length));
});
