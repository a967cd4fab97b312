import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import type { ClipConfig } from '../model/clip-config';
import type { ClipModel } from '../model/clip-model';
import { createClip } from '../model/create-clip';
import { type Activation, activations } from '../ops/gelu';
import { openClipConfig, openClipFiles } from '../testing/open-clip-files';
import { loadsOrRefuses, refuses } from '../testing/refuses';
import { joinSafetensors, type RawHeader, splitSafetensors } from '../testing/safetensors-bytes';
import { tinyConfig } from '../testing/tiny';
import { loadClip } from './load-clip';
import { clipFiles } from './save-clip';

/** Small models of all shapes: unlike towers, one layer to three, one patch to sixteen, every activation. */
function anyConfig(): fc.Arbitrary<ClipConfig> {
  const tower = fc.record({
    heads: fc.integer({ min: 1, max: 4 }),
    headWidth: fc.integer({ min: 1, max: 6 }),
    layers: fc.integer({ min: 1, max: 3 }),
    mlpRatio: fc.integer({ min: 1, max: 5 }),
  });
  return fc
    .record({
      image: tower,
      text: tower,
      embeddingSize: fc.integer({ min: 1, max: 12 }),
      patchSize: fc.integer({ min: 1, max: 5 }),
      patches: fc.integer({ min: 1, max: 4 }),
      vocabularySize: fc.integer({ min: 3, max: 40 }),
      contextLength: fc.integer({ min: 2, max: 12 }),
      activation: fc.constantFrom<Activation>(...activations.filter((name) => name !== 'gelu_new')),
      layerNormEpsilon: fc.constantFrom(1e-5, 1e-6),
    })
    .map(({ image, text, activation, layerNormEpsilon, patches, patchSize, ...sizes }) => {
      const shared = ({ heads, headWidth, layers, mlpRatio }: typeof image) => ({
        width: heads * headWidth,
        mlpWidth: heads * headWidth * mlpRatio,
        layers,
        heads,
        activation,
        layerNormEpsilon,
      });
      return {
        embeddingSize: sizes.embeddingSize,
        image: { ...shared(image), imageSize: patches * patchSize, patchSize },
        text: {
          ...shared(text),
          vocabularySize: sizes.vocabularySize,
          contextLength: sizes.contextLength,
        },
      };
    });
}

const configFile = 'open_clip_config.json';
const weightsFile = 'open_clip_model.safetensors';
let files: Awaited<ReturnType<typeof openClipFiles>>;
let saved: Awaited<ReturnType<typeof clipFiles>>;

beforeAll(async () => {
  await useBackend('cpu');
  const model = createClip(tinyConfig, { seed: 4 });
  files = await openClipFiles(model);
  saved = await clipFiles(model);
  model.dispose();
});

/** The files with other fields in the config: `change` gets what is under `model_cfg`. */
function withConfig(change: (config: Record<string, unknown>) => object) {
  const { model_cfg: config } = JSON.parse(files[configFile]);
  return { ...files, [configFile]: JSON.stringify(change(config)) };
}

function withWeights(forge: (header: RawHeader, data: Uint8Array) => Uint8Array) {
  const { header, data } = splitSafetensors(files[weightsFile]);
  return { ...files, [weightsFile]: forge(header, data) };
}

async function loads(source: Record<string, string | Uint8Array>): Promise<ClipModel> {
  const model = await loadClip(source);
  expect((await clipFiles(model))['model.safetensors']).toEqual(saved['model.safetensors']);
  model.dispose();
  return model;
}

describe('open_clip’s naming', () => {
  it('gives the parameters and the config of the same model in Hugging Face’s, whatever its sizes', async () => {
    await fc.assert(
      fc.asyncProperty(anyConfig(), fc.integer({ min: 0, max: 99 }), async (config, seed) => {
        const model = createClip(config, { seed });
        const expected = await clipFiles(model);
        const sources = [await openClipFiles(model), expected];
        model.dispose();
        for (const source of sources) {
          const loaded = await loadClip(source);
          const found = await clipFiles(loaded);
          expect(found['config.json']).toBe(expected['config.json']);
          // By Buffer: Vitest compares bytes one by one.
          const [ours, theirs] = [found, expected].map((files) => Buffer.from(files['model.safetensors']));
          expect(ours!.equals(theirs!)).toBe(true);
          expect([...loaded.parameters.keys()]).toEqual([...model.parameters.keys()]);
          loaded.dispose();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('may have a bare config, module. before all names, and text. before those of the text tower', async () => {
    const model = createClip(tinyConfig, { seed: 4 });
    const inText = /^(token_embedding|positional_embedding|transformer|ln_final|text_projection)/;
    const renamed = await Promise.all(
      [
        (name: string) => `module.${name}`,
        (name: string) => name.replace(inText, 'text.$1'),
        (name: string) => `module.${name.replace(inText, 'text.$1')}`,
      ].map((rename) => openClipFiles(model, rename)),
    );
    model.dispose();
    for (const source of [withConfig((config) => config), ...renamed]) await loads(source);
  });

  it('is gelu where the config does not say, except in OpenAI’s own checkpoints', async () => {
    const silent = withConfig(({ quick_gelu: _, ...config }) => config);
    expect((await loads(silent)).config.image.activation).toBe('gelu');
    const openAi = withWeights((header, data) => {
      const scalars = ['input_resolution', 'context_length', 'vocab_size'].map((name, i) => [
        name,
        { dtype: 'I64', shape: [], data_offsets: [data.length + 8 * i, data.length + 8 * i + 8] },
      ]);
      return joinSafetensors(
        { ...header, ...Object.fromEntries(scalars) },
        Buffer.concat([data, Buffer.alloc(24)]),
      );
    });
    const { config } = await loads({ ...openAi, [configFile]: silent[configFile] });
    expect([config.image.activation, config.text.activation]).toEqual(['quick_gelu', 'quick_gelu']);
  });

  it('has the defaults of open_clip: heads of 64, patches of 16', async () => {
    const config = { embed_dim: 512, vision_cfg: { width: 832 }, text_cfg: {} };
    // What the weights lack first is named in the words of the config that was understood.
    await refuses(
      { ...files, [configFile]: JSON.stringify(config) },
      /visual\.conv1\.weight must have the shape \[832,3,16,16\] by open_clip_config\.json, got \[16,3,4,4\]/,
    );
  });

  it('is read where a config.json beside it is timm’s, or has no weights', async () => {
    await loads({ ...files, 'config.json': '{"architecture":"vit_base_patch32_clip_224"}' });
    await loads({ ...files, 'config.json': saved['config.json'] });
  });

  const vision = (fields: object) => (config: Record<string, unknown>) => ({
    ...config,
    vision_cfg: { ...(config.vision_cfg as object), ...fields },
  });
  const text = (fields: object) => (config: Record<string, unknown>) => ({
    ...config,
    text_cfg: { ...(config.text_cfg as object), ...fields },
  });
  it.each([
    ['a ResNet', vision({ layers: [3, 4, 6, 3] }), /vision_cfg\.layers .* ResNet image towers cannot/],
    [
      'a tower of timm',
      vision({ timm_model_name: 'convnext_base' }),
      /timm_model_name .* timm’s image towers/,
    ],
    ['attentional pooling', vision({ attentional_pool: true }), /attentional_pool .*attentional pooling/],
    ['mean pooling', vision({ pool_type: 'avg' }), /vision_cfg\.pool_type .* pooling other than tok/],
    ['no first norm', vision({ no_ln_pre: true }), /no_ln_pre .*without a norm before the layers/],
    ['layer scale', vision({ ls_init_value: 0.1 }), /ls_init_value .*layer scale/],
    ['oblong images', vision({ image_size: [8, 16] }), /image_size must be one length/],
    ['a field of another time', vision({ rope: true }), /vision_cfg\.rope .*not known here, got true/],
    ['heads that do not fit', vision({ head_width: 7 }), /head_width must divide the width 16, got 7/],
    ['a tower of transformers', text({ hf_model_name: 'roberta-base' }), /text towers of transformers/],
    ['no causal mask', text({ no_causal_mask: true }), /no_causal_mask .*look ahead/],
    ['last pooling', text({ pool_type: 'last' }), /text_cfg\.pool_type .*other than argmax/],
    ['a bias', text({ proj_bias: true }), /proj_bias .*projections with a bias/],
    ['SigLIP', (config: object) => ({ ...config, init_logit_bias: -10 }), /init_logit_bias .*SigLIP/],
    ['CoCa', (config: object) => ({ ...config, multimodal_cfg: {} }), /multimodal_cfg .*CoCa/],
    [
      'a text for a flag',
      (config: object) => ({ ...config, quick_gelu: 'yes' }),
      /quick_gelu must be true or/,
    ],
    ['no tower', () => ({ embed_dim: 8, text_cfg: {} }), /vision_cfg must describe a tower/],
    ['no length', () => ({ vision_cfg: {}, text_cfg: {} }), /embed_dim must be the length/],
    ['a huge width', text({ width: 1e12 }), /text\.width must be an integer from 1 to/],
    ['a ratio of infinity', text({ mlp_ratio: 1e300 }), /text\.mlpWidth must be an integer/],
  ])('is refused by name with %s', async (_, change, message) => {
    await refuses(withConfig(change), message);
  });

  it('may say what changes nothing', async () => {
    await loads(
      withConfig((config) => ({
        ...vision({ timm_model_name: null, patch_dropout: 0.5, no_ln_pre: false, image_size: [8, 8] })(
          text({ hf_tokenizer_name: 'x', no_causal_mask: null })(config),
        ),
        init_logit_bias: null,
        precision: 'fp16',
      })),
    );
  });

  it.each([
    [
      'a matrix that is not turned',
      /visual\.proj must have the shape \[16,8\] by open_clip_config\.json, got \[8,16\]/,
      (h: RawHeader, d: Uint8Array) =>
        joinSafetensors({ ...h, 'visual.proj': { ...h['visual.proj']!, shape: [8, 16] } }, d),
    ],
    [
      'a tower that is missing',
      /visual\.conv1\.weight is missing, and so is all of the image tower: loadClip needs both/,
      (h: RawHeader, d: Uint8Array) => {
        const kept = Object.entries(h).filter(([name]) => !name.startsWith('visual.'));
        let at = 0;
        const header: RawHeader = {};
        const parts = kept.map(([name, entry]) => {
          const part = d.slice(...entry!.data_offsets);
          header[name] = { ...entry!, data_offsets: [at, at + part.length] };
          at += part.length;
          return part;
        });
        return joinSafetensors(header, Buffer.concat(parts));
      },
    ],
    [
      'the scalar of OpenAI grown large',
      /the tensor vocab_size belongs to no CLIP/,
      (h: RawHeader, d: Uint8Array) =>
        joinSafetensors(
          { ...h, vocab_size: { dtype: 'U8', shape: [9], data_offsets: [d.length, d.length + 9] } },
          Buffer.concat([d, Buffer.alloc(9)]),
        ),
    ],
  ])('is refused with %s', async (_, message, forge) => {
    await refuses(withWeights(forge), message);
  });

  it('is distinguished from Hugging Face’s where the files’ names are mistaken', async () => {
    await refuses(
      { 'config.json': saved['config.json'], 'model.safetensors': files[weightsFile] },
      /is missing; the names are open_clip’s, whose files are called open_clip_config\.json/,
    );
    await refuses(
      { ...files, [weightsFile]: saved['model.safetensors'] },
      /is missing; the names are Hugging Face’s, whose files are called config\.json/,
    );
  });

  it('is refused in words, or loads, whatever its config says', async () => {
    const full = openClipConfig(createClip(tinyConfig).config);
    const field = fc.constantFrom(
      ...Object.keys(full),
      ...Object.keys(full.vision_cfg),
      ...Object.keys(full.text_cfg),
    );
    await fc.assert(
      fc.asyncProperty(
        field,
        fc.jsonValue(),
        fc.constantFrom('', 'vision_cfg', 'text_cfg'),
        async (name, value, at) => {
          await loadsOrRefuses(
            withConfig((config) =>
              at === ''
                ? { ...config, [name]: value }
                : { ...config, [at]: { ...(config[at] as object), [name]: value } },
            ),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
