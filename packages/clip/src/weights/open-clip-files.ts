import type { NewFile } from '@slipform/kit/files/write-folder';
import { shown } from '@slipform/kit/text/printable';
import type { Preprocessing } from '../encoder/preprocess';
import { InputError } from '../input-error';
import type { ClipModel } from '../model/clip-model';
import { openClipTensors } from './open-clip-tensors';
import { refuseNotFinite } from './refuse-not-finite';
import { checkedType, namedTensors, type SaveClipOptions } from './save-clip';
import { store } from './stored-tensor';
import { toOpenClipConfig } from './to-open-clip-config';
import { type NamedTensor, writeSafetensors } from './write-safetensors';

/** The files that a model is saved as in open_clip's form, in the order in which they are written. */
export function openClipFiles(
  place: string,
  model: ClipModel,
  preprocessing: Preprocessing,
  options: SaveClipOptions,
): NewFile[] {
  if (options.maxShardSize !== undefined) {
    throw new InputError(
      `${place}: open_clip reads its weights from one file, so that there is no maxShardSize, got ${shown(options.maxShardSize)}; leave it out, or save with naming 'huggingface'.`,
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
    ['open_clip_model.safetensors', writeSafetensors(tensors, checkedType(place, options))],
    ['open_clip_config.json', `${JSON.stringify(config, undefined, 2)}\n`],
  ];
}
