import { parseJsonObject } from '../files/parse-json';
import { readNeededFile } from '../files/read-file';
import { patchCount, type TowerConfig } from '../model/clip-config';
import { fromHuggingFaceConfig } from '../weights/hugging-face-config';
import { readSafetensorsHeader } from '../weights/safetensors-header';

/** `slipform-clip info FOLDER`: reads the config and the header of the weights, and allocates none of them. */
export async function printInfo(folder: string, { json = false }: { json?: boolean }): Promise<void> {
  const config = fromHuggingFaceConfig(
    parseJsonObject(await readNeededFile(folder, 'config.json'), 'config.json'),
  );
  const entries = readSafetensorsHeader(
    await readNeededFile(folder, 'model.safetensors'),
    'model.safetensors',
  );
  const count = (prefix: string) =>
    [...entries.values()]
      .filter(({ name, dtype }) => name.startsWith(prefix) && !dtype.startsWith('I'))
      .reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
  const parameters = {
    total: count(''),
    image: count('vision_model.') + count('visual_projection.'),
    text: count('text_model.') + count('text_projection.'),
  };
  const dtypes = [...new Set([...entries.values()].map(({ dtype }) => dtype))];
  const info = { config, parameters, dtypes, float32Bytes: parameters.total * 4 };
  if (json) {
    process.stdout.write(`${JSON.stringify(info)}\n`);
    return;
  }
  const { image, text } = config;
  const rows = [
    [
      'image tower',
      `${describe(image)}, ${image.imageSize}×${image.imageSize} pixels in ${patchCount(image)} patches of ${image.patchSize}`,
    ],
    ['text tower', `${describe(text)}, ${text.contextLength} tokens of ${text.vocabularySize}`],
    ['embedding', `${config.embeddingSize} numbers`],
    [
      'parameters',
      `${number(parameters.total)} (image ${number(parameters.image)}, text ${number(parameters.text)})`,
    ],
    [
      'memory',
      `${(info.float32Bytes / 2 ** 20).toFixed(1)} MiB as float32; the file holds ${dtypes.join(', ')}`,
    ],
  ];
  process.stdout.write(rows.map(([name, value]) => `${name!.padEnd(12)}${value}\n`).join(''));
}

function describe(tower: Required<TowerConfig>): string {
  return `width ${tower.width}, ${tower.layers} layers, ${tower.heads} heads, MLP ${tower.mlpWidth}, ${tower.activation}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
