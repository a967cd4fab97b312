import type { JsonObject } from '@slipform/kit/formats/parse-json';
import type { ClipSource } from '../files/clip-files';
import { listFiles } from '../files/list-files';
import { modelFolderHolds } from '../files/model-files';
import { parseModelJson } from '../files/model-json';
import type { ModelSource } from '../files/model-source';
import { openFile } from '../files/open-file';
import { readWhole } from '../files/read-file';
import { InputError } from '../input-error';
import type { FullClipConfig } from '../model/clip-config';
import { patchCount } from '../model/clip-config';
import { parameterSpecs } from '../model/parameter-specs';
import { fromHuggingFaceConfig, isHuggingFaceClip } from './hugging-face-config';
import { checkTensors } from './match-tensors';
import { fromOpenClipConfig } from './open-clip-config';
import { openClipPrefixes, openClipTensors } from './open-clip-tensors';
import type { StoredModel } from './stored-tensor';
import { closeFiles, openWeightFile, readShards, type WeightFile } from './weight-files';

type Naming = 'Hugging Face' | 'open_clip';

/** Weights whose headers have been read and checked against their config. Close the files. */
export interface FoundWeights {
  readonly naming: Naming;
  readonly config: FullClipConfig;
  readonly model: StoredModel;
  readonly files: readonly WeightFile[];
}

// Weights that are there, and why they are not read.
const pickles = ['pytorch_model.bin', 'open_clip_pytorch_model.bin'];

/**
 * Finds the weights of a source: Hugging Face's, in one file or in shards, and otherwise open_clip's. Folders
 * of the hub often hold both, and timm's a config.json that is none of a CLIP. No weight is read yet.
 */
export async function findWeights(source: ClipSource | ModelSource): Promise<FoundWeights> {
  const theirs = await readConfig(source, 'config.json');
  const reasons: string[] = [];
  if ('missing' in theirs) reasons.push(theirs.missing);
  else if (isHuggingFaceClip(theirs.json)) {
    const config = fromHuggingFaceConfig(theirs.json);
    const single = await openWeightFile(source, 'model.safetensors');
    const files = 'missing' in single ? await readShards(source) : [single];
    if (files !== undefined) {
      return checked(files, () => ({
        naming: 'Hugging Face',
        config,
        model: huggingFaceTensors(config),
        files,
      }));
    }
    if ('missing' in single) reasons.push(single.missing);
  }
  const open = await readConfig(source, 'open_clip_config.json');
  if (!('missing' in open)) {
    const file = await openWeightFile(source, 'open_clip_model.safetensors');
    if (!('missing' in file)) return openClip(open.json, file);
    reasons.unshift(file.missing);
  } else if (!('missing' in theirs)) {
    // Says which other model it is, or which field makes it none.
    fromHuggingFaceConfig(theirs.json);
  }
  throw new InputError(
    `${reasons[0]}; ${(await pickle(source)) ?? (await otherName(source)) ?? modelFolderHolds}.`,
  );
}

async function openClip(json: JsonObject, file: WeightFile): Promise<FoundWeights> {
  return checked([file], () => {
    const names = file.entries.map(({ name }) => name);
    const config = fromOpenClipConfig(json, names);
    const model = openClipTensors(config, openClipPrefixes(names));
    return { naming: 'open_clip', config, model, files: [file] };
  });
}

async function checked(files: readonly WeightFile[], find: () => FoundWeights): Promise<FoundWeights> {
  try {
    const found = find();
    checkTensors(found);
    return found;
  } catch (error) {
    await closeFiles(files);
    throw error;
  }
}

async function readConfig(
  source: ClipSource | ModelSource,
  name: string,
): Promise<{ readonly json: JsonObject } | { readonly missing: string }> {
  const file = await openFile(source, name);
  return 'missing' in file ? file : { json: parseModelJson(await readWhole(file, name), name) };
}

/** Weights under a name that nobody looks for. */
async function otherName(source: ClipSource | ModelSource): Promise<string | undefined> {
  const names = (await listFiles(source)).filter((name) => /\.safetensors$/i.test(name)).sort();
  if (names.length === 0 || names.some((name) => /^(open_clip_)?model\.safetensors$/.test(name)))
    return undefined;
  return `there is ${names.slice(0, 3).join(', ')}: rename the weights to model.safetensors (beside config.json), or open_clip_model.safetensors (beside open_clip_config.json)`;
}

async function pickle(source: ClipSource | ModelSource): Promise<string | undefined> {
  for (const name of pickles) {
    const file = await openFile(source, name);
    if ('missing' in file) continue;
    await file.close();
    return `${name} is a PyTorch pickle, which only Python reads: convert it with safetensors.torch.save_file`;
  }
  return undefined;
}

/** Hugging Face's naming, which is that of our parameters. */
function huggingFaceTensors(config: FullClipConfig): StoredModel {
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
