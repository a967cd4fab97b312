import { InputError } from '@slipform/concreteness';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { quoted } from '@slipform/kit/text/printable';

/** In MiB. Norms and lists of words have a few; each byte of them may cost ten in memory, in each thread. */
const longestText = 32;
/** In words; English has not as many. */
const longestList = 1_000_000;
/** "Traffic light" is a word, "a traffic light on a street" is not. */
const maxParts = 3;

/** The whole text of a small file, inflated if it is gzip. @throws {InputError} if it can't be read or is not UTF-8 */
export function readText(file: string, mebibytes = longestText): Promise<string> {
  return readTextFile(file, mebibytes);
}

/** The lines of a small file that are not blank. @throws {InputError} if there are none, or most are no words but sentences */
export async function readWords(file: string): Promise<readonly string[]> {
  const words = new Set<string>();
  let [lines, sentences, firstSentence] = [0, 0, ''];
  for (const line of linesOf(await readText(file))) {
    if (line.trim() === '') continue;
    lines += 1;
    if (isSentence(line)) {
      sentences += 1;
      if (sentences === 1) firstSentence = line;
    }
    if (words.add(line).size > longestList) {
      throw new InputError(`${file} must hold at most ${longestList} words, got more; name a shorter list.`);
    }
  }
  if (words.size === 0) throw new InputError(`${file} holds no word; write one a line.`);
  if (2 * sentences > lines) {
    throw new InputError(
      `${file} must hold a word a line, got ${quoted(firstSentence, 40)} in one; name a list of words, not captions.`,
    );
  }
  return [...words];
}

/** Lines that end with LF, CRLF or CR, one at a time. */
function* linesOf(text: string): Generator<string> {
  for (const match of text.matchAll(/[^\r\n]+/g)) yield match[0];
}

function isSentence(line: string): boolean {
  let parts = 0;
  for (const _ of line.matchAll(/\S+/g)) if (++parts > maxParts) return true;
  return false;
}
