import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { printable, shown } from '@slipform/kit/text/printable';
import { type ClipSource, ModelSource } from './model-source';
import { nodeFileSystem } from './node-modules';
import { folderOf } from './open-file';

/** Files beside the weights that decide what a tokenizer does. */
export const tokenizerFiles: readonly string[] = [
  'tokenizer.json',
  'vocab.json',
  'merges.txt',
  'tokenizer_config.json',
  'special_tokens_map.json',
  'added_tokens.json',
];

/** The remedy where there is no model. */
export const modelFolderHolds =
  'a model folder holds config.json and model.safetensors (Hugging Face), or open_clip_config.json and open_clip_model.safetensors';

// What Hugging Face, open_clip, PyTorch and others save a model in.
const weights = /\.(safetensors|bin|pt|pth|ckpt|h5|msgpack|onnx|gguf|npz)$|\.index\.json$|^open_clip_/i;
const companions = new Set([
  'config.json',
  'preprocessor_config.json',
  'processor_config.json',
  'generation_config.json',
  ...tokenizerFiles,
]);

/** Whether a file of this name belongs to a model: its weights, in any format, or what lies beside them. */
function isModelFile(name: string): boolean {
  return companions.has(name) || weights.test(name);
}

/**
 * Refuses a folder that holds any file of a model, whatever program wrote it. Call it before the first step of a training
 * whose result goes into the folder. Node only.
 *
 * @param remedy the end of the error's sentence. Default: choose another folder, or --force to replace it
 * @throws {InputError} where there is such a file
 * @example
 * await refuseModelFolder('trained'); // throws where 'trained' holds a model
 */
export async function refuseModelFolder(
  folder: string,
  remedy = 'choose another folder, or --force to replace it',
): Promise<void> {
  checkFolder('refuseModelFolder', folder);
  const names = await namesIn(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  const found = names
    .filter(isModelFile)
    .sort()
    .map((name) => printable(name, 80));
  if (found.length === 0) return;
  const more = found.length > 3 ? ` and ${found.length - 3} more` : '';
  throw new InputError(
    `${folder} holds a model already (${found.slice(0, 3).join(', ')}${more}); ${remedy}.`,
  );
}

/** Names of the files of a folder or of files in memory; none of a URL's, which can't be listed. */
export async function listFiles(source: ClipSource | ModelSource): Promise<readonly string[]> {
  if (source instanceof ModelSource) return source.list();
  const folder = folderOf(source);
  if (folder !== undefined) return namesIn(folder).catch((): string[] => []);
  return typeof source === 'string' || source instanceof URL ? [] : Object.keys(source);
}

async function namesIn(folder: string): Promise<string[]> {
  return (await nodeFileSystem()?.readdir(folder)) ?? [];
}

/** Throws an InputError for what is no path of a folder. */
export function checkFolder(place: string, folder: unknown): asserts folder is string {
  if (typeof folder === 'string' && folder !== '' && !folder.includes('\0')) return;
  refuse(place, 'folder', 'must be the path of a folder', shown(folder));
}
