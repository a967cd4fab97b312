import { InputError } from '@slipform/kit/errors/input-error';
import { expect, it } from 'vitest';
import { loadPreprocessing } from './load-preprocessing';
import { clipDeviation, clipMean, type Preprocessing, preprocessingJson } from './preprocess';

const huggingFace = (config: object) =>
  loadPreprocessing({ 'preprocessor_config.json': JSON.stringify(config) });
const openClip = (config: object) =>
  loadPreprocessing({ 'open_clip_config.json': JSON.stringify({ model_cfg: {}, preprocess_cfg: config }) });

it('reads Hugging Face’s preprocessor_config.json, older and newer', async () => {
  const statistics = { image_mean: [0.1, 0.2, 0.3], image_std: [0.4, 0.5, 0.6] };
  const read = { interpolation: 'bicubic', mean: [0.1, 0.2, 0.3], deviation: [0.4, 0.5, 0.6] };
  expect(
    await huggingFace({ crop_size: 224, size: 224, do_center_crop: true, resample: 3, ...statistics }),
  ).toEqual({ size: 224, shorterSide: 224, oddCrop: 'start', ...read });
  expect(
    await huggingFace({
      crop_size: { height: 224, width: 224 },
      size: { shortest_edge: 256 },
      rescale_factor: 0.00392156862745098,
      ...statistics,
    }),
  ).toEqual({ size: 224, shorterSide: 256, oddCrop: 'start', ...read });
  expect(
    await huggingFace({ size: { height: 384, width: 384 }, do_center_crop: false, resample: 2 }),
  ).toEqual({ size: 384, fit: 'squash', interpolation: 'bilinear' });
});

it('reads transformers 5’s processor_config.json, before the older file', async () => {
  const own = { size: { shortest_edge: 36 }, crop_size: { height: 32, width: 32 }, resample: 2 };
  const older = JSON.stringify({ size: 224 });
  const read = (processor: object) =>
    loadPreprocessing({
      'processor_config.json': JSON.stringify({ processor_class: 'CLIPProcessor', ...processor }),
      'preprocessor_config.json': older,
    });
  expect(await read({ image_processor: own })).toEqual({
    size: 32,
    shorterSide: 36,
    oddCrop: 'start',
    interpolation: 'bilinear',
  });
  expect(await read({})).toMatchObject({ size: 224 });
  await expect(read({ image_processor: { ...own, do_resize: false } })).rejects.toThrow(
    /^processor_config\.json: do_resize must be true, got false\.$/,
  );
});

it('reads open_clip’s preprocess_cfg', async () => {
  expect(
    await openClip({
      size: 224,
      mode: 'RGB',
      mean: [0, 0, 0],
      std: [1, 1, 1],
      interpolation: 'bicubic',
      resize_mode: 'squash',
      fill_color: 0,
    }),
  ).toEqual({ size: 224, fit: 'squash', interpolation: 'bicubic', mean: [0, 0, 0], deviation: [1, 1, 1] });
  expect(await openClip({ size: [336, 336] })).toEqual({ size: 336, fit: 'crop', interpolation: 'bicubic' });
});

it('gives nothing where nothing is said', async () => {
  expect(await loadPreprocessing({})).toBeUndefined();
  expect(await loadPreprocessing({ 'open_clip_config.json': '{}' })).toBeUndefined();
  // A folder that is not there says something else.
  await expect(loadPreprocessing('openai/clip-vit-base-patch32')).rejects.toThrow(
    /^There is no folder openai\/clip-vit-base-patch32 \(did you mean hf:openai\/clip-vit-base-patch32\?\); /,
  );
});

it('refuses what readImage can’t do, and what makes no sense, by name', async () => {
  await expect(huggingFace({ size: 224, resample: 0 })).rejects.toThrow(/resample must be 1 .*, got 0/);
  await expect(huggingFace({ size: 224, do_normalize: false })).rejects.toThrow(
    /do_normalize must be true, got false/,
  );
  await expect(huggingFace({ size: 224, crop_size: 256 })).rejects.toThrow(/size must be a shortest_edge/);
  await expect(huggingFace({ size: 1e9 })).rejects.toThrow(/crop_size must be a number of pixels/);
  await expect(huggingFace({})).rejects.toThrow(/crop_size must be/);
  await expect(huggingFace({ size: 224, rescale_factor: 1 })).rejects.toThrow(
    /rescale_factor must be 1\/255, got 1/,
  );
  await expect(huggingFace({ size: 224, image_std: [1, 0, 1] })).rejects.toThrow(
    /image_std must be three numbers above 0/,
  );
  await expect(huggingFace({ size: 224, image_mean: [1, 1] })).rejects.toThrow(
    /image_mean must be three numbers/,
  );
  await expect(openClip({ resize_mode: 'longest' })).rejects.toThrow(
    /resize_mode must be "shortest" or "squash", got "longest"/,
  );
  await expect(openClip({ interpolation: 'random' })).rejects.toThrow(/interpolation must be/);
  await expect(openClip({ size: [224, 336] })).rejects.toThrow(/size must be a number of pixels/);
});

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
