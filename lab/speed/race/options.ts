import { InputError } from '@slipform/kit/errors/input-error';
import type { ClipConfig } from '../../../packages/clip/src/model/clip-config';
import { readFlags, wholeNumber, wholeNumbers } from '../flags';

/** Sizes of CLIP ViT-B/32 (Radford et al. 2021, table 20). */
const vitB32: ClipConfig = {
  embeddingSize: 512,
  image: { imageSize: 224, patchSize: 32, width: 768, layers: 12, heads: 12 },
  text: { vocabularySize: 49408, contextLength: 77, width: 512, layers: 12, heads: 8 },
};

const small = { width: 128, layers: 4, heads: 4 };

/** Sizes of models to race, by name; all with random weights. */
export const models = {
  small: {
    title: 'a small model (width 128, 4 layers, pictures of 224 × 224 in patches of 32, texts of 77 tokens)',
    config: {
      embeddingSize: 128,
      image: { ...small, imageSize: 224, patchSize: 32 },
      text: { ...small, vocabularySize: 1024, contextLength: 77 },
    },
  },
  'vit-b-32': { title: 'ViT-B/32', config: vitB32 },
  'vit-b-16': { title: 'ViT-B/16', config: { ...vitB32, image: { ...vitB32.image, patchSize: 16 } } },
} satisfies Readonly<Record<string, { readonly title: string; readonly config: ClipConfig }>>;

export type ModelName = keyof typeof models;

export interface RaceOptions {
  readonly images: number;
  readonly texts: number;
  /** Of PyTorch and ONNX Runtime; on our side 1 means no workers, and more means as many workers. */
  readonly threads: readonly number[];
  readonly rounds: number;
  /** Binaries of Node for our side. */
  readonly node: readonly string[];
  /** A Python with torch and transformers; undefined: scripts/python/install.mjs makes one. */
  readonly python: string | undefined;
  readonly models: readonly ModelName[];
  /** Our kernels and ONNX Runtime's in a page of Chromium too. */
  readonly chromium: boolean;
  readonly updateDocs: boolean;
}

export const usage = `npm run bench:race -w @slipform/clip -- [options]

  --images N      images of each side and round, one by one and in eights (filled up to eights); default 8
  --texts N       texts, alike; default 8
  --threads 1,2   threads of PyTorch and ONNX Runtime, and our workers (1: none)
  --rounds N      processes of each side; default 3
  --node PATH     a Node for our side, several times; default: the one that runs this
  --python PATH   with torch and transformers; default: what scripts/python/install.mjs prints
  --models NAMES  of ${Object.keys(models).join(', ')}, with commas between them; default vit-b-32; small is quick
  --no-chromium   without pages in Chromium (CHROMIUM_PATH, /usr/bin/chromium)
  --update-docs   puts the tables into packages/clip/docs/speed.md`;

/** @throws {InputError} for an option that is unknown or out of its range */
export function readRaceOptions(args: readonly string[]): RaceOptions {
  const flags = readFlags(args, {
    images: { type: 'string', default: '8' },
    texts: { type: 'string', default: '8' },
    threads: { type: 'string', default: '1,2' },
    rounds: { type: 'string', default: '3' },
    node: { type: 'string', multiple: true },
    python: { type: 'string' },
    models: { type: 'string', default: 'vit-b-32' },
    'no-chromium': { type: 'boolean', default: false },
    'update-docs': { type: 'boolean', default: false },
  });
  const { images, texts, threads, rounds, node, python, models: names } = flags;
  return {
    images: wholeNumber('--images', images, 256),
    texts: wholeNumber('--texts', texts, 256),
    threads: wholeNumbers('--threads', threads, 64),
    rounds: wholeNumber('--rounds', rounds, 100),
    node: node ?? [process.execPath],
    models: [...new Set(names.split(',').map(modelName))],
    chromium: !flags['no-chromium'],
    ...{ python, updateDocs: flags['update-docs'] },
  };
}

function modelName(name: string): ModelName {
  if (Object.hasOwn(models, name)) return name as ModelName;
  throw new InputError(
    `--models must be of ${Object.keys(models).join(', ')}, with commas between them, got ${JSON.stringify(name)}.`,
  );
}
