import { InputError } from '@slipform/kit/errors/input-error';
import { expect, it } from 'vitest';
import { loadPreprocessing } from './load-preprocessing';
import { clipDeviation, clipMean, type Preprocessing, preprocessingJson } from './preprocess';

const jsonOf = (preprocessing: Preprocessing) => preprocessingJson('save', preprocessing);
const readBack = (json: string) => loadPreprocessing({ 'preprocessor_config.json': json });

it('is what CLIPImageProcessor reads', () => {
  expect(JSON.parse(jsonOf({ size: 224 }))).toEqual({
    crop_size: { height: 224, width: 224 },
    do_center_crop: true,
    do_convert_rgb: true,
    do_normalize: true,
    do_rescale: true,
    do_resize: true,
    image_mean: [0.48145466, 0.4578275, 0.40821073],
    image_processor_type: 'CLIPImageProcessor',
    image_std: [0.26862954, 0.26130258, 0.27577711],
    resample: 3,
    rescale_factor: 1 / 255,
    size: { shortest_edge: 224 },
  });
});

it('is read back as what it was', async () => {
  const own = { mean: [0.5, 0.25, 1 / 3], deviation: [0.1, 0.2, 0.3] } as const;
  const all: Preprocessing[] = [
    { size: 32, shorterSide: 36, oddCrop: 'start', interpolation: 'lanczos', ...own },
    { size: 32, fit: 'squash', interpolation: 'bilinear', ...own },
  ];
  for (const preprocessing of all) {
    expect(await readBack(jsonOf(preprocessing))).toEqual(preprocessing);
  }
  expect(await readBack(jsonOf({ size: 8 }))).toEqual({
    size: 8,
    shorterSide: 8,
    oddCrop: 'start',
    interpolation: 'bicubic',
    mean: clipMean,
    deviation: clipDeviation,
  });
});

it('refuses what is no preprocessing, by field', () => {
  const wrong: [unknown, RegExp][] = [
    [undefined, /options must be an object, got undefined/],
    [{}, /size must be an integer from 1 to 16384/],
    [{ size: 8, shorterSide: 4 }, /shorterSide must be an integer of at least the size, 8, got 4/],
    [{ size: 8, oddCrop: 'end' }, /oddCrop must be one of even, start, got "end"/],
    [{ size: 8, fit: 'pad' }, /fit must be one of crop, squash, got "pad"/],
    [
      { size: 8, interpolation: 'nearest' },
      /interpolation must be one of bicubic, bilinear, lanczos, got "nearest"/,
    ],
    [{ size: 8, mean: [1, 2] }, /mean must be three numbers, got an array of 2/],
    [{ size: 8, deviation: [1, 0, 1] }, /deviation must be three numbers above 0, got an array of 3/],
  ];
  for (const [value, message] of wrong) {
    const make = () => jsonOf(value as Preprocessing);
    expect(make).toThrow(message);
    expect(make).toThrow(expect.toSatisfy(InputError.isInstance));
  }
});
