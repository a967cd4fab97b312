import { describe, expect, test } from 'vitest';
import { type TransformersModule, transformersEncoder } from './transformers-encoder';

/**
 * A stand-in with the interface that the library's documentation shows for CLIP and SigLIP (the library itself is not
 * installed here): AutoTokenizer's result is passed to the text model as it is, AutoProcessor takes a list of RawImages
 * and gives pixel_values, models return tensors { dims, data } under the family's names.
 */
function standIn(type: string) {
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
  const vision = (output: string) => async (inputs: unknown) => ({
    [output]: tensor(
      (inputs as { pixel_values: { made: string }[] }).pixel_values.map(({ made }) => [made.length, 2]),
    ),
  });
  const library: TransformersModule = {
    AutoConfig: load('AutoConfig', { model_type: type }),
    AutoTokenizer: load('AutoTokenizer', (texts: string[], options: object) => {
      calls.push(options);
      return { input_ids: texts };
    }),
    AutoProcessor: load('AutoProcessor', async (images: unknown[]) => ({ pixel_values: images })),
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
    const encoder = await transformersEncoder('hub/model', {
      library,
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
  });
  test('refuses other models, and says how to install the library', async () => {
    await expect(transformersEncoder('m', { library: standIn('bert').library })).rejects.toThrow(
      'its model_type is bert',
    );
    await expect(transformersEncoder('m')).rejects.toThrow('npm install @huggingface/transformers');
  });
});
