import { InputError } from '@slipform/kit/errors/input-error';
import { printable } from '@slipform/kit/text/printable';
import type { ImageInput, RawImage } from './encoder';
import { importClip } from './import-clip';
import type { TransformersModule, TransformersProcessor } from './transformers-library';

/** A picture of a camera takes 40 MB while it is read. */
const AT_ONCE = 4;

type Prepare = (batch: readonly ImageInput[]) => Promise<unknown>;

/** How pictures become the vision tower's input: our own pixels, or where the config is not CLIP's form the library's. */
export async function visionInputs(
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
