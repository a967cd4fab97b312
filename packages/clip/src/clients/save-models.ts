import { join } from 'node:path';
import type { ClipEncoder } from '../encoder/clip-encoder';
import { createEncoder } from '../encoder/create-encoder';
import { loadEncoder } from '../encoder/load-encoder';
import type { Preprocessing } from '../encoder/preprocess';
import { createClip } from '../model/create-clip';
import type { Activation } from '../ops/gelu';
import { loadTokenizer, type SavedTokenizer } from '../tokenizer/tokenizer-file';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import type { SaveEncoderOptions } from '../weights/save-model-folder';

export interface SavedModel {
  readonly name: string;
  readonly folder: string;
  readonly naming: 'huggingface' | 'open_clip';
}

const customNorms = { mean: [0.5, 0.4, 0.3], deviation: [0.2, 0.3, 0.4] } as const;

/**
 * Saves models below a folder, in both namings: some made here, with all activations, types and tokenizers, and some that
 * foreign_models.py made and this package loaded.
 *
 * @param theirs the folder of foreign_models.py's models
 */
export async function saveModels(
  folder: string,
  theirs: string,
  texts: readonly string[],
): Promise<SavedModel[]> {
  const clip = await loadTokenizer(join(theirs, 'quick-gelu'));
  const pieces = trainTokenizer(texts, { kind: 'bpe', contextLength: 30 });
  const words = trainTokenizer(texts.slice(0, 3));
  const load = (name: string) => loadEncoder(join(theirs, name));
  const models: readonly [string, ClipEncoder, SaveEncoderOptions][] = [
    ['pieces-in-shards', encoderOf(pieces, 'gelu'), { maxShardSize: '20KB' }],
    ['words', encoderOf(words, 'quick_gelu'), {}],
    ['half', encoderOf(clip, 'quick_gelu', { size: 32, fit: 'squash' }), { dtype: 'float16' }],
    [
      'brain',
      encoderOf(clip, 'gelu_pytorch_tanh', {
        size: 32,
        shorterSide: 41,
        interpolation: 'bilinear',
        ...customNorms,
      }),
      { dtype: 'bfloat16' },
    ],
    ['from-open-clip', await load('open-clip-quick'), {}],
    ['open-clip-words', encoderOf(words, 'quick_gelu'), { naming: 'open_clip' }],
    ['open-clip-pieces', encoderOf(pieces, 'gelu_pytorch_tanh'), { naming: 'open_clip' }],
    ['open-clip-half', encoderOf(clip, 'gelu'), { naming: 'open_clip', dtype: 'float16' }],
    ['from-transformers', await load('gelu-in-shards'), { naming: 'open_clip' }],
  ];
  const saved: SavedModel[] = [];
  for (const [name, encoder, options] of models) {
    const place = join(folder, name);
    await encoder.save(place, options);
    encoder.dispose();
    saved.push({ name, folder: place, naming: options.naming ?? 'huggingface' });
  }
  return saved;
}

function encoderOf(
  tokenizer: SavedTokenizer,
  activation: Activation,
  preprocessing: Preprocessing = { size: 32 },
): ClipEncoder {
  const { vocabularySize, contextLength } = tokenizer;
  const tower = { layers: 2, heads: 2, activation };
  const model = createClip(
    {
      embeddingSize: 12,
      image: { imageSize: 32, patchSize: 8, width: 24, mlpWidth: 72, ...tower },
      text: { vocabularySize, contextLength, width: 16, mlpWidth: 48, ...tower },
    },
    { seed: 5 },
  );
  return createEncoder(model, tokenizer, { preprocessing });
}
