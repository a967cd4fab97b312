import fc from 'fast-check';
import { encode } from 'fast-png';
import { expect, test } from 'vitest';
import { readPicture } from './picture';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const png = Buffer.from(
  encode({ width: 5, height: 3, data: new Uint8Array(45).fill(7), channels: 3, depth: 8 }),
);
/** As small as the two formats allow. */
const jpeg = bytes(
  [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 3, 0, 5, 1, 1, 0x11, 0],
  [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x2a, 0xff, 0xd9],
);
const webp = bytes('RIFF', [22, 0, 0, 0], 'WEBPVP8L', [10, 0, 0, 0, 0x2f, 4, 0x80, 0, 0, 0, 0, 0, 0, 0]);

test('PNG, JPEG and WebP say what they are', () => {
  const size = { width: 5, height: 3 };
  expect(readPicture(png)).toEqual({ extension: 'png', type: 'image/png', ...size });
  expect(readPicture(jpeg)).toEqual({ extension: 'jpg', type: 'image/jpeg', ...size });
  expect(readPicture(webp)).toEqual({ extension: 'webp', type: 'image/webp', ...size });
});

test('what is cut off is refused', () => {
  for (const whole of [png, jpeg, webp]) {
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => readPicture(whole.subarray(0, length))).toThrow(/^(ends|is no|has) /);
    }
  }
});

test('of a PNG each bit counts, and no bytes give another error than words that follow a name', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.nat({ max: png.length * 8 - 1 }), (bit) => {
      const other = Buffer.from(png);
      other[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => readPicture(other)).toThrow(/^(ends|is no|has) /);
      refused += 1;
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom(png, jpeg, webp), fc.uint8Array({ maxLength: 60 }), (whole, tail) => {
      const other = Buffer.concat([whole.subarray(0, 12), tail]);
      try {
        readPicture(other);
      } catch (error) {
        expect((error as Error).message).toMatch(/^(ends|is no|has) /);
        refused += 1;
      }
    }),
  );
  expect(refused).toBeGreaterThan(100);
});

test('a PNG that says it is enormous is refused before it is inflated', () => {
  const huge = Buffer.from(encode({ width: 1, height: 1, data: new Uint8Array(1), channels: 1, depth: 8 }));
  expect(() => readPicture(huge)).not.toThrow();
  huge.writeUInt32BE(100_000, 16);
  huge.writeUInt32BE(100_000, 20);
  expect(() => readPicture(huge)).toThrow(/wrong checksum|100000 × 100000 pixels/);
});
