import { InputError, refuse } from '@slipform/kit/errors/input-error';
import type { NewFile } from '@slipform/kit/files/write-folder';
import { type OptionsRead, readOptions } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import {
  type Preprocessing,
  preprocessingFile,
  preprocessingJson,
  processorFile,
} from '../encoder/preprocess';
import { checkFolder, tokenizerFiles } from '../files/model-files';
import { readOptionalFile } from '../files/read-file';
import { type ClipModel, checkModel } from '../model/clip-model';
import {
  loadTokenizer,
  type SavedTokenizer,
  tokenizerConfigFile,
  tokenizerConfigJson,
  tokenizerFile,
  tokenizerJson,
} from '../tokenizer/tokenizer-file';
import { toOpenClipConfig } from './open-clip-config';
import { openClipTensors } from './open-clip-tensors';
import { type NamedTensor, store, writeSafetensors } from './safetensors';
import {
  formerWeights,
  namedTensors,
  refuseNotFinite,
  SAVE_ROWS,
  type SaveClipOptions,
  weightFiles,
  writeModelFiles,
} from './save-clip';

export interface SaveEncoderOptions extends Omit<SaveClipOptions, 'naming'> {
  /**
   * `huggingface` (the default): config.json, model.safetensors (in shards above `maxShardSize`), preprocessor_config.json.
   * `open_clip`: open_clip_config.json and open_clip_model.safetensors. Both with tokenizer.json and tokenizer_config.json.
   */
  readonly naming?: 'huggingface' | 'open_clip';
}

/** What a model folder holds. */
export interface ModelFolder {
  readonly model: ClipModel;
  /** Undefined: what the folder has stays. */
  readonly tokenizer: SavedTokenizer | undefined;
  /** Undefined: CLIP's own, at the model's image size. */
  readonly preprocessing: Preprocessing | undefined;
}

/**
 * Writes a whole model folder. A kill leaves the old files or the new ones, or no model (its configuration is the last to
 * come), never weights of one model with the tokenizer of another. What contradicts the new files is removed: former weights, and where the folder's tokenizer
 * is another one, its further files (vocab.json, merges.txt …). Node only.
 *
 * @param place what a message begins with
 * @throws {InputError} for a weight that is not finite, a tokenizer that is none of this package's, a preprocessing of
 *   another size than the model's, and what the naming cannot say
 */
export async function saveModelFolder(
  place: string,
  folder: string,
  { model, tokenizer, preprocessing }: ModelFolder,
  options: SaveEncoderOptions = {},
): Promise<void> {
  checkFolder(place, folder);
  const weights = modelFolderFiles(place, { model, tokenizer: undefined, preprocessing }, options);
  const words = tokenizer === undefined ? [] : await tokenizerChange(folder, tokenizer);
  const obsolete = [
    ...(await formerWeights(folder)),
    // transformers 5 reads it before the file of the preprocessing.
    processorFile,
    // A folder that holds both is read as Hugging Face's, so that these would hide open_clip's, and not the reverse.
    ...(options.naming === 'open_clip' ? ['config.json', preprocessingFile] : []),
    ...(words.length > 1 ? tokenizerFiles : []),
  ];
  await writeModelFiles(folder, [...words, ...weights], obsolete);
}

/** The files of a new model folder, in the order in which they are written. */
export function modelFolderFiles(
  place: string,
  { model, tokenizer, preprocessing }: ModelFolder,
  options: SaveEncoderOptions,
): NewFile[] {
  const { naming, ...ofWeights } = readOptions(place, SAVE_ROWS, options);
  checkModel(place, model);
  const size = model.config.image.imageSize;
  if (preprocessing !== undefined && preprocessing?.size !== size) {
    refuse(place, 'preprocessing', `must have the model's image size ${size}`, shown(preprocessing?.size));
  }
  const pictures = preprocessing ?? { size };
  const words: NewFile[] =
    tokenizer === undefined
      ? []
      : [
          [tokenizerFile, tokenizerJson(tokenizer)],
          [tokenizerConfigFile, tokenizerConfigJson(tokenizer)],
        ];
  return naming === 'open_clip'
    ? [...words, ...openClipFiles(place, model, pictures, ofWeights)]
    : [
        ...words,
        [preprocessingFile, preprocessingJson(place, pictures)],
        ...weightFiles(place, model, ofWeights),
      ];
}

/** tokenizer.json alone where the folder has this tokenizer with its config, and the config with it for another one. */
async function tokenizerChange(folder: string, tokenizer: SavedTokenizer): Promise<NewFile[]> {
  const json = tokenizerJson(tokenizer);
  const isSame = await loadTokenizer(folder).then(
    (found) => tokenizerJson(found) === json,
    // None, or one that can't be read.
    () => false,
  );
  const config = isSame ? await readOptionalFile(folder, tokenizerConfigFile) : undefined;
  const change: NewFile[] = [[tokenizerFile, json]];
  return config === undefined ? [...change, [tokenizerConfigFile, tokenizerConfigJson(tokenizer)]] : change;
}

/** The files that a model is saved as in open_clip's form, in the order in which they are written. */
function openClipFiles(
  place: string,
  model: ClipModel,
  preprocessing: Preprocessing,
  { dtype, maxShardSize }: Pick<OptionsRead<typeof SAVE_ROWS>, 'dtype' | 'maxShardSize'>,
): NewFile[] {
  if (maxShardSize !== undefined) {
    throw new InputError(
      `${place}: open_clip reads its weights from one file, so that there is no maxShardSize, got ${shown(maxShardSize)}; leave it out, or save with naming 'huggingface'.`,
    );
  }
  const config = toOpenClipConfig(place, model.config, preprocessing);
  const parameters = new Map(
    namedTensors(model, refuseNotFinite(place)).map((parameter) => [parameter.name, parameter]),
  );
  const tensors = openClipTensors(model.config, { all: '', text: '' }).tensors.map(
    (tensor): NamedTensor => ({
      name: tensor.name,
      shape: tensor.shape,
      values: () => store(tensor, (name) => parameters.get(name)!.values()),
    }),
  );
  return [
    ['open_clip_model.safetensors', writeSafetensors(tensors, dtype)],
    ['open_clip_config.json', `${JSON.stringify(config, undefined, 2)}\n`],
  ];
}
