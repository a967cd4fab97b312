import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClipModel, clipFiles, createClip, tokenizerJson, trainTokenizer } from '@slipform/clip';
import type { ModelFiles } from '../../src/rooms/search/index/catalog';
import { packWeights, type Weight } from '../../src/rooms/search/index/packed-weights';
import type { HashedFiles } from './write-set';

/** A tower in the place of one that is not asked: as small as there can be. */
const stub = { width: 8, layers: 1, heads: 1 };

/**
 * Writes a model as two, each of which has one of the towers and a stub in the place of the other: words are searched with
 * the text tower alone, and the image tower is loaded for the first drawing. The text tower, which every visit loads, has a
 * byte a number (the README says what that costs); the image tower has two.
 *
 * @param folder of the model, for the files beside its weights
 */
export async function splitTowers(
  model: ClipModel,
  folder: string,
  files: HashedFiles,
): Promise<{ readonly words: ModelFiles; readonly drawings: ModelFiles }> {
  const { embeddingSize, image, text } = model.config;
  const beside = (name: string) => readFile(join(folder, name), 'utf8');
  const small = trainTokenizer(['icon']);
  const { vocabularySize, contextLength } = small;
  const words = createClip({ embeddingSize, text, image: { ...stub, imageSize: 8, patchSize: 8 } });
  const drawings = createClip({ embeddingSize, image, text: { ...stub, vocabularySize, contextLength } });
  copyWeights(model, words, /^text_/);
  copyWeights(model, drawings, /^visi?o?n?(_model|ual_projection)/);
  const written = {
    words: await write(files, 'words', {
      'config.json': (await clipFiles(words))['config.json'],
      'model.packed': packWeights(await weightsOf(words)),
      'tokenizer.json': await beside('tokenizer.json'),
      'tokenizer_config.json': await beside('tokenizer_config.json'),
    }),
    drawings: await write(files, 'drawings', {
      ...(await clipFiles(drawings, { dtype: 'float16' })),
      'preprocessor_config.json': await beside('preprocessor_config.json'),
      'tokenizer.json': tokenizerJson(small),
    }),
  };
  words.dispose();
  drawings.dispose();
  return written;
}

function copyWeights(from: ClipModel, to: ClipModel, names: RegExp): void {
  let count = 0;
  for (const [name, variable] of from.parameters) {
    if (!names.test(name)) continue;
    to.parameters.get(name)!.assign(variable);
    count++;
  }
  if (count < 10)
    throw new Error(`The model has ${count} weights of the tower ${names}; its names must have changed.`);
}

/** A model's weights with their numbers. */
export function weightsOf(model: ClipModel): Promise<Weight[]> {
  return Promise.all(
    [...model.parameters].map(async ([name, variable]) => ({
      ...{ name, shape: variable.shape },
      values: await variable.data<'float32'>(),
    })),
  );
}

async function write(
  files: HashedFiles,
  tower: string,
  all: Readonly<Record<string, string | Uint8Array>>,
): Promise<ModelFiles> {
  const paths: Record<string, string> = {};
  let bytes = 0;
  for (const [name, content] of Object.entries(all)) {
    const [stem = name, extension = 'bin'] = name.split('.');
    paths[name] = await files.write(`${tower}-${stem}`, extension, content);
    bytes += content.length;
  }
  return { files: paths, bytes };
}
