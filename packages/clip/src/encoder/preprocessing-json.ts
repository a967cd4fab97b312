import { checkPreprocessing, clipDeviation, clipMean, type Preprocessing } from './preprocess';
import type { Interpolation } from './resample';

// Pillow's numbers, by which Hugging Face's files name its filters.
const pillowFilters: Readonly<Record<Interpolation, number>> = { lanczos: 1, bilinear: 2, bicubic: 3 };

/** Name of the file that Hugging Face's image processors read. */
export const preprocessingFile = 'preprocessor_config.json';

/** Where transformers 5 puts the same, as `image_processor` beside the rest of a processor; it reads this one first. */
export const processorFile = 'processor_config.json';

/**
 * The content of preprocessor_config.json, in the form of Hugging Face's CLIPImageProcessor: {@link loadPreprocessing} and
 * transformers read it.
 *
 * @throws {InputError} for a value that is not a preprocessing
 */
export function preprocessingJson(place: string, preprocessing: Preprocessing): string {
  checkPreprocessing(place, preprocessing);
  const { size, shorterSide = size, fit = 'crop', interpolation = 'bicubic' } = preprocessing;
  const { mean = clipMean, deviation = clipDeviation } = preprocessing;
  const square = { height: size, width: size };
  const json = {
    crop_size: square,
    do_center_crop: fit === 'crop',
    do_convert_rgb: true,
    do_normalize: true,
    do_rescale: true,
    do_resize: true,
    image_mean: mean,
    image_processor_type: 'CLIPImageProcessor',
    image_std: deviation,
    resample: pillowFilters[interpolation],
    rescale_factor: 1 / 255,
    size: fit === 'crop' ? { shortest_edge: shorterSide } : square,
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
