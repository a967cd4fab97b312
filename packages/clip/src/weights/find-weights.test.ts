import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import { completeConfig } from '../model/clip-config';
import { createClip } from '../model/create-clip';
import { parameterSpecs } from '../model/parameter-specs';
import { loadsOrRefuses, refuses } from '../testing/refuses';
import { joinSafetensors, type RawHeader, splitSafetensors } from '../testing/safetensors-bytes';
import { tinyConfig } from '../testing/tiny';
import { toHuggingFaceConfig } from './hugging-face-config';
import { loadClip } from './load-clip';
import { clipFiles, saveClip } from './save-clip';

type Files = Record<string, string | Uint8Array>;

const index = 'model.safetensors.index.json';
const folder = temporaryFolder();
let shards: Files;
let whole: Awaited<ReturnType<typeof clipFiles>>;

beforeAll(async () => {
  await useBackend('cpu');
  const model = createClip(tinyConfig, { seed: 6 });
  whole = await clipFiles(model);
  await saveClip(model, join(folder, 'shards'), { maxShardSize: '30KB' });
  model.dispose();
  shards = {};
  for (const name of await readdir(join(folder, 'shards'))) {
    shards[name] = await readFile(join(folder, 'shards', name));
  }
});

function withMap(change: (map: Record<string, unknown>) => unknown): Files {
  const json = JSON.parse(new TextDecoder().decode(shards[index] as Uint8Array));
  return { ...shards, [index]: JSON.stringify({ ...json, weight_map: change(json.weight_map) }) };
}

describe('a sharded model', () => {
  const [first, second] = ['model-00001-of-00003.safetensors', 'model-00002-of-00003.safetensors'] as const;

  it('is that of the whole file', async () => {
    expect(Object.keys(shards)).toContain('model-00003-of-00003.safetensors');
    const model = await loadClip(shards);
    expect(await clipFiles(model)).toEqual(whole);
    model.dispose();
  });

  it('reads nothing outside of its folder', async () => {
    const outside = join(folder, 'outside');
    await mkdir(join(outside, 'model'), { recursive: true });
    await writeFile(join(outside, 'secret.safetensors'), whole['model.safetensors']);
    await writeFile(join(outside, 'model', 'config.json'), whole['config.json']);
    const map = Object.keys(splitSafetensors(whole['model.safetensors']).header)
      .filter((name) => name !== '__metadata__')
      .map((name) => [name, '../secret.safetensors']);
    await writeFile(
      join(outside, 'model', index),
      JSON.stringify({ metadata: {}, weight_map: Object.fromEntries(map) }),
    );
    await refuses(join(outside, 'model'), /must be the plain name of a \.safetensors file beside the index/);
  });

  const text = () => new TextDecoder().decode(shards[index] as Uint8Array);
  it.each<[string, () => Files, RegExp]>([
    ...[
      '../model.safetensors',
      '/etc/passwd.safetensors',
      'a/b.safetensors',
      'C:\\x.safetensors',
      '..',
      7,
    ].map((file): [string, () => Files, RegExp] => [
      `the shard ${file}`,
      () => withMap((map) => ({ ...map, logit_scale: file })),
      /the file of the tensor logit_scale must be the plain name of a \.safetensors file/,
    ]),
    [
      'a shard that is not there',
      () => Object.fromEntries(Object.entries(shards).filter(([name]) => name !== second)),
      /There is no model-00002-of-00003\.safetensors in the files given, which .*index\.json names/,
    ],
    [
      'a tensor that the index does not name',
      () => withMap(({ logit_scale: _, ...map }) => map),
      /model-00001-of-00003\.safetensors holds the tensor logit_scale, but .* does not name it/,
    ],
    [
      'a tensor in another shard',
      () => withMap((map) => ({ ...map, logit_scale: second })),
      /holds the tensor logit_scale, but .* places it in model-00002-of-00003\.safetensors/,
    ],
    [
      'a tensor that no shard has',
      () => withMap((map) => ({ ...map, extra: first })),
      /model-00001-of-00003\.safetensors lacks the tensor extra/,
    ],
    [
      'one shard in the place of another',
      () => ({ ...shards, [second]: shards[first]! }),
      /model-00002-of-00003\.safetensors holds the tensor/,
    ],
    ['no map', () => ({ ...shards, [index]: '{}' }), /weight_map must name the file of each tensor/],
    ['a list for a map', () => ({ ...shards, [index]: '{"weight_map":[]}' }), /weight_map must name/],
    ['no JSON', () => ({ ...shards, [index]: '[' }), /index\.json must be JSON/],
    [
      'a tensor twice',
      () => ({ ...shards, [index]: text().replace('"logit_scale"', '"logit_scale": "x", "logit_scale"') }),
      /index\.json has the key "logit_scale" twice/,
    ],
  ])('is refused with %s', async (_, source, message) => {
    await refuses(source(), message);
  });

  it('is refused in words, or loads, whatever its index says', async () => {
    const names = [...new Set(Object.keys(shards)), '__proto__', 'constructor', ''];
    const entry = fc.tuple(
      fc.oneof(fc.constantFrom('logit_scale', '__proto__', 'visual_projection.weight'), fc.string()),
      fc.oneof(fc.constantFrom(...names), fc.jsonValue()),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 3 }), async (entries) => {
        await loadsOrRefuses(withMap((map) => Object.fromEntries([...Object.entries(map), ...entries])));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a folder that loadClip cannot read', () => {
  const config = (json: object) => ({ ...whole, 'config.json': JSON.stringify(json) });
  const weights = (text: string) => ({ ...whole, 'model.safetensors': Buffer.from(text, 'latin1') });

  const named = { 'b.safetensors': '', 'a.safetensors': '' };
  const otherName =
    /There is no model\.safetensors in .*; there is a\.safetensors, b\.safetensors: rename the weights to model\.safetensors/;
  it.each<[string, () => Files, RegExp]>([
    [
      'a text tower',
      () => config({ model_type: 'clip_text_model' }),
      /model_type clip_text_model is a CLIP's text tower alone, and loadClip needs both/,
    ],
    [
      'an image tower',
      () => config({ model_type: 'clip_vision_model' }),
      /clip_vision_model is a CLIP's image tower alone/,
    ],
    ['SigLIP', () => config({ model_type: 'siglip' }), /model_type must be "clip", got "siglip"/],
    [
      'another architecture',
      () => config({ model_type: 'clip', architectures: ['CLIPForImageClassification'] }),
      /architectures must name CLIPModel, .* got \["CLIPForImageClassification"\]/,
    ],
    ['a config of timm', () => config({ architecture: 'vit_base' }), /model_type must be "clip"/],
    [
      'four channels',
      () => config({ model_type: 'clip', vision_config: { num_channels: 4 } }),
      /num_channels must be 3/,
    ],
    [
      'a pointer of Git LFS',
      () => weights('version https://git-lfs.github.com/spec/v1\noid sha256:1'),
      /is a Git LFS pointer/,
    ],
    ['a pickle', () => weights('PK\x03\x04\x00\x00\x08\x08\x00\x00'), /is a PyTorch pickle; convert it/],
    ['a page', () => weights('<!DOCTYPE html><html></html>'), /is a page of HTML or XML/],
    [
      'a pickle alone',
      () => ({ 'config.json': whole['config.json'], 'pytorch_model.bin': 'x' }),
      /There is no model\.safetensors in the files given; pytorch_model\.bin is a PyTorch pickle, .*convert it/,
    ],
    [
      'nothing',
      () => ({}),
      /There is no config\.json in the files given; a model folder holds config\.json and/,
    ],
    [
      'a config of open_clip alone',
      () => ({ 'open_clip_config.json': '{}' }),
      /There is no open_clip_model\.safetensors in the files given; a model folder/,
    ],
    [
      'no config',
      () => ({ 'model.safetensors': '' }),
      /There is no config\.json in the files given; a model folder/,
    ],
    ['weights of another name', () => ({ 'config.json': whole['config.json'], ...named }), otherName],
  ])('is refused: %s', async (_, source, message) => {
    await refuses(source(), message);
  });

  it('is refused on a disk too', async () => {
    await refuses(join(folder, 'nowhere'), /There is no folder .*nowhere; a model folder holds/);
    await writeFile(join(folder, 'file'), '');
    await refuses(join(folder, 'file'), /file is a file; pass its folder; a model folder/);
    await mkdir(join(folder, 'strange', 'model.safetensors'), { recursive: true });
    await writeFile(join(folder, 'strange', 'config.json'), whole['config.json']);
    await refuses(join(folder, 'strange'), /model\.safetensors must be a file/);
    await mkdir(join(folder, 'renamed'));
    for (const name of Object.keys(named)) await writeFile(join(folder, 'renamed', name), '');
    await writeFile(join(folder, 'renamed', 'config.json'), whole['config.json']);
    await refuses(join(folder, 'renamed'), otherName);
  });

  it('is read by the second config of 2022, where there is one', async () => {
    const { vision_config: vision, text_config: text, ...rest } = JSON.parse(whole['config.json']);
    const model = await loadClip(
      config({
        ...rest,
        vision_config: { hidden_size: 1 },
        vision_config_dict: vision,
        text_config: text,
        text_config_dict: null,
      }),
    );
    expect(model.config.image.width).toBe(16);
    model.dispose();
  });

  it('is refused on wasm where it is larger than the heap, before a weight is read', async () => {
    const target = join(folder, 'huge');
    await mkdir(target);
    const text = { vocabularySize: 2 ** 24, contextLength: 4, width: 64, layers: 1, heads: 1 };
    const config = completeConfig({ ...tinyConfig, text });
    let at = 0;
    const header: RawHeader = {};
    for (const { name, shape } of parameterSpecs(config)) {
      const end = at + shape.reduce((a, b) => a * b, 4);
      header[name] = { dtype: 'F32', shape: [...shape], data_offsets: [at, end] };
      at = end;
    }
    const file = join(target, 'model.safetensors');
    await writeFile(file, joinSafetensors(header, new Uint8Array(0)));
    // A file with a hole of 4 GiB, which takes no room on the disk.
    await truncate(file, (await stat(file)).size + at);
    await writeFile(join(target, 'config.json'), JSON.stringify(toHuggingFaceConfig(config, 'float32')));
    await useBackend('wasm');
    await refuses(
      target,
      /the model has 4\.0\d* GiB in float32, and the heap of the wasm backend ends at 4 GiB/,
    );
    await useBackend('cpu');
  });
});
