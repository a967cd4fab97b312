import { InputError } from '@slipform/kit/errors/input-error';
import { isJsonObject, type JsonObject } from '@slipform/kit/formats/parse-json';
import type { LoadOptions } from '../files/load-options';
import { parseModelJson, shownJson } from '../files/model-json';
import type { ClipSource, ModelSource } from '../files/model-source';
import { openSource } from '../files/open-source';
import { readOptionalFile } from '../files/read-file';
import { type Preprocessing, preprocessingFile, processorFile } from './preprocess';
import type { Interpolation } from './resample';

const openClipFile = 'open_clip_config.json';

// Pillow's numbers, by which Hugging Face's files name its filters.
const pillowFilters: Readonly<Record<number, Interpolation>> = { 1: 'lanczos', 2: 'bilinear', 3: 'bicubic' };

/**
 * What a model's folder, URL or files in memory say of the pictures that it was trained on:
 * `image_processor` of `processor_config.json` (transformers 5), `preprocessor_config.json` (Hugging Face), or the
 * `preprocess_cfg` of `open_clip_config.json`, the first that is there. `undefined` where there is none; CLIP's own
 * preprocessing at the model's size then is what to assume. Fields that a file leaves out are CLIP's.
 *
 * @throws {InputError} that names the field for what readImage can't do: other filters, padding, no cropping without a
 *   fixed size, no normalising
 * @example
 * const preprocessing = await loadPreprocessing('my-model');
 * preprocessing?.size; // 48
 */
export async function loadPreprocessing(
  source: ClipSource,
  options: LoadOptions = {},
): Promise<Preprocessing | undefined> {
  return readPreprocessing(await openSource('loadPreprocessing', source, options));
}

/** {@link loadPreprocessing} of a source that is open. */
export async function readPreprocessing(source: ModelSource): Promise<Preprocessing | undefined> {
  const processor = await readOptionalFile(source, processorFile);
  if (processor !== undefined) {
    const { image_processor: config } = parseModelJson(processor, processorFile);
    // Older ones hold what is no part of the pictures.
    if (isJsonObject(config)) return fromHuggingFace(config, processorFile);
  }
  const huggingFace = await readOptionalFile(source, preprocessingFile);
  if (huggingFace !== undefined) {
    return fromHuggingFace(parseModelJson(huggingFace, preprocessingFile), preprocessingFile);
  }
  const openClip = await readOptionalFile(source, openClipFile);
  if (openClip === undefined) return undefined;
  const { preprocess_cfg: config } = parseModelJson(openClip, openClipFile);
  return isJsonObject(config) ? fromOpenClip(config) : undefined;
}

function fromHuggingFace(config: JsonObject, file: string): Preprocessing {
  const fail = (field: string, rule: string) => failure(file, config, field, rule);
  for (const field of ['do_resize', 'do_rescale', 'do_normalize']) {
    if (config[field] === false) throw fail(field, 'be true');
  }
  const { size, crop_size: crop = size, resample = 3, rescale_factor: factor } = config;
  if (typeof factor === 'number' && Math.abs(factor * 255 - 1) > 1e-3)
    throw fail('rescale_factor', 'be 1/255');
  const interpolation = pillowFilters[Number(resample)];
  if (interpolation === undefined) throw fail('resample', 'be 1 (Lanczos), 2 (bilinear) or 3 (bicubic)');
  const common = { interpolation, ...statistics(config, 'image_mean', 'image_std', fail) };
  const square = squareSide(size);
  if (config.do_center_crop === false) {
    if (square === undefined)
      throw fail('size', 'have an equal height and width where do_center_crop is false');
    return { size: square, fit: 'squash', ...common };
  }
  const shorterSide = isJsonObject(size) ? size.shortest_edge : size;
  const side = squareSide(crop) ?? (isJsonObject(crop) ? crop.shortest_edge : crop);
  if (!isSide(side)) throw fail('crop_size', 'be a number of pixels, or an equal height and width');
  if (shorterSide === undefined && square === side) return { size: side, fit: 'squash', ...common };
  if (!isSide(shorterSide) || shorterSide < side)
    throw fail('size', 'be a shortest_edge not below the crop_size');
  return { size: side, shorterSide, oddCrop: 'start', ...common };
}

function fromOpenClip(config: JsonObject): Preprocessing {
  const fail = (field: string, rule: string) => failure(openClipFile, config, field, rule);
  const {
    size = 224,
    interpolation = 'bicubic',
    resize_mode: mode = 'shortest',
    mode: colours = 'RGB',
  } = config;
  const side = Array.isArray(size) && size[0] === size[1] ? size[0] : size;
  if (!isSide(side)) throw fail('size', 'be a number of pixels, or the same twice');
  if (interpolation !== 'bicubic' && interpolation !== 'bilinear') {
    throw fail('interpolation', 'be "bicubic" or "bilinear"');
  }
  if (mode !== 'shortest' && mode !== 'squash') throw fail('resize_mode', 'be "shortest" or "squash"');
  if (colours !== 'RGB') throw fail('mode', 'be "RGB"');
  return {
    size: side,
    fit: mode === 'squash' ? 'squash' : 'crop',
    interpolation,
    ...statistics(config, 'mean', 'std', fail),
  };
}

type Fail = (field: string, rule: string) => InputError;

function statistics(
  config: JsonObject,
  mean: string,
  deviation: string,
  fail: Fail,
): Pick<Preprocessing, 'mean' | 'deviation'> {
  const channels = (field: string, least: number): readonly [number, number, number] | undefined => {
    const value = config[field];
    if (value === undefined || value === null) return undefined;
    const [red, green, blue, ...rest]: unknown[] = Array.isArray(value) ? value : [];
    const fits = (x: unknown): x is number => typeof x === 'number' && Number.isFinite(x) && x > least;
    if (rest.length > 0 || !fits(red) || !fits(green) || !fits(blue)) {
      throw fail(field, `be three numbers${least === 0 ? ' above 0' : ''}`);
    }
    return [red, green, blue];
  };
  const means = channels(mean, Number.NEGATIVE_INFINITY);
  const deviations = channels(deviation, 0);
  return { ...(means && { mean: means }), ...(deviations && { deviation: deviations }) };
}

function squareSide(value: unknown): number | undefined {
  if (!isJsonObject(value) || value.height !== value.width) return undefined;
  return isSide(value.height) ? value.height : undefined;
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 2 ** 14;
}

function failure(file: string, config: JsonObject, field: string, rule: string): InputError {
  return new InputError(`${file}: ${field} must ${rule}, got ${shownJson(config[field])}.`);
}
