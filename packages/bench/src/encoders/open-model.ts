import { statSync } from 'node:fs';
import {
  type ClipModel,
  createEncoder,
  type Encoder,
  InputError,
  loadClip,
  loadPreprocessing,
  loadTokenizer,
  type SavedTokenizer,
} from '@slipform/clip';

/** A model that was read from its folder, with all that its scores depend on. */
export interface OpenModel {
  readonly model: ClipModel;
  readonly tokenizer: SavedTokenizer;
  /** Embeds with the folder's own preprocessing; with CLIP's where the folder names none. */
  readonly encoder: Encoder;
}

/**
 * Reads a model's folder as a whole. Weights, tokenizer and preprocessing belong together: an encoder that lacks the
 * model's own preprocessing gives wrong scores and no error. The model stays in the backend's memory; dispose of it.
 *
 * @throws InputError where a file is missing or broken, or where files contradict one another
 */
export async function openModel(folder: string): Promise<OpenModel> {
  refuseNoFolder(folder);
  // Small files first, so that a mistake in them costs no time.
  const tokenizer = await loadTokenizer(folder);
  const preprocessing = await loadPreprocessing(folder);
  const model = await loadClip(folder);
  const { imageSize } = model.config.image;
  try {
    if (preprocessing !== undefined && preprocessing.size !== imageSize) {
      throw new InputError(
        `${folder}: the preprocessing gives images of ${preprocessing.size} pixels, the model takes ${imageSize}; correct its preprocessor_config.json or preprocess_cfg.`,
      );
    }
    return { model, tokenizer, encoder: createEncoder(model, tokenizer, { preprocessing }) };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

/** Each file of a folder that is not there would be said to be missing. */
function refuseNoFolder(folder: string): void {
  if (/^(https?|file):\/\//i.test(folder)) return;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  throw new InputError(
    `${found ? `${folder} is a file` : `there is no folder ${folder}`}; name the folder of a model (a name at Hugging Face is the URL https://huggingface.co/NAME/resolve/main/).`,
  );
}
