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
  const { config, parameters, tokenizer, files } = info;
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
      'memory',
      `${memorySize(info.float32Bytes)} of weights as float32; in training ${memorySize(4 * info.float32Bytes)} (weights, gradients and AdamW’s two moments), and what a batch takes`,
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
