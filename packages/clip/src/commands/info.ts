import { say } from '@slipform/kit/command/say';
import { flagRow } from '@slipform/kit/options/command-rows';
import { defineOptions } from '@slipform/kit/options/options';
import type { ModelSource } from '../files/model-source';
import { openFile } from '../files/open-file';
import { openSource } from '../files/open-source';
import { type FullClipConfig, patchCount, type TowerConfig } from '../model/clip-config';
import { parameterSpecs } from '../model/parameter-specs';
import { declaredActivations, disagreement } from '../weights/declared-activation';
import { closeFiles, findWeights } from '../weights/find-weights';

/** The options of `slipform-clip info`. */
export const INFO_FLAGS = defineOptions('slipform-clip info', { json: flagRow('print JSON') });

/** `slipform-clip info MODEL`: reads the config and the headers of the weights, and allocates none of them. */
export async function printInfo(folder: string, { json }: { readonly json: boolean }): Promise<void> {
  const info = await describeModel(await openSource('info', folder));
  if (json) {
    process.stdout.write(`${JSON.stringify(info)}\n`);
    return;
  }
  const { config, parameters, memory, tokenizer, files } = info;
  const { image, text } = config;
  const rows = [
    ['naming', info.naming],
    [
      'image tower',
      `${describe(image)}, ${image.imageSize}×${image.imageSize} pixels in ${patchCount(image)} patches of ${image.patchSize}${describeStem(image)}`,
    ],
    ['text tower', `${describe(text)}, ${text.contextLength} tokens of ${number(text.vocabularySize)}`],
    [
      'activation',
      [
        `by the config ${activationsOf(config)}`,
        ...info.declared.map(({ by, activation }) => `${by}: ${activation}`),
      ].join('; '),
    ],
    ['embedding', `${config.embeddingSize} numbers`],
    [
      'parameters',
      `${number(parameters.total)} (image ${number(parameters.image)}, text ${number(parameters.text)})`,
    ],
    ['weights', `${info.dtypes.join(', ')}, ${memorySize(info.fileBytes)} in ${fileNames(files)}`],
    [
      'inference',
      `${memorySize(memory.weights)} of weights as float32, and while it computes ${memorySize(memory.inference.image)} an image, ${memorySize(memory.inference.text)} a text of full length`,
    ],
    [
      'training',
      `${memorySize(memory.training.state)} (weights, gradients and AdamW’s two moments), and about ${memorySize(memory.training.pair)} for each pair of a batch`,
    ],
    ['tokenizer', tokenizer ?? 'none found'],
  ];
  process.stdout.write(rows.map(([name, value]) => `${name!.padEnd(12)}${value}\n`).join(''));
  if (info.warning !== undefined) say(info.warning);
}

/** What the command prints; sizes in bytes. */
async function describeModel(source: ModelSource) {
  const { naming, config, files } = await findWeights(source);
  await closeFiles(files);
  const declared = await declaredActivations(source);
  const entries = files.flatMap((file) => file.entries);
  const specs = parameterSpecs(config).map(({ name, shape }) => ({
    name,
    size: shape.reduce((a, b) => a * b, 1),
  }));
  const count = (prefix: string) =>
    specs.filter(({ name }) => name.startsWith(prefix)).reduce((sum, { size }) => sum + size, 0);
  const parameters = { total: count(''), image: count('vis'), text: count('text_') };
  const float32Bytes = parameters.total * 4;
  return {
    naming,
    config,
    parameters,
    dtypes: [...new Set(entries.map(({ dtype }) => dtype))],
    files: files.map(({ name, end }) => ({ name, bytes: end })),
    fileBytes: files.reduce((sum, { end }) => sum + end, 0),
    float32Bytes,
    memory: {
      weights: float32Bytes,
      inference: activationBytes(config, 'inference'),
      training: { state: 4 * float32Bytes, pair: activationBytes(config, 'training').pair },
    },
    tokenizer: await findTokenizer(source),
    declared,
    warning: disagreement(config, declared),
  };
}

function activationsOf({ image, text }: FullClipConfig): string {
  return image.activation === text.activation
    ? text.activation
    : `${image.activation} (image), ${text.activation} (text)`;
}

/** The files of a tokenizer beside the weights, as a name; null where there are none. */
async function findTokenizer(source: ModelSource): Promise<string | null> {
  const has = async (name: string) => {
    const file = await openFile(source, name);
    if ('missing' in file) return false;
    await file.close();
    return true;
  };
  if (await has('tokenizer.json')) return 'tokenizer.json';
  return (await has('vocab.json')) && (await has('merges.txt')) ? 'vocab.json and merges.txt' : null;
}

function describe(tower: Required<TowerConfig>): string {
  return `width ${tower.width}, ${tower.layers} layers, ${tower.heads} heads, MLP ${tower.mlpWidth}, ${tower.activation}`;
}

function describeStem({ stem }: FullClipConfig['image']): string {
  return stem.length === 0 ? '' : ` behind convolutions of ${stem.join(', ')}`;
}

function fileNames(files: readonly { readonly name: string }[]): string {
  const [first] = files;
  return files.length === 1 ? first!.name : `${files.length} shards, ${first!.name} to ${files.at(-1)!.name}`;
}

function memorySize(bytes: number): string {
  if (bytes < 2 ** 20) return `${(bytes / 2 ** 10).toFixed(1)} KiB`;
  return bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(1)} MiB` : `${(bytes / 2 ** 30).toFixed(2)} GiB`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

/** Bytes beside the weights while one image, text, or pair of both is computed, texts at their full length. */
interface ActivationBytes {
  readonly image: number;
  readonly text: number;
  readonly pair: number;
}

/**
 * An estimate of what activations take, by the floats of one token in one layer of width w, MLP width m and
 * h heads among n tokens: for a gradient 8w + 3m + h·n are kept in each layer (two normalised inputs, two
 * outputs of norms, queries, keys, values, attention's weights and output; the MLP's input, gate and
 * activation); without one, only the layer at work holds some 14w + 4m + 3h·n.
 */
export function activationBytes(config: FullClipConfig, use: 'inference' | 'training'): ActivationBytes {
  const { image, text } = config;
  const floats = use === 'training' ? keptFloats : layerFloats;
  const pixels = 2 * 3 * image.imageSize ** 2;
  const stem = stemFloats(image, use);
  const tower = floats(image, patchCount(image) + 1);
  // Without a gradient the stem's are gone when the layers begin.
  const images = 4 * (pixels + (use === 'training' ? stem + tower : Math.max(stem, tower)));
  const texts = 4 * floats(text, text.contextLength);
  return { image: images, text: texts, pair: images + texts };
}

/**
 * Of a stem's convolutions: for a gradient each keeps its outputs before and behind the activation, and the widest
 * one's slopes lie beside them; without one, a layer's input and its output twice.
 */
function stemFloats({ imageSize, stem }: FullClipConfig['image'], use: 'inference' | 'training'): number {
  const outputs = stem.map((channels, i) => channels * (imageSize / 2 ** (i + 1)) ** 2);
  if (use === 'training') return 2 * outputs.reduce((sum, floats) => sum + floats, 0);
  return outputs.reduce((most, floats, i) => Math.max(most, 2 * floats + (outputs[i - 1] ?? 0)), 0);
}

function keptFloats({ layers, width, mlpWidth, heads }: Required<TowerConfig>, tokens: number): number {
  return tokens * layers * (8 * width + 3 * mlpWidth + heads * tokens);
}

function layerFloats({ width, mlpWidth, heads }: Required<TowerConfig>, tokens: number): number {
  return tokens * (14 * width + 4 * mlpWidth + 3 * heads * tokens);
}
