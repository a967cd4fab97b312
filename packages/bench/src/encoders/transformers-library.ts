import { InputError } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';

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

/** A class of the library. */
export interface Pretrained<T> {
  from_pretrained(model: string, options?: object): Promise<T>;
}

type TransformersTower = (inputs: unknown) => Promise<Readonly<Record<string, unknown>>>;

export function checkLibrary(library: TransformersModule): void {
  const parts = ['AutoConfig', 'AutoTokenizer', 'AutoProcessor'] as const;
  const lacking = parts.find((part) => typeof library?.[part]?.from_pretrained !== 'function');
  if (lacking === undefined) return;
  throw new InputError(
    `transformersEncoder: library must be the module @huggingface/transformers, got ${shown(library)} without ${lacking}.from_pretrained.`,
  );
}

export async function importLibrary(): Promise<TransformersModule> {
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
