import { concat, type Tensor, transpose } from '@tensorflow/tfjs-core';

const direct: Readonly<Record<string, string>> = {
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

const inner: Readonly<Record<string, string>> = {
  'attn.out_proj': 'self_attn.out_proj',
  ln_1: 'layer_norm1',
  ln_2: 'layer_norm2',
  'mlp.c_fc': 'mlp.fc1',
  'mlp.c_proj': 'mlp.fc2',
};

/** Names of a model's tensors in OpenAI's code. */
export function openClipNames(layers: { readonly image: number; readonly text: number }): string[] {
  const blocks = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${prefix}transformer.resblocks.${i}`).flatMap((block) => [
      ...['attn.in_proj_weight', 'attn.in_proj_bias'].map((name) => `${block}.${name}`),
      ...Object.keys(inner).flatMap((name) => [`${block}.${name}.weight`, `${block}.${name}.bias`]),
    ]);
  return [
    ...Object.keys(direct),
    'text_projection',
    'visual.proj',
    ...blocks('', layers.text),
    ...blocks('visual.', layers.image),
  ];
}

/**
 * A parameter, or its gradient, under OpenAI's name and in its layout, made of those under Hugging Face's: q, k
 * and v in one matrix, projections transposed. Written apart from the loader, which does the inverse.
 */
export function openClipTensor(name: string, get: (name: string) => Tensor): Tensor {
  // Of what open_clip has no name for, the files have ours.
  if (/^(vision|text)_model\.|^(visual|text)_projection\./.test(name)) return get(name);
  if (name in direct) return get(direct[name]!);
  if (name === 'text_projection') return transpose(get('text_projection.weight'));
  if (name === 'visual.proj') return transpose(get('visual_projection.weight'));
  const parts = /^(visual\.)?transformer\.resblocks\.(\d+)\.(.+)$/.exec(name);
  if (parts === null) throw new Error(`unknown parameter ${name}`);
  const layer = `${parts[1] === undefined ? 'text_model' : 'vision_model'}.encoder.layers.${parts[2]}`;
  const rest = parts[3]!;
  const joined = /^attn\.in_proj_(weight|bias)$/.exec(rest);
  if (joined !== null)
    return concat(['q', 'k', 'v'].map((x) => get(`${layer}.self_attn.${x}_proj.${joined[1]}`)));
  const dot = rest.lastIndexOf('.');
  return get(`${layer}.${inner[rest.slice(0, dot)]}${rest.slice(dot)}`);
}
