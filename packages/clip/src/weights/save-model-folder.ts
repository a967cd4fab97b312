import { shown } from '@slipform/kit/printable';
import type { Preprocessing } from '../encoder/preprocess';
import { preprocessingFile, preprocessingJson } from '../encoder/save-preprocessing';
import { checkFolder } from '../files/check-folder';
import { tokenizerFiles } from '../files/model-files';
import { writeFolder } from '../files/write-folder';
import { InputError } from '../input-error';
import type { ClipModel } from '../model/clip-model';
import { type FieldNames, refuseUnknownOptions } from '../refuse-unknown-options';
import {
  loadTokenizer,
  type SavedTokenizer,
  tokenizerFile,
  tokenizerJson,
} from '../tokenizer/tokenizer-file';
import { formerWeights, type SaveClipOptions, weightFiles } from './save-clip';

export interface SaveModelFolderOptions extends SaveClipOptions {
  /** Saved as `tokenizer.json`. Default: what the folder has stays. */
  readonly tokenizer?: SavedTokenizer | undefined;
  /** Saved as `preprocessor_config.json`. Default: CLIP's own, at the model's image size. */
  readonly preprocessing?: Preprocessing | undefined;
}

const known: FieldNames<SaveModelFolderOptions> = {
  dtype: true,
  maxShardSize: true,
  tokenizer: true,
  preprocessing: true,
};

/**
 * Writes a whole model folder in one moment: what {@link saveClip}, {@link saveTokenizer} and {@link savePreprocessing}
 * write. A kill leaves the old files or the new ones, never weights of one model with the tokenizer of another. Where
 * the folder's tokenizer is another one, its further files (vocab.json, tokenizer_config.json …) are removed with it.
 * Node only.
 *
 * Throws an InputError as those three do, and for a preprocessing of another size than the model's.
 */
export async function saveModelFolder(
  model: ClipModel,
  folder: string,
  options: SaveModelFolderOptions = {},
): Promise<void> {
  const place = 'saveModelFolder';
  checkFolder(place, folder);
  refuseUnknownOptions(place, options, known);
  const { tokenizer, preprocessing, ...ofWeights } = options;
  const weights = weightFiles(place, model, ofWeights);
  const size = model.config.image.imageSize;
  if (preprocessing !== undefined && preprocessing?.size !== size) {
    throw new InputError(
      `${place}: preprocessing must have the model's image size ${size}, got ${shown(preprocessing?.size)}.`,
    );
  }
  const beside: [string, string][] = [
    [preprocessingFile, preprocessingJson(place, preprocessing ?? { size })],
  ];
  const obsolete = await formerWeights(folder);
  if (tokenizer !== undefined) {
    const json = tokenizerJson(tokenizer);
    beside.push([tokenizerFile, json]);
    if (await hasAnotherTokenizer(folder, json)) obsolete.push(...tokenizerFiles);
  }
  await writeFolder(folder, [...beside, ...weights], obsolete);
}

async function hasAnotherTokenizer(folder: string, json: string): Promise<boolean> {
  try {
    return tokenizerJson(await loadTokenizer(folder)) !== json;
  } catch {
    // None, or one that can't be read.
    return true;
  }
}
