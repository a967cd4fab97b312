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
import {
  checkLibrary,
  importLibrary,
  type Pretrained,
  type TransformersModule,
} from './transformers-library';
import { visionInputs } from './vision-inputs';

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
