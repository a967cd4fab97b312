// With SLIPFORM_PYTHON alone: models that transformers and open_clip make are loaded here, and ours there.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeWithPython, runPython } from '@slipform/kit/testing/python';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend';
import type { ClipEncoder } from '../encoder/clip-encoder';
import { createEncoder } from '../encoder/create-encoder';
import { readImage } from '../encoder/decode-image';
import { loadEncoder } from '../encoder/load-encoder';
import type { Preprocessing } from '../encoder/preprocess';
import { createClip } from '../model/create-clip';
import type { Activation } from '../ops/gelu';
import { loadTokenizer, type SavedTokenizer } from '../tokenizer/tokenizer-file';
import { trainTokenizer } from '../tokenizer/train-tokenizer';
import type { SaveEncoderOptions } from '../weights/save-model-folder';

interface SavedModel {
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
async function saveModels(folder: string, theirs: string, texts: readonly string[]): Promise<SavedModel[]> {
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

/** The largest difference of two lists of rows; NaN where their shapes differ or a value is no number. */
function largestDifference(
  found: readonly ArrayLike<number>[],
  expected: readonly ArrayLike<number>[],
): number {
  if (found.length !== expected.length) return Number.NaN;
  let most = 0;
  found.forEach((row, at) => {
    const other = expected[at]!;
    if (row.length !== other.length) most = Number.NaN;
    for (let i = 0; i < row.length; i++) {
      const difference = Math.abs(row[i]! - other[i]!);
      if (!(difference <= most)) most = difference;
    }
  });
  return most;
}

/**
 * Wide, tall, square, large; sides that leave an even and an odd number of pixels over. None is much taller than wide: of
 * such a one that is squashed Pillow 13 resizes columns first, up to 12 rows first, which differs by a byte.
 */
const sizes = [
  [64, 43],
  [47, 58],
  [50, 50],
  [97, 31],
  [320, 213],
  [24, 30],
] as const;

/** Writes pictures with soft shades, edges and fine grain as PNG, which every decoder reads alike. → their paths */
async function drawPictures(folder: string): Promise<string[]> {
  return Promise.all(
    sizes.map(async ([width, height], at) => {
      const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
        const [x, y, channel] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width), i % 3];
        const shade = 90 + 80 * Math.sin((x * (channel + 1)) / 17 + (y * (at + 1)) / 23);
        const edge = Math.floor(x / 11) % 2 === Math.floor(y / 7) % 2 ? 40 : 0;
        return shade + edge + ((i * 2_654_435_761) % 31);
      });
      const file = join(folder, `${at}-${width}x${height}.png`);
      await sharp(data, { raw: { width, height, channels: 3 } })
        .png()
        .toFile(file);
      return file;
    }),
  );
}

/** What seen_by.py says of a model. */
interface Seen {
  /** What the library missed among the weights, or did not expect. */
  readonly wrong: readonly string[];
  readonly tokens: readonly (readonly number[])[];
  readonly pixels: readonly (readonly number[])[];
  readonly pixels_by_default: readonly (readonly number[])[];
  readonly images: readonly (readonly number[])[];
  readonly texts: readonly (readonly number[])[];
}

interface ForeignModels {
  readonly versions: Readonly<Record<string, string>>;
  readonly texts: readonly string[];
  readonly models: readonly (Seen & { readonly name: string })[];
}

/** A byte of a pixel, in units of a standard deviation, of which the smallest is 0.2 here. */
const oneByte = 1 / 255 / 0.2 + 1e-6;

describeWithPython('transformers and open_clip', () => {
  const folder = useFolder();
  let pictures: string[];
  let theirs: ForeignModels;
  let ours: readonly SavedModel[];
  let seen: Readonly<Record<string, Seen>>;
  beforeAll(async () => {
    await useBackend('cpu');
    pictures = await drawPictures(folder.path(''));
    const models = folder.path('theirs');
    theirs = await runPython(new URL('foreign_models.py', import.meta.url), models, ...pictures);
    ours = await saveModels(folder.path('ours'), models, theirs.texts);
    await writeFile(folder.path('ours.json'), JSON.stringify({ models: ours, pictures }));
    seen = await runPython(new URL('read_models.py', import.meta.url), folder.path('ours.json'));
    console.info('tried with', JSON.stringify(theirs.versions));
  });

  /** Up to the first end token, behind which each library pads as it likes. */
  const unpadded = (ids: readonly number[], end: number) => ids.slice(0, ids.indexOf(end) + 1);

  async function expectSame(place: string, expected: Seen, maxByDefault = oneByte) {
    const encoder = await loadEncoder(place);
    const { contextLength, endToken } = encoder.tokenizer;
    const tokens = encoder.tokenizer.batch(theirs.texts, { length: contextLength });
    expect((await tokens.array()).map((ids) => unpadded(ids, endToken))).toEqual(
      expected.tokens.map((ids) => unpadded(ids, endToken)),
    );
    const pixels = await Promise.all(pictures.map((file) => readImage(file, encoder.preprocessing)));
    expect(largestDifference(pixels, expected.pixels)).toBeLessThan(1e-2);
    expect(largestDifference(pixels, expected.pixels_by_default)).toBeLessThan(maxByDefault);
    expect(largestDifference(await encoder.embedImages(pictures), expected.images)).toBeLessThan(1e-4);
    expect(largestDifference(await encoder.embedTexts(theirs.texts), expected.texts)).toBeLessThan(1e-4);
    expect(expected.wrong).toEqual([]);
    tokens.dispose();
    encoder.dispose();
  }

  it.each([
    'quick-gelu',
    'gelu-in-shards',
    'half',
    'brain',
    'old-end-token',
    'small-vocabulary',
    'open-clip-gelu',
    'open-clip-quick',
    'open-clip-squash',
  ])('loads %s of theirs: the same tokens, pixels and embeddings', async (name) => {
    const expected = theirs.models.find((each) => each.name === name)!;
    await expectSame(join(folder.path('theirs'), name), expected);
  });

  it('saves models that they load: the same tokens, pixels and embeddings', async () => {
    expect(ours.length).toBeGreaterThan(0);
    for (const { name, folder: place } of ours) await expectSame(place, seen[name]!);
  });
});
