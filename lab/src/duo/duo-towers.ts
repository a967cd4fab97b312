import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ClipModel, createClip, loadEncoder, loadTokenizer, type SavedTokenizer } from '@slipform/clip';
import { concat, image, reshape, slice, type Tensor, tidy, type Variable } from '@tensorflow/tfjs-core';

/** Edge of the pictures of two icons that the model sees, in pixels; an icon has half of it. */
export const DUO_SIZE = 48;
/** Two names and what stands between them. */
const CONTEXT = 24;

/**
 * A model for pictures of two icons that begins with what a model of single icons knows: all weights are its own, the places
 * of the larger picture lie between those of the smaller one, and those of the longer text are new.
 *
 * @param folder of a model of single icons
 */
export async function duoTowers(
  folder: string,
  seed: number,
): Promise<{ readonly model: ClipModel; readonly tokenizer: SavedTokenizer }> {
  const encoder = await loadEncoder(folder);
  const tokenizer = await longTokenizer(folder);
  try {
    const { config } = encoder.model;
    const model = createClip(
      {
        ...config,
        image: { ...config.image, imageSize: DUO_SIZE },
        text: { ...config.text, contextLength: CONTEXT },
      },
      { seed },
    );
    for (const [name, parameter] of model.parameters) {
      const old = encoder.model.parameter(name);
      const value =
        name === 'vision_model.embeddings.position_embedding.weight'
          ? widened(old, parameter)
          : name === 'text_model.embeddings.position_embedding.weight'
            ? lengthened(old, parameter)
            : old.clone();
      parameter.assign(value);
      value.dispose();
    }
    return { model, tokenizer };
  } finally {
    encoder.dispose();
  }
}

/** Places of a square of patches, between those of a smaller square; the first is the class token's. */
function widened(old: Variable, wanted: Variable): Tensor {
  return tidy(() => {
    const [places, width] = old.shape as [number, number];
    const [more] = wanted.shape as [number];
    const [from, to] = [Math.sqrt(places - 1), Math.sqrt(more - 1)];
    const square = reshape(slice(old, [1, 0]), [from, from, width]);
    const larger = image.resizeBilinear(square as never, [to, to], true);
    return concat([slice(old, [0, 0], [1, width]), reshape(larger, [to * to, width])], 0);
  });
}

function lengthened(old: Variable, wanted: Variable): Tensor {
  return tidy(() => concat([old, slice(wanted, [old.shape[0]!, 0])], 0));
}

async function longTokenizer(folder: string): Promise<SavedTokenizer> {
  const read = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'));
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  return loadTokenizer({
    'tokenizer.json': bytes({ ...(await read('tokenizer.json')), truncation: null }),
    'tokenizer_config.json': bytes({ ...(await read('tokenizer_config.json')), model_max_length: CONTEXT }),
  });
}
