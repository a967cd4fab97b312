import { InputError, readImage } from '@slipform/clip';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type TransformersModule, transformersEncoder } from './transformers-encoder';

class Pixels {
  constructor(
    readonly type: 'float32',
    readonly data: Float32Array,
    readonly dims: number[],
  ) {}
}

/**
 * A stand-in with the interface of @huggingface/transformers 4.3.1 for CLIP and SigLIP, whose install downloads from
 * elsewhere (the library itself was asked once, with a small CLIP exported to ONNX): AutoTokenizer's result is passed to the text model as it is, AutoProcessor takes a list of RawImages
 * and gives pixel_values, models return tensors { dims, data } under the family's names.
 */
function standIn(type: string, config: unknown = undefined) {
  const calls: unknown[] = [];
  const tensor = (rows: number[][]) => ({
    dims: [rows.length, rows[0]!.length],
    type: 'float32',
    data: Float32Array.from(rows.flat()),
  });
  const load = <T>(name: string, made: T) => ({
    async from_pretrained(model: string, options?: object) {
      calls.push([name, model, options]);
      return made;
    },
  });
  const text = (output: string) => async (inputs: unknown) => ({
    [output]: tensor((inputs as { input_ids: string[] }).input_ids.map((each) => [each.length, 1])),
  });
  const vision = (output: string) => async (inputs: unknown) => {
    const { pixel_values: pixels } = inputs as { pixel_values: { made: string }[] | Pixels };
    if (Array.isArray(pixels)) return { [output]: tensor(pixels.map(({ made }) => [made.length, 2])) };
    // The tower that gives its input back.
    const [batch, ...shape] = pixels.dims;
    const size = shape.reduce((product, each) => product * each, 1);
    const rows = Array.from({ length: batch! }, (_, row) => [
      ...pixels.data.slice(row * size, (row + 1) * size),
    ]);
    return { [output]: tensor(rows) };
  };
  const process = Object.assign(async (images: unknown[]) => ({ pixel_values: images }), {
    image_processor: { config },
  });
  const library: TransformersModule = {
    AutoConfig: load('AutoConfig', { model_type: type }),
    AutoTokenizer: load('AutoTokenizer', (texts: string[], options: object) => {
      calls.push(options);
      return { input_ids: texts };
    }),
    AutoProcessor: load('AutoProcessor', process),
    Tensor: Pixels,
    CLIPTextModelWithProjection: load('CLIPTextModelWithProjection', text('text_embeds')),
    CLIPVisionModelWithProjection: load('CLIPVisionModelWithProjection', vision('image_embeds')),
    SiglipTextModel: load('SiglipTextModel', text('pooler_output')),
    SiglipVisionModel: load('SiglipVisionModel', vision('pooler_output')),
    RawImage: class {
      readonly made: string;
      constructor(data: Uint8Array | Uint8ClampedArray, width: number, height: number, channels: number) {
        this.made = `raw ${data.length} ${width} ${height} ${channels}`;
      }
      static async read(source: string) {
        return { made: source };
      }
      static async fromBlob(blob: Blob) {
        return { made: await blob.text() };
      }
    },
  };
  return { library, calls };
}

describe('transformersEncoder', () => {
  test.each([
    ['clip', 'CLIPTextModelWithProjection', true],
    ['siglip', 'SiglipTextModel', 'max_length'],
  ])('%s: its own towers, padding and outputs, in batches', async (type, tower, padding) => {
    const { library, calls } = standIn(type);
    const warnings: string[] = [];
    const encoder = await transformersEncoder('hub/model', {
      library,
      onWarning: (warning) => warnings.push(warning),
      batchSize: 2,
      model: { dtype: 'fp32' },
    });
    expect(calls).toContainEqual([tower, 'hub/model', { dtype: 'fp32' }]);
    expect(await encoder.embedTexts(['a', 'bb', 'ccc'])).toEqual(
      [1, 2, 3].map((size) => Float32Array.from([size, 1])),
    );
    expect(calls.filter((call) => !Array.isArray(call))).toEqual([
      { padding, truncation: true },
      { padding, truncation: true },
    ]);
    const raw = { width: 1, height: 1, data: new Uint8Array([1, 2, 3]) };
    const images = ['path', new Blob(['blob!']), new TextEncoder().encode('bytes…'), raw];
    const widths = ['path'.length, 'blob!'.length, 'bytes…'.length, 'raw 3 1 1 3'.length];
    expect(await encoder.embedImages(images)).toEqual(widths.map((size) => Float32Array.from([size, 2])));
    await expect(encoder.embedImages([new Float32Array(3)])).rejects.toThrow(
      'preprocessed pixels belong to another model',
    );
    expect(warnings).toEqual([
      expect.stringMatching(/^transformersEncoder: hub\/model is fed pixels of transformers\.js/),
    ]);
  });

  const statistics = { image_mean: [0.5, 0.4, 0.3], image_std: [0.1, 0.2, 0.3] } as const;
  test.each([
    ['a numeric size', { size: 12, crop_size: 8, ...statistics }, { size: 8, shorterSide: 12 }],
    [
      'shortest_edge',
      { size: { shortest_edge: 8 }, crop_size: { height: 8, width: 8 }, ...statistics },
      { size: 8 },
    ],
    [
      'a square, as SigLIP',
      { size: { height: 8, width: 8 }, resample: 2, ...statistics },
      { size: 8, fit: 'squash', interpolation: 'bilinear' },
    ],
  ] as const)('feeds our own pixels, channels first: %s', async (_, config, preprocessing) => {
    const warnings: string[] = [];
    const { library } = standIn('clip', config);
    const encoder = await transformersEncoder('m', {
      library,
      batchSize: 3,
      onWarning: (text) => warnings.push(text),
    });
    const data = Uint8Array.from({ length: 20 * 30 * 3 }, (_, i) => (i * 31) % 256);
    const raw = { width: 30, height: 20, data };
    const png = await sharp(data, { raw: { width: 30, height: 20, channels: 3 } })
      .png()
      .toBuffer();
    const expected = await readImage(raw, {
      ...preprocessing,
      mean: statistics.image_mean,
      deviation: statistics.image_std,
    });
    const images = [raw, new Blob([new Uint8Array(png)]), new Uint8Array(png), raw, raw];
    for (const vector of await encoder.embedImages(images)) {
      expect(vector.length).toBe(3 * 64);
      vector.forEach((value, at) => {
        const [channel, place] = [Math.floor(at / 64), at % 64];
        expect(value).toBe(expected[place * 3 + channel]);
      });
    }
    await expect(encoder.embedImages([new Float32Array(192)])).rejects.toThrow('belong to another model');
    expect(warnings).toEqual([]);
  });

  test.each([
    ['filters that we have not', { size: 8, crop_size: 8, resample: 0 }, /resample must be 1 \(Lanczos\)/],
    ['no resizing', { do_resize: false, size: 8 }, /do_resize must be true/],
    ['nothing', undefined, /does not say what is in preprocessor_config/],
  ])('says once that the library’s pixels are fed where the config has %s', async (_, config, reason) => {
    const warnings: string[] = [];
    const { library } = standIn('clip', config);
    const encoder = await transformersEncoder('m', { library, onWarning: (text) => warnings.push(text) });
    await encoder.embedImages(['one']);
    await encoder.embedImages(['two']);
    expect(warnings).toEqual([expect.stringMatching(reason)]);
  });

  test('a name that can’t be loaded is one sentence', async () => {
    const { library } = standIn('clip');
    const AutoConfig = { from_pretrained: () => Promise.reject(new TypeError('fetch failed')) };
    const error = await transformersEncoder('hub/name', { library: { ...library, AutoConfig } }).catch(
      (e) => e,
    );
    expect(InputError.isInstance(error)).toBe(true);
    expect(error.message).toMatch(
      /^transformersEncoder: hub\/name can't be loaded: fetch failed; a name is looked for/,
    );
  });
  test('refuses other models, and says how to install the library', async () => {
    await expect(transformersEncoder('m', { library: standIn('bert').library })).rejects.toThrow(
      'its model_type is "bert"',
    );
    await expect(transformersEncoder('m')).rejects.toThrow('npm install @huggingface/transformers');
  });
});
