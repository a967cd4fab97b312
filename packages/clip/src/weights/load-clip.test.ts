import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { tensor2d, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { createClip } from '../model/create-clip';
import { loadsOrRefuses, refuses } from '../testing/refuses';
import { joinSafetensors, type RawHeader, splitSafetensors } from '../testing/safetensors-bytes';
import { stemConfig, tinyConfig } from '../testing/tiny';
import { loadClip } from './load-clip';
import { clipFiles, saveClip } from './save-clip';

const golden = fileURLToPath(new URL('../../fixtures/clip-tiny', import.meta.url));
const folder = temporaryFolder();

beforeAll(async () => {
  await useBackend('cpu');
});

describe('saveClip and loadClip', () => {
  it('bring the same model back: same embeddings, same bytes, nothing beside the two files', async () => {
    const model = createClip(tinyConfig, { seed: 5 });
    const target = join(folder, 'new', 'model');
    await saveClip(model, target);
    expect((await readdir(target)).sort()).toEqual(['config.json', 'model.safetensors']);
    const tokens = tensor2d([[18, 3, 19]], undefined, 'int32');
    for (const source of [target, pathToFileURL(target), await clipFiles(model)]) {
      const loaded = await loadClip(source);
      expect(loaded.config).toEqual(model.config);
      expect(tidy(() => loaded.encodeTexts(tokens).dataSync())).toEqual(
        tidy(() => model.encodeTexts(tokens).dataSync()),
      );
      expect((await clipFiles(loaded))['model.safetensors']).toEqual(
        (await clipFiles(model))['model.safetensors'],
      );
      loaded.dispose();
    }
    model.dispose();
    tokens.dispose();
  });

  it.each(['float32', 'float16'] as const)('bring a stem of convolutions back in %s', async (dtype) => {
    const model = createClip(stemConfig, { seed: 5 });
    const files = await clipFiles(model, { dtype });
    expect(JSON.parse(files['config.json']).vision_config.stem).toEqual([6]);
    const loaded = await loadClip(files);
    expect(loaded.config).toEqual(model.config);
    expect(await clipFiles(loaded, { dtype })).toEqual(files);
    model.dispose();
    loaded.dispose();
  });

  it('write what transformers wrote: names, shapes, types, order and values', async () => {
    const model = await loadClip(golden);
    const ours = splitSafetensors((await clipFiles(model))['model.safetensors']);
    const theirs = splitSafetensors(await readFile(join(golden, 'model.safetensors')));
    expect(Object.entries(ours.header)).toEqual(Object.entries(theirs.header));
    expect(Buffer.compare(ours.data, theirs.data)).toBe(0);
    model.dispose();
  });

  it('leave a file as it was when it cannot be replaced', async () => {
    const model = createClip(tinyConfig);
    const target = join(folder, 'file');
    await writeFile(target, 'mine');
    await expect(saveClip(model, target)).rejects.toThrow();
    expect(await readFile(target, 'utf8')).toBe('mine');
    model.dispose();
  });

  it.each([
    ['float16', 'F16', 5e-4],
    ['bfloat16', 'BF16', 4e-3],
  ] as const)('write and read %s, rounded to the nearest', async (dtype, type, error) => {
    const model = createClip(tinyConfig);
    const files = await clipFiles(model, { dtype });
    expect(JSON.parse(files['config.json'])).toMatchObject({ torch_dtype: dtype });
    const { header } = splitSafetensors(files['model.safetensors']);
    expect(new Set(Object.values(header).flatMap((entry) => entry?.dtype ?? []))).toEqual(new Set([type]));
    const loaded = await loadClip(files);
    expect(await clipFiles(loaded, { dtype })).toEqual(files);
    for (const [name, variable] of model.parameters) {
      const expected = variable.dataSync();
      const found = loaded.parameter(name).dataSync();
      for (let i = 0; i < expected.length; i++) {
        expect(Math.abs(found[i]! - expected[i]!)).toBeLessThanOrEqual(
          Math.abs(expected[i]!) * error + 2 ** -25,
        );
      }
    }
    model.dispose();
    loaded.dispose();
  });

  it('read F64, and types side by side', async () => {
    const model = createClip(tinyConfig);
    const files = await clipFiles(model);
    const { header, data } = splitSafetensors(files['model.safetensors']);
    const entries = Object.entries(header).filter(([name]) => name !== '__metadata__');
    let at = 0;
    const parts: Uint8Array[] = [];
    entries.forEach(([, entry], i) => {
      const floats = new Float32Array(data.slice(...entry!.data_offsets).buffer);
      const values = i % 2 === 0 ? Float64Array.from(floats) : floats;
      parts.push(new Uint8Array(values.buffer));
      entry!.dtype = i % 2 === 0 ? 'F64' : 'F32';
      entry!.data_offsets = [at, at + values.byteLength];
      at += values.byteLength;
    });
    const loaded = await loadClip({
      ...files,
      'model.safetensors': joinSafetensors(header, Buffer.concat(parts)),
    });
    expect(await clipFiles(loaded)).toEqual(files);
    model.dispose();
    loaded.dispose();
  });
});

describe('a hostile model folder', () => {
  const cases: [string, RegExp, (header: RawHeader, data: Uint8Array) => Uint8Array][] = [
    ['empty', /only 0 bytes/, () => new Uint8Array(0)],
    ['cut off in the header', /cut off/, (h, d) => joinSafetensors(h, d).subarray(0, 200)],
    ['cut off in the data', /is cut off/, (h, d) => joinSafetensors(h, d.subarray(0, d.length - 4))],
    [
      'with bytes behind the tensors',
      /belong to no tensor/,
      (h, d) => joinSafetensors(h, Uint8Array.from([...d, 0, 0])),
    ],
    [
      'with a huge header length',
      /should have 18446744073709551615 bytes/,
      (h, d) => joinSafetensors(h, d).fill(255, 0, 8),
    ],
    ['that is no JSON', /must be JSON/, (_, d) => joinSafetensors('{"a":', d)],
    ['that is no UTF-8', /UTF-8/, (h, d) => joinSafetensors(h, d).fill(0xff, 20, 24)],
    [
      'with overlapping tensors',
      /final_layer_norm.weight overlap those of another/,
      (h, d) =>
        joinSafetensors(
          { ...h, 'text_model.final_layer_norm.weight': h['text_model.final_layer_norm.bias'] },
          d,
        ),
    ],
    [
      'with a tensor named twice',
      /header of model.safetensors has the key "logit_scale" twice/,
      (h, d) =>
        joinSafetensors(
          JSON.stringify(h).replace(
            '"logit_scale"',
            '"logit_scale":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"logit_scale"',
          ),
          d,
        ),
    ],
    [
      'with a shape that is not its config’s',
      /text_projection.weight must have the shape \[8,16\] by config.json, got \[16,8\]/,
      (h, d) =>
        joinSafetensors(
          { ...h, 'text_projection.weight': { ...h['text_projection.weight']!, shape: [16, 8] } },
          d,
        ),
    ],
    [
      'with fewer bytes than its shape',
      /has 4 bytes, but F32 \[2\] takes 8/,
      (h, d) => joinSafetensors({ ...h, logit_scale: { ...h.logit_scale!, shape: [2] } }, d),
    ],
    [
      'with a shape of NaN',
      /no list of lengths/,
      (h, d) => joinSafetensors({ ...h, logit_scale: { ...h.logit_scale!, shape: [Number.NaN] } }, d),
    ],
    [
      'with a negative length',
      /no list of lengths/,
      (h, d) => joinSafetensors({ ...h, logit_scale: { ...h.logit_scale!, shape: [-1] } }, d),
    ],
    [
      'with an unknown type',
      /unknown dtype "F8"/,
      (h, d) => joinSafetensors({ ...h, logit_scale: { ...h.logit_scale!, dtype: 'F8' } }, d),
    ],
    [
      'with integers for weights',
      /logit_scale must be F32, F16, BF16 or F64, got I32/,
      (h, d) => joinSafetensors({ ...h, logit_scale: { ...h.logit_scale!, dtype: 'I32' } }, d),
    ],
    [
      'with a tensor too many',
      /belongs to no CLIP/,
      (h, d) =>
        joinSafetensors(
          { ...h, extra: { dtype: 'F32', shape: [1], data_offsets: [d.length, d.length + 4] } },
          Uint8Array.from([...d, 0, 0, 0, 0]),
        ),
    ],
    [
      'with a __proto__',
      /__proto__ belongs to no CLIP|__proto__/,
      (h, d) =>
        joinSafetensors(
          JSON.stringify(h).replace('{', `{"__proto__":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},`),
          d,
        ),
    ],
    [
      'without a tensor',
      /logit_scale is missing/,
      (h, d) => joinSafetensors(JSON.stringify(h).replace('"logit_scale"', '"logit_scalf"'), d),
    ],
  ];

  it.each(cases)('is refused: weights %s', async (_, message, forge) => {
    const model = createClip(tinyConfig);
    const files = await clipFiles(model);
    model.dispose();
    const { header, data } = splitSafetensors(files['model.safetensors']);
    await refuses({ ...files, 'model.safetensors': forge(header, data) }, message);
  });

  it.each([
    ['no object', '[]', /JSON object/],
    ['another model', '{"model_type":"bert"}', /model_type must be "clip"/],
    ['a width of 1e12', '{"vision_config":{"hidden_size":1e12}}', /image.width must be an integer from 1 to/],
    [
      'heads that do not divide the width',
      '{"text_config":{"num_attention_heads":7}}',
      /text.heads must divide/,
    ],
    ['an unknown activation', '{"text_config":{"hidden_act":"relu"}}', /text.activation must be one of/],
    ['a stem that is no list', '{"vision_config":{"stem":"24"}}', /image\.stem must be the channels of/],
    ['a stem of strings', '{"vision_config":{"stem":["24"]}}', /image\.stem\[0\] must be an integer/],
    [
      'a stem of 1e9 channels',
      '{"vision_config":{"stem":[1e9]}}',
      /stem\[0\] must be an integer from 1 to 16384/,
    ],
    ['a long stem', `{"vision_config":{"stem":[${Array(99).fill(1)}]}}`, /at most 8 convolutions/],
    ['a string for a number', '{"projection_dim":"512"}', /projection_dim must be a number/],
  ])('is refused: config with %s', async (_, config, message) => {
    await refuses({ 'config.json': config, 'model.safetensors': new Uint8Array(9) }, message);
  });

  it('is refused in words, or loads, whatever bytes change', async () => {
    const model = createClip(tinyConfig);
    const files = await clipFiles(model);
    model.dispose();
    const original = files['model.safetensors'];
    const headerEnd = 8 + Number(new DataView(original.buffer).getBigUint64(0, true));
    const change = fc.tuple(fc.integer({ min: 0, max: headerEnd - 1 }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = original.slice();
        for (const [at, value] of changes) bytes[at] = value;
        await loadsOrRefuses({ ...files, 'model.safetensors': bytes });
      }),
      { numRuns: 300 },
    );
  });
});
