import { fileReason, isFileSystemError } from '@slipform/kit/errors/file-error';
import { readLines } from '@slipform/kit/files/read-lines';
import { inFull } from '@slipform/kit/formats/placed';
import { InputError } from '../input-error';

/** In bytes. Words and captions are far shorter. */
const longest = 1024 * 1024;

/**
 * The words or captions of a stream, one a line, without their line ends. Memory is constant, however long the
 * stream or one of its lines is.
 *
 * @param name the name of the stream in messages
 * @throws {InputError} for a line that is too long or not UTF-8, and for a stream that can't be read
 */
export async function* readTexts(
  stream: AsyncIterable<Uint8Array>,
  name = 'standard input',
): AsyncGenerator<string> {
  try {
    for await (const { number, text, problem, detail, isEncoding } of readLines(stream, { longest, name })) {
      if (problem !== undefined) {
        const remedy = isEncoding ? 'convert it to UTF-8 first' : 'write one word or caption a line';
        throw new InputError(`${name} line ${number} ${inFull({ problem, detail })}; ${remedy}.`);
      }
      yield text;
    }
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    throw new InputError(`cannot read ${name}: ${fileReason(error)}.`);
  }
}
