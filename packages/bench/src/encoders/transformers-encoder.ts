import { type Encoder, type ImageInput, InputError, type RawImage } from '@slipform/clip';

/** The part of @huggingface/transformers (3 and 4) that is used here, as its documentation describes it. */
export interface TransformersModule {
  readonly AutoConfig: Pretrained<{ readonly model_type: string }>;
  readonly AutoTokenizer: Pretrained<(texts: string[], options: object) => unknown>;
  readonly AutoProcessor: Pretrained<(images: unknown[]) => Promise<unknown>>;
  readonly CLIPTextModelWithProjection: Pretrained<TransformersTower>;
  readonly CLIPVisionModelWithProjection: Pretrained<TransformersTower>;
  readonly SiglipTextModel: Pretrained<TransformersTower>;
  readonly SiglipVisionModel: Pretrained<TransformersTower>;
  readonly RawImage: {
    new (data: Uint8Array | Uint8ClampedArray, width: number, height: number, channels: number): unknown;
    read(source: string): Promise<unknown>;
    fromBlob(blob: Blob): Promise<unknown>;
  };
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
  /** The library itself, where it is bundled or has another name; default `import('@huggingface/transformers')`. */
  readonly library?: TransformersModule;
}

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
 * @param model a name on the hub or a folder, such as `Xenova/clip-vit-base-patch32`
 * @throws InputError where the library is not installed, or the model is of another family
 * @example
 * const encoder = await transformersEncoder('Xenova/clip-vit-base-patch32', { model: { dtype: 'fp32' } });
 */
export async function transformersEncoder(
  model: string,
  options: TransformersOptions = {},
): Promise<Encoder> {
  const { batchSize = 16, library = await importLibrary() } = options;
  const { model_type: type } = await library.AutoConfig.from_pretrained(model);
  if (type !== 'clip' && type !== 'siglip') {
    throw new InputError(
      `transformersEncoder: ${model} must be a CLIP or SigLIP model, its model_type is ${type}`,
    );
  }
  const family = FAMILIES[type];
  const [tokenize, process, embedText, embedVision] = await Promise.all([
    library.AutoTokenizer.from_pretrained(model),
    library.AutoProcessor.from_pretrained(model),
    library[family.text].from_pretrained(model, options.model),
    library[family.vision].from_pretrained(model, options.model),
  ]);
  return {
    embedTexts: (texts) =>
      inBatches(texts, batchSize, async (batch) => {
        const inputs = tokenize([...batch], { padding: family.padding, truncation: true });
        return rowsOf(await embedText(inputs), family.outputs.text, batch.length);
      }),
    embedImages: (images) =>
      inBatches(images, batchSize, async (batch) => {
        const pictures = await Promise.all(batch.map((image) => rawImage(library, image)));
        return rowsOf(await embedVision(await process(pictures)), family.outputs.vision, batch.length);
      }),
  };
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
      `transformersEncoder needs the package ${specifier}, which ${reason}; npm install ${specifier} and try again`,
    );
  }
}

async function rawImage(library: TransformersModule, image: ImageInput): Promise<unknown> {
  if (typeof image === 'string') return library.RawImage.read(image);
  if (image instanceof Blob) return library.RawImage.fromBlob(image);
  if (image instanceof Uint8Array) return library.RawImage.fromBlob(new Blob([new Uint8Array(image)]));
  if (isRaw(image)) {
    const channels = image.data.length / (image.width * image.height);
    return new library.RawImage(image.data, image.width, image.height, channels);
  }
  throw new InputError(
    'transformersEncoder: preprocessed pixels belong to another model; pass files or raw pixels',
  );
}

function isRaw(image: ImageInput): image is RawImage {
  return typeof image === 'object' && 'width' in image && 'data' in image;
}

function rowsOf(output: Readonly<Record<string, unknown>>, name: string, count: number): Float32Array[] {
  const tensor = output[name];
  const data = typeof tensor === 'object' && tensor !== null && 'data' in tensor ? tensor.data : undefined;
  if (!(data instanceof Float32Array) || data.length === 0 || data.length % count !== 0) {
    throw new Error(`transformersEncoder: the model returned no ${name} of float32 for ${count} inputs`);
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
