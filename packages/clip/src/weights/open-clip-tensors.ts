import type { FullClipConfig } from '../model/clip-config';
import { type ParameterSpec, parameterSpecs } from '../model/parameter-specs';
import type { StoredModel, StoredTensor } from './safetensors';

/** Scalars in OpenAI's own checkpoints. */
export const openAiScalars: readonly string[] = ['input_resolution', 'context_length', 'vocab_size'];

/** What stands before the names of a file. */
export interface OpenClipPrefixes {
  /** 'module.' in a checkpoint of distributed training, or nothing. */
  readonly all: string;
  /** 'text.' where open_clip built the model as CustomTextCLIP, or nothing. */
  readonly text: string;
}

/** Finds the prefixes in the names of a file. */
export function openClipPrefixes(names: readonly string[]): OpenClipPrefixes {
  const all = names.length > 0 && names.every((name) => name.startsWith('module.')) ? 'module.' : '';
  const text = names.includes(`${all}text.token_embedding.weight`) ? 'text.' : '';
  return { all, text };
}

/**
 * open_clip's naming, which is that of OpenAI's code: queries, keys and values in one matrix, the projections
 * [width, embeddingSize].
 */
export function openClipTensors(config: FullClipConfig, prefixes: OpenClipPrefixes): StoredModel {
  const text = prefixes.all + prefixes.text;
  const image = `${prefixes.all}visual.`;
  const specs = new Map(parameterSpecs(config).map((spec) => [spec.name, spec]));
  const spec = (name: string): ParameterSpec => {
    const found = specs.get(name);
    if (found === undefined) throw new Error(`no parameter is named ${name}`);
    return found;
  };
  const same = (name: string, parameter: string): StoredTensor => ({
    name,
    shape: spec(parameter).shape,
    parameters: [spec(parameter)],
  });
  const turned = (name: string, parameter: string): StoredTensor => ({
    ...same(name, parameter),
    shape: [...spec(parameter).shape].reverse(),
    transposed: true,
  });
  const joined = (name: string, parameters: readonly string[]): StoredTensor => {
    const [first, ...rest] = spec(parameters[0]!).shape;
    return { name, shape: [first! * parameters.length, ...rest], parameters: parameters.map(spec) };
  };
  const pair = (name: string, parameter: string): StoredTensor[] =>
    ['weight', 'bias'].map((part) => same(`${name}.${part}`, `${parameter}.${part}`));
  const layers = (prefix: string, tower: string, count: number): StoredTensor[] =>
    Array.from({ length: count }, (_, i) => i).flatMap((i) => {
      const block = `${prefix}transformer.resblocks.${i}`;
      const layer = `${tower}.encoder.layers.${i}`;
      return [
        ...pair(`${block}.ln_1`, `${layer}.layer_norm1`),
        ...['weight', 'bias'].map((part) =>
          joined(
            `${block}.attn.in_proj_${part}`,
            ['q', 'k', 'v'].map((x) => `${layer}.self_attn.${x}_proj.${part}`),
          ),
        ),
        ...pair(`${block}.attn.out_proj`, `${layer}.self_attn.out_proj`),
        ...pair(`${block}.ln_2`, `${layer}.layer_norm2`),
        ...pair(`${block}.mlp.c_fc`, `${layer}.mlp.fc1`),
        ...pair(`${block}.mlp.c_proj`, `${layer}.mlp.fc2`),
      ];
    });

  const { contextLength } = config.text;
  return {
    tensors: [
      same(`${image}conv1.weight`, 'vision_model.embeddings.patch_embedding.weight'),
      same(`${image}class_embedding`, 'vision_model.embeddings.class_embedding'),
      same(`${image}positional_embedding`, 'vision_model.embeddings.position_embedding.weight'),
      ...pair(`${image}ln_pre`, 'vision_model.pre_layrnorm'),
      ...layers(image, 'vision_model', config.image.layers),
      ...pair(`${image}ln_post`, 'vision_model.post_layernorm'),
      turned(`${image}proj`, 'visual_projection.weight'),
      same(`${text}token_embedding.weight`, 'text_model.embeddings.token_embedding.weight'),
      same(`${text}positional_embedding`, 'text_model.embeddings.position_embedding.weight'),
      ...layers(text, 'text_model', config.text.layers),
      ...pair(`${text}ln_final`, 'text_model.final_layer_norm'),
      turned(`${text}text_projection`, 'text_projection.weight'),
      same(`${prefixes.all}logit_scale`, 'logit_scale'),
    ],
    ignored: new Map<string, readonly number[]>([
      ...openAiScalars.map((name): [string, number[]] => [prefixes.all + name, []]),
      // Older versions kept the causal mask among the weights.
      [`${text}attn_mask`, [contextLength, contextLength]],
    ]),
  };
}
