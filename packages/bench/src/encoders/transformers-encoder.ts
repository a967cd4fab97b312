import { InputError } from '@slipform/kit/errors/input-error';
import {
  callback,
  defineOptions,
  integer,
  optional,
  type RowsFor,
  rule,
} from '@slipform/kit/options/options';
import { printable, shown } from '@slipform/kit/text/printable';
import type { Float32Encoder } from './encoder';
import { visionInputs } from './vision-inputs';

/** The part of @huggingface/transformers (3 and 4) that is used here, as its documentation describes it. */
export interface TransformersModule {
  readonly AutoConfig: Pretrained<{ readonly model_type: string }>;
  readonly AutoTokenizer: Pretrained<(texts: string[], options: object) => unknown>;
  readonly AutoProcessor: Pretrained<TransformersProcessor>;
  readonly CLIPTextModelWithProjection: Pretrained<TransformersTower>;
  readonly CLIPVisionModelWithProjection: Pretrained<TransformersTower>;
  readonly SiglipTextModel: Pretrained<TransformersTower>;
  readonly SiglipVisionModel: Pretrained<TransformersTower>;
  readonly RawImage: {
    new (data: Uint8Array | Uint8ClampedArray, width: number, height: number, channels: number): unknown;
    read(source: string): Promise<unknown>;
    fromBlob(blob: Blob): Promise<unknown>;
  };
  /** Makes the vision tower's input of our own pixels. */
  readonly Tensor: new (
    type: 'float32',
    data: Float32Array,
    dims: number[],
  ) => unknown;
}

/** Makes inputs of pictures; `image_processor.config` is the content of preprocessor_config.json. */
export interface TransformersProcessor {
  (images: unknown[]): Promise<unknown>;
  readonly image_processor?: { readonly config?: unknown };
  readonly config?: unknown;
}

interface Pretrained<T> {
  from_pretrained(model: string, options?: object): Promise<T>;
}

type TransformersTower = (inputs: unknown) => Promise<Readonly<Record<string, unknown>>>;

export interface TransformersOptions {
  /** Passed to `from_pretrained` of the models: `dtype`, `device`, `revision`, … */
  readonly model?: object;
  /** Inputs of one call. Default 16. */
  readonly batchSize?: number;
  /** Called once where the library's own pixels are fed, with a sentence that says why. Default `console.warn`. */
  readonly onWarning?: (warning: string) => void;
  /** The library itself, where it is bundled or has another name; default `import('@huggingface/transformers')`. */
  readonly library?: TransformersModule;
}

const table = () =>
  defineOptions('transformersEncoder', {
    model: optional(
      rule<object>('an object of options', (value) => typeof value === 'object' && value !== null),
    ),
    batchSize: optional(integer({ min: 1 }), 16),
    onWarning: optional(callback<(warning: string) => void>()),
    library: optional(
      rule<TransformersModule>(
        'the module @huggingface/transformers',
        (value) => typeof value === 'object' && value !== null,
      ),
    ),
  } satisfies RowsFor<TransformersOptions>);

/** What the families call their towers' outputs, and how their texts are padded. */
const FAMILIES = {
  clip: {
    text: 'CLIPTextModelWithProjection',
    vision: 'CLIPVisionModelWithProjection',
    outputs: { text: 'text_embeds', vision: 'image_embeds' },
    padding: true,
  },
  siglip: {
    text: 'SiglipTextModel',
    vision: 'SiglipVisionModel',
    outputs: { text: 'pooler_output', vision: 'pooler_output' },
    // SigLIP was trained with padding, which its pooling sees.
    padding: 'max_length',
  },
} as const;

/**
 * An Encoder of a CLIP or SigLIP model of @huggingface/transformers, an optional peer: `npm install
 * @huggingface/transformers`. Pictures may be paths, URLs, Blobs, bytes of a file or raw pixels.
 *
 * The vision tower is fed by this package: `preprocessor_config.json` as transformers (Python) understands it, resized as
 * Pillow does (`readImage` of `@slipform/clip`). transformers.js's own preprocessing reads a numeric `size` otherwise and
 * resizes without antialiasing, so that its scores are not comparable. Where the config asks for what `readImage` can't
 * do, the library's pixels are fed, and `onWarning` is called once.
 *
 * @param model a name on the hub or a folder, such as `Xenova/clip-vit-base-patch32`
 * @throws InputError where the library is not installed, the model can't be loaded, or is of another family
 * @example
 * const encoder = await transformersEncoder('Xenova/clip-vit-base-patch32', { model: { dtype: 'fp32' } });
 */
export async function transformersEncoder(
  model: string,
  options: TransformersOptions = {},
): Promise<Float32Encoder> {
  if (typeof model !== 'string' || model === '') {
    throw new InputError(
      `transformersEncoder: model must be a name on the hub or a folder, got ${shown(model)}.`,
    );
  }
  const { batchSize, onWarning = console.warn, model: modelOptions, ...given } = table().read(options);
  const library = given.library ?? (await importLibrary());
  checkLibrary(library);
  const load = async <T>(part: Pretrained<T>, ofModel?: object) =>
    Promise.resolve(part.from_pretrained(model, ofModel)).catch((error: unknown) => {
      throw notLoaded(model, error);
    });
  const { model_type: type } = await load(library.AutoConfig);
  if (type !== 'clip' && type !== 'siglip') {
    throw new InputError(
      `transformersEncoder: ${printable(model)} must be a CLIP or SigLIP model, its model_type is ${shown(type)}.`,
    );
  }
  const family = FAMILIES[type];
  const [tokenize, process, embedText, embedVision] = await Promise.all([
    load(library.AutoTokenizer),
    load(library.AutoProcessor),
    load(library[family.text], modelOptions),
    load(library[family.vision], modelOptions),
  ]);
  const prepare = await visionInputs(model, library, process, onWarning);
  return {
    embedTexts: (texts) =>
      inBatches(texts, batchSize, async (batch) => {
        const inputs = tokenize([...batch], { padding: family.padding, truncation: true });
        return rowsOf(await embedText(inputs), family.outputs.text, batch.length);
      }),
    embedImages: (images) =>
      inBatches(images, batchSize, async (batch) =>
        rowsOf(await embedVision(await prepare(batch)), family.outputs.vision, batch.length),
      ),
  };
}

function checkLibrary(library: TransformersModule): void {
  const parts = ['AutoConfig', 'AutoTokenizer', 'AutoProcessor'] as const;
  const lacking = parts.find((part) => typeof library?.[part]?.from_pretrained !== 'function');
  if (lacking === undefined) return;
  throw new InputError(
    `transformersEncoder: library must be the module @huggingface/transformers, got ${shown(library)} without ${lacking}.from_pretrained.`,
  );
}

/** The library's own errors are of many kinds; without a network it says "fetch failed". */
function notLoaded(model: string, error: unknown): InputError {
  const reason = error instanceof Error ? error.message : String(error);
  return new InputError(
    `transformersEncoder: ${printable(model)} can't be loaded: ${printable(reason.replace(/\s+/g, ' '), 200)}; a name is looked for on the hub, which needs a network, and a folder must begin with ./ or /.`,
  );
}

async function importLibrary(): Promise<TransformersModule> {
  // A name that bundlers cannot see: the peer is optional, and a bundle must not need it.
  const specifier: string = '@huggingface/transformers';
  try {
    return await import(/* @vite-ignore */ /* webpackIgnore: true */ specifier);
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
        ? 'is not installed'
        : `does not load (${error})`;
    throw new InputError(
      `transformersEncoder needs the package ${specifier}, which ${reason}; npm install ${specifier} and try again.`,
    );
  }
}

function rowsOf(output: Readonly<Record<string, unknown>>, name: string, count: number): Float32Array[] {
  const tensor = output[name];
  const data = typeof tensor === 'object' && tensor !== null && 'data' in tensor ? tensor.data : undefined;
  if (!(data instanceof Float32Array) || data.length === 0 || data.length % count !== 0) {
    throw new InputError(
      `transformersEncoder: the model returned no ${name} of float32 for ${count} inputs.`,
    );
  }
  const width = data.length / count;
  return Array.from({ length: count }, (_, row) => data.slice(row * width, (row + 1) * width));
}

async function inBatches<T>(
  inputs: readonly T[],
  batchSize: number,
  embed: (batch: readonly T[]) => Promise<Float32Array[]>,
): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let start = 0; start < inputs.length; start += batchSize) {
    vectors.push(...(await embed(inputs.slice(start, start + batchSize))));
  }
  return vectors;
}
