import { type FullClipConfig, patchCount } from '../model/clip-config';
import { parameterSpecs } from '../model/parameter-specs';
import type { StoredModel } from './stored-tensor';

/** Hugging Face's naming, which is that of our parameters. */
export function huggingFaceTensors(config: FullClipConfig): StoredModel {
  return {
    tensors: parameterSpecs(config).map((spec) => ({
      name: spec.name,
      shape: spec.shape,
      parameters: [spec],
    })),
    // Constants 0…n − 1 that older versions of transformers wrote.
    ignored: new Map([
      ['vision_model.embeddings.position_ids', [1, patchCount(config.image) + 1]],
      ['text_model.embeddings.position_ids', [1, config.text.contextLength]],
    ]),
  };
}
