import { InputError } from '@slipform/kit/errors/input-error';
import { printable } from '@slipform/kit/text/printable';
import { modelFolderHolds } from '../files/model-files';
import type { ModelSource } from '../files/model-source';
import { readOptionalFile } from '../files/read-file';
import type { ClipModel } from '../model/clip-model';
import { readTokenizer, type SavedTokenizer } from '../tokenizer/tokenizer-file';
import { readClip } from '../weights/load-clip';
import { readPreprocessing } from './load-preprocessing';
import type { Preprocessing } from './preprocess';

/**
 * A model and what its files say is to be done to images, or CLIP's own preprocessing at the model's size.
 *
 * @param caller the public function or the command that reads it
 */
export async function readModel(
  caller: string,
  source: ModelSource,
): Promise<{ readonly model: ClipModel; readonly preprocessing: Preprocessing }> {
  const { place } = source;
  const name =
    typeof place === 'string' || place instanceof URL ? printable(String(place), 200) : 'the model';
  // The small file first, so that a mistake in it costs no time.
  const own = await readPreprocessing(source);
  const model = await readClip(caller, source);
  const size = model.config.image.imageSize;
  const preprocessing = own ?? { size };
  if (preprocessing.size === size) return { model, preprocessing };
  model.dispose();
  throw new InputError(
    `${name}: the preprocessing gives images of ${preprocessing.size} pixels, the model takes ${size}; correct its preprocessor_config.json, processor_config.json or preprocess_cfg.`,
  );
}

/** The tokenizer of a model. Of a folder that holds no model at all, it is this that the error says. */
export async function readModelTokenizer(source: ModelSource): Promise<SavedTokenizer> {
  try {
    return await readTokenizer(source);
  } catch (error) {
    const { place } = source;
    const isPlace = typeof place === 'string' || place instanceof URL;
    if (!isPlace || !InputError.isInstance(error)) throw error;
    for (const name of ['config.json', 'open_clip_config.json'])
      if ((await readOptionalFile(source, name)) !== undefined) throw error;
    throw new InputError(
      `${printable(String(place), 200)} is no model folder: it holds neither config.json nor open_clip_config.json; ${modelFolderHolds}.`,
    );
  }
}
