import { describe, expect, it } from 'vitest';
import { resample } from './resample';

const interpolation = 'bicubic';
const whole = (width: number, height: number) => ({ left: 0, top: 0, width, height });
/** A picture that is easy to make anywhere: bytes of a multiplicative sequence. */
const noise = (width: number, height: number) => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * i * 7 + i * 13) % 251),
});

describe('resample', () => {
  // Image.fromarray(noise(7, 5)).resize(size, filter), Pillow 11.1, the red channel.
  it.each([
    ['bicubic', 3, 2, [107, 120, 88, 160, 110, 127]],
    [
      'bicubic',
      9,
      4,
      [
        19, 67, 94, 115, 185, 153, 43, 63, 227, 88, 108, 160, 187, 116, 24, 28, 76, 120, 187, 222, 188, 105,
        59, 111, 164, 146, 70, 76, 140, 159, 100, 21, 213, 195, 109, 91,
      ],
    ],
    ['bilinear', 3, 2, [109, 119, 90, 157, 110, 127]],
    [
      'bilinear',
      9,
      4,
      [
        24, 72, 100, 121, 178, 137, 61, 77, 210, 95, 118, 154, 169, 114, 44, 44, 79, 117, 178, 203, 178, 114,
        63, 110, 146, 135, 78, 85, 140, 150, 104, 24, 188, 177, 119, 93,
      ],
    ],
    ['lanczos', 3, 2, [112, 118, 86, 159, 112, 125]],
    [
      'lanczos',
      9,
      4,
      [
        24, 66, 89, 114, 190, 171, 27, 62, 226, 82, 96, 168, 198, 113, 13, 22, 82, 122, 188, 229, 198, 94, 56,
        104, 180, 147, 68, 79, 137, 171, 85, 25, 216, 215, 94, 89,
      ],
    ],
  ] as const)('equals Pillow’s %s to %i × %i', (filter, width, height, red) => {
    const result = resample(noise(7, 5), {
      width,
      height,
      interpolation: filter,
      part: whole(width, height),
    });
    expect([...result].filter((_, i) => i % 3 === 0)).toEqual(red);
  });

  it('keeps a picture of the same size, and leaves alpha out', () => {
    const image = noise(6, 4);
    const same = { width: 6, height: 4, interpolation, part: whole(6, 4) } as const;
    expect(resample(image, same)).toEqual(image.data);
    const rgba = new Uint8Array(6 * 4 * 4);
    image.data.forEach((value, i) => {
      rgba[4 * Math.floor(i / 3) + (i % 3)] = value;
    });
    expect(resample({ ...image, data: rgba }, same)).toEqual(image.data);
  });

  it('computes a part as it computes the whole', () => {
    const image = noise(37, 23);
    const size = { width: 20, height: 12, interpolation } as const;
    const all = resample(image, { ...size, part: whole(20, 12) });
    const part = resample(image, { ...size, part: { left: 6, top: 3, width: 8, height: 5 } });
    for (let y = 0; y < 5; y++) {
      const from = ((y + 3) * 20 + 6) * 3;
      expect(part.slice(y * 24, y * 24 + 24)).toEqual(all.slice(from, from + 24));
    }
  });

  it('takes pictures of one pixel, and very long ones', () => {
    const one = resample(
      { width: 1, height: 1, data: Uint8Array.of(9, 8, 7) },
      { width: 2, height: 2, interpolation, part: whole(2, 2) },
    );
    expect([...one]).toEqual([9, 8, 7, 9, 8, 7, 9, 8, 7, 9, 8, 7]);
    const long = { width: 5000, height: 1, data: new Uint8Array(15000).fill(200) };
    const middle = { left: 559_944, top: 0, width: 112, height: 224 };
    const grown = resample(long, { width: 1_120_000, height: 224, interpolation, part: middle });
    expect(grown.every((value) => value === 200)).toBe(true);
  });
});
