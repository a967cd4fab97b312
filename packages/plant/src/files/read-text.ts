import { InputError } from '@slipform/concreteness';
import { fileBytes, inflatedBytes } from '@slipform/kit/file-bytes';
import { fileReason } from '@slipform/kit/file-error';
import { quoted } from '@slipform/kit/printable';
import { utf8Stream } from '@slipform/kit/text-encoding';

/** No table, ratings or list of words is longer; a few kilobytes of gzip could be. The ratings of Brysbaert have 1.6 MB. */
const longestText = 64 * 1024 * 1024;

/** The whole text of a small file, inflated if it is gzip. @throws {InputError} if it can't be read or is not UTF-8 */
export async function readText(file: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of utf8Stream(inflatedBytes(fileBytes(file)), file)) {
      size += chunk.length;
      if (size > longestText) {
        throw new InputError(
          `cannot read ${file}: it must hold at most ${longestText / 1024 / 1024} MiB of text; name another file.`,
        );
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    throw new InputError(`cannot read ${file}: ${fileReason(error)}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new InputError(`${file} is not UTF-8; save it as UTF-8 first.`);
  }
}

/** "Traffic light" is a word, "a traffic light on a street" is none. */
const mostParts = 3;

/** The lines of a small file that are not blank. @throws {InputError} if there are none, or most are no words but sentences */
export async function readWords(file: string): Promise<readonly string[]> {
  const words = (await readText(file)).split(/\r?\n/).filter((line) => line.trim() !== '');
  if (words.length === 0) throw new InputError(`${file} holds no word; write one a line.`);
  const sentences = words.filter((line) => line.trim().split(/\s+/).length > mostParts);
  if (2 * sentences.length > words.length) {
    throw new InputError(
      `${file} must hold a word a line, got ${quoted(sentences[0] ?? '', 40)} in one; name a list of words, not captions.`,
    );
  }
  return words;
}
