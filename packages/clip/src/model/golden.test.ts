import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { infoNceLoss } from '@slipform/cement-loss';
import {
  concat,
  type Tensor,
  tensor2d,
  tensor4d,
  tidy,
  transpose,
  variableGrads,
} from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnBackends } from '../testing/backends';
import { relativeError } from '../testing/relative-error';

import { loadClip } from '../weights/load-clip';
import type { ClipModel } from './clip-model';

const folder = fileURLToPath(new URL('../../fixtures/clip-tiny', import.meta.url));

interface Expected {
  readonly imagesShape: [number, number, number, number];
  readonly images: number[];
  readonly tokens: number[][];
  readonly imageEmbeddings: number[][];
  readonly textEmbeddings: number[][];
  readonly logits: number[][];
  readonly loss: number;
  readonly gradients: Record<string, { norm: number; head: number[] }>;
}

// Values made by OpenAI's own model code in PyTorch from the same weights.
describeOnBackends('a tiny CLIP against OpenAI’s code', () => {
  let model: ClipModel;
  let expected: Expected;
  let pixels: Tensor;

  beforeAll(async () => {
    model = await loadClip(folder);
    expected = JSON.parse(await readFile(`${folder}/expected.json`, 'utf8'));
    pixels = tidy(() => transpose(tensor4d(expected.images, expected.imagesShape), [0, 2, 3, 1]));
  });
  afterAll(() => {
    model.dispose();
    pixels.dispose();
  });

  const tokens = () => tensor2d(expected.tokens, undefined, 'int32');
  const images = () => pixels as ReturnType<typeof tensor4d>;

  it('embeds images and texts', () => {
    const [image, text] = tidy(() => [
      model.encodeImages(images()).dataSync(),
      model.encodeTexts(tokens()).dataSync(),
    ]);
    expect(relativeError(image!, expected.imageEmbeddings.flat())).toBeLessThan(1e-4);
    expect(relativeError(text!, expected.textEmbeddings.flat())).toBeLessThan(1e-4);
  });

  it('gives the same text embedding when the padding after the longest text is cut off', () => {
    const longest = Math.max(...expected.tokens.map((ids) => ids.indexOf(model.config.text.endToken) + 1));
    expect(longest).toBeLessThan(expected.tokens[0]!.length);
    const cut = expected.tokens.map((ids) => ids.slice(0, longest));
    const text = tidy(() => model.encodeTexts(tensor2d(cut, undefined, 'int32')).dataSync());
    expect(relativeError(text, expected.textEmbeddings.flat())).toBeLessThan(1e-4);
  });

  it('has the loss and the gradient of every parameter', () => {
    const { value, grads } = variableGrads(
      () =>
        infoNceLoss(
          { images: model.encodeImages(images()), captions: model.encodeTexts(tokens()) },
          { logitScale: model.logitScale() },
        ),
      [...model.parameters.values()],
    );
    expect(value.dataSync()[0]).toBeCloseTo(expected.loss, 4);
    const gradient = (name: string): Tensor => grads[model.parameter(name).name]!;
    for (const [name, { norm, head }] of Object.entries(expected.gradients)) {
      const values = Float32Array.from(tidy(() => openaiGradient(name, gradient).dataSync()));
      const found = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
      expect(Math.abs(found / norm - 1), `norm of ${name}`).toBeLessThan(1e-3);
      const largest = Math.max(...values.map(Math.abs));
      for (const [i, x] of head.entries()) {
        expect(Math.abs(values[i]! - x) / largest, `${name}[${i}]`).toBeLessThan(1e-3);
      }
    }
    for (const x of [value, ...Object.values(grads)]) x.dispose();
  });
});

/** A gradient under OpenAI's name and in its layout: q, k and v in one matrix, projections transposed. */
function openaiGradient(name: string, gradient: (name: string) => Tensor): Tensor {
  const direct: Record<string, string> = {
    positional_embedding: 'text_model.embeddings.position_embedding.weight',
    logit_scale: 'logit_scale',
    'visual.class_embedding': 'vision_model.embeddings.class_embedding',
    'visual.positional_embedding': 'vision_model.embeddings.position_embedding.weight',
    'visual.conv1.weight': 'vision_model.embeddings.patch_embedding.weight',
    'visual.ln_pre.weight': 'vision_model.pre_layrnorm.weight',
    'visual.ln_pre.bias': 'vision_model.pre_layrnorm.bias',
    'visual.ln_post.weight': 'vision_model.post_layernorm.weight',
    'visual.ln_post.bias': 'vision_model.post_layernorm.bias',
    'token_embedding.weight': 'text_model.embeddings.token_embedding.weight',
    'ln_final.weight': 'text_model.final_layer_norm.weight',
    'ln_final.bias': 'text_model.final_layer_norm.bias',
  };
  if (name in direct) return gradient(direct[name]!);
  if (name === 'text_projection') return transpose(gradient('text_projection.weight'));
  if (name === 'visual.proj') return transpose(gradient('visual_projection.weight'));
  const parts = /^(visual\.)?transformer\.resblocks\.(\d+)\.(.+)$/.exec(name);
  if (parts === null) throw new Error(`unknown parameter ${name}`);
  const layer = `${parts[1] === undefined ? 'text_model' : 'vision_model'}.encoder.layers.${parts[2]}`;
  const rest = parts[3]!;
  const joined = /^attn\.in_proj_(weight|bias)$/.exec(rest);
  if (joined !== null)
    return concat(['q', 'k', 'v'].map((x) => gradient(`${layer}.self_attn.${x}_proj.${joined[1]}`)));
  const inner: Record<string, string> = {
    'attn.out_proj': 'self_attn.out_proj',
    ln_1: 'layer_norm1',
    ln_2: 'layer_norm2',
    'mlp.c_fc': 'mlp.fc1',
    'mlp.c_proj': 'mlp.fc2',
  };
  const dot = rest.lastIndexOf('.');
  return gradient(`${layer}.${inner[rest.slice(0, dot)]}${rest.slice(dot)}`);
}
