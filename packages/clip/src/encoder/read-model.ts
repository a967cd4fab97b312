import { printable } from '@slipform/kit/printable';
import type { ModelSource } from '../files/model-source';
import { InputError } from '../input-error';
import type { ClipModel } from '../model/clip-model';
import { readClip } from '../weights/load-clip';
import { readPreprocessing } from './load-preprocessing';
import type { Preprocessing } from './preprocess';

/** A model and what its files say is to be done to images, or CLIP's own preprocessing at the model's size. */
export async function readModel(
  source: ModelSource,
): Promise<{ readonly model: ClipModel; readonly preprocessing: Preprocessing }> {
  const { place } = source;
  const name =
    typeof place === 'string' || place instanceof URL ? printable(String(place), 200) : 'the model';
  // The small file first, so that a mistake in it costs no time.
  const own = await readPreprocessing(source);
  const model = await readClip(source);
  const size = model.config.image.imageSize;
  const preprocessing = own ?? { size };
  if (preprocessing.size === size) return { model, preprocessing };
  model.dispose();
  throw new InputError(
    `${name}: the preprocessing gives images of ${preprocessing.size} pixels, the model takes ${size}; correct its preprocessor_config.json or preprocess_cfg.`,
  );
}
