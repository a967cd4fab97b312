import { InputError, refuse } from '@slipform/kit/errors/input-error';
import {
  callback,
  defineOptions,
  integer,
  optional,
  type RowsFor,
  rule,
} from '@slipform/kit/options/options';
import { printable, shown } from '@slipform/kit/text/printable';
import type { Float32Encoder, ImageInput, RawImage } from './encoder';
import { importClip, importPeer } from './import-peer';

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
    refuse('transformersEncoder', 'model', 'must be a name on the hub or a folder', shown(model));
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

/** The library's own errors are of many kinds; without a network it says "fetch failed". */
function notLoaded(model: string, error: unknown): InputError {
  const reason = error instanceof Error ? error.message : String(error);
  return new InputError(
    `transformersEncoder: ${printable(model)} can't be loaded: ${printable(reason.replace(/\s+/g, ' '), 200)}; a name is looked for on the hub, which needs a network, and a folder must begin with ./ or /.`,
  );
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
interface TransformersProcessor {
  (images: unknown[]): Promise<unknown>;
  readonly image_processor?: { readonly config?: unknown };
  readonly config?: unknown;
}

/** A class of the library. */
interface Pretrained<T> {
  from_pretrained(model: string, options?: object): Promise<T>;
}

type TransformersTower = (inputs: unknown) => Promise<Readonly<Record<string, unknown>>>;

function checkLibrary(library: TransformersModule): void {
  const parts = ['AutoConfig', 'AutoTokenizer', 'AutoProcessor'] as const;
  const lacking = parts.find((part) => typeof library?.[part]?.from_pretrained !== 'function');
  if (lacking === undefined) return;
  refuse(
    'transformersEncoder',
    'library',
    'must be the module @huggingface/transformers',
    `${shown(library)} without ${lacking}.from_pretrained`,
  );
}

function importLibrary(): Promise<TransformersModule> {
  // A name that bundlers cannot see: the peer is optional, and a bundle must not need it.
  const specifier: string = '@huggingface/transformers';
  return importPeer(
    'transformersEncoder needs',
    [specifier],
    () => import(/* @vite-ignore */ /* webpackIgnore: true */ specifier),
  );
}

/** A picture of a camera takes 40 MB while it is read. */
const AT_ONCE = 4;

type Prepare = (batch: readonly ImageInput[]) => Promise<unknown>;

/** How pictures become the vision tower's input: our own pixels, or where the config is not CLIP's form the library's. */
async function visionInputs(
  model: string,
  library: TransformersModule,
  process: TransformersProcessor,
  onWarning: (warning: string) => void,
): Promise<Prepare> {
  try {
    const clip = await importClip('exact pixels');
    return ownPixels(library, clip, await preprocessingOf(clip, process));
  } catch (error) {
    if (!InputError.isInstance(error)) throw error;
    onWarning(
      `transformersEncoder: ${printable(model)} is fed pixels of transformers.js, which are not Pillow's, so its scores are not comparable with those of other libraries: ${error.message}`,
    );
    return async (batch) => process(await Promise.all(batch.map((image) => libraryImage(library, image))));
  }
}

type Clip = typeof import('@slipform/clip');
type Preprocessing = NonNullable<Awaited<ReturnType<Clip['loadPreprocessing']>>>;

async function preprocessingOf(
  { loadPreprocessing }: Clip,
  process: TransformersProcessor,
): Promise<Preprocessing> {
  const config = process.image_processor?.config ?? process.config;
  if (typeof config !== 'object' || config === null) {
    throw new InputError('the processor does not say what is in preprocessor_config.json.');
  }
  const found = await loadPreprocessing({ 'preprocessor_config.json': JSON.stringify(config) });
  if (!found) throw new InputError('there is no preprocessor_config.json.');
  return found;
}

/** Pixels [batch, 3, size, size], channels first as the library's models take them. */
function ownPixels(library: TransformersModule, { readImage }: Clip, preprocessing: Preprocessing): Prepare {
  const { size } = preprocessing;
  const plane = size * size;
  return async (batch) => {
    const data = new Float32Array(batch.length * 3 * plane);
    for (let start = 0; start < batch.length; start += AT_ONCE) {
      const read = batch.slice(start, start + AT_ONCE).map(async (image, offset) => {
        const pixels = await readImage(await readable(image), preprocessing);
        for (let at = 0; at < pixels.length; at++) {
          data[((start + offset) * 3 + (at % 3)) * plane + Math.floor(at / 3)] = pixels[at]!;
        }
      });
      await Promise.all(read);
    }
    return { pixel_values: new library.Tensor('float32', data, [batch.length, 3, size, size]) };
  };
}

async function readable(image: ImageInput): Promise<string | Blob | Uint8Array | RawImage> {
  if (typeof image === 'string' && /^https?:/.test(image)) {
    const response = await fetch(image).catch(() => undefined);
    if (response?.ok) return response.blob();
    throw new InputError(
      `transformersEncoder: ${printable(image)} could not be fetched (${response ? `HTTP status ${response.status}` : 'no answer'}); pass a file.`,
    );
  }
  if (typeof image === 'string' || image instanceof Blob || image instanceof Uint8Array || isRaw(image)) {
    return image;
  }
  throw foreignPixels();
}

async function libraryImage(library: TransformersModule, image: ImageInput): Promise<unknown> {
  if (typeof image === 'string') return library.RawImage.read(image);
  if (image instanceof Blob) return library.RawImage.fromBlob(image);
  if (image instanceof Uint8Array) return library.RawImage.fromBlob(new Blob([new Uint8Array(image)]));
  if (isRaw(image)) {
    const channels = image.data.length / (image.width * image.height);
    return new library.RawImage(image.data, image.width, image.height, channels);
  }
  throw foreignPixels();
}

function isRaw(image: ImageInput): image is RawImage {
  return typeof image === 'object' && image !== null && 'width' in image && 'data' in image;
}

function foreignPixels(): InputError {
  return new InputError(
    'transformersEncoder: preprocessed pixels belong to another model; pass files or raw pixels.',
  );
}
