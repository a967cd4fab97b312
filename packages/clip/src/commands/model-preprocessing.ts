import { loadPreprocessing } from '../encoder/load-preprocessing';
import type { Preprocessing } from '../encoder/preprocess';
import { InputError } from '../input-error';
import type { ClipModel } from '../model/clip-model';

/** What a model's files say is to be done to images, or CLIP's own preprocessing at the model's size. */
export async function modelPreprocessing(source: string, model: ClipModel): Promise<Preprocessing> {
  const { imageSize } = model.config.image;
  const found = await loadPreprocessing(source);
  if (found !== undefined && found.size !== imageSize) {
    throw new InputError(
      `${source}: the preprocessing gives images of ${found.size} pixels, the model takes ${imageSize}; mend its preprocessor_config.json or preprocess_cfg.`,
    );
  }
  return found ?? { size: imageSize };
}
