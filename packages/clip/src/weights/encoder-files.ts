import type { ClipEncoder } from '../encoder/clip-encoder';
import { preprocessingFile, preprocessingJson } from '../encoder/preprocessing-json';
import { tokenizerConfigFile, tokenizerConfigJson } from '../tokenizer/tokenizer-config';
import { type SavedTokenizer, tokenizerFile, tokenizerJson } from '../tokenizer/tokenizer-file';
import { type ClipFilesOptions, clipFiles } from './save-clip';

/**
 * The files of a whole model in memory, by name: what an encoder's `save` writes in Hugging Face's naming, in one shard.
 * For a page, which has no folder: put them into an archive, or hand them to {@link loadEncoder}.
 *
 * @throws {InputError} for a weight that is not finite, a tokenizer that is none of this package's, and an unknown option
 * @example
 * const files = await encoderFiles(encoder, { dtype: 'float16' });
 * const same = await loadEncoder(files);
 * same.tokenizer.encode('a red square'); // [7, 2, 5, 6, 8]
 */
export async function encoderFiles(
  { model, tokenizer, preprocessing }: Pick<ClipEncoder, 'model' | 'tokenizer' | 'preprocessing'>,
  options: ClipFilesOptions = {},
  // Uint8Array<ArrayBuffer>, written so that TypeScript before 5.7 knows it too.
): Promise<Readonly<Record<string, string | ReturnType<Uint8ArrayConstructor['of']>>>> {
  // One that has no file is refused by what writes it.
  const saved = tokenizer as SavedTokenizer;
  return {
    [tokenizerFile]: tokenizerJson(saved),
    [tokenizerConfigFile]: tokenizerConfigJson(saved),
    [preprocessingFile]: preprocessingJson('encoderFiles', preprocessing),
    ...(await clipFiles(model, options)),
  };
}
