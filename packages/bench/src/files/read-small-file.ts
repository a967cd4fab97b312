import { open } from 'node:fs/promises';
import { InputError } from '@slipform/clip';
import { codeOf, fileReason } from '@slipform/kit/file-error';

/**
 * All of a text file in UTF-8, or of a pipe. What has more than `largest` bytes is not held: of a device without an end
 * no more is read.
 *
 * @throws InputError where it does not exist, can't be read, is too large or is no text
 */
export async function readSmallFile(file: string, largest: number): Promise<string> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new InputError(
      codeOf(error) === 'ENOENT' ? `${file} does not exist` : `cannot read ${file}: ${fileReason(error)}`,
    );
  });
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    if ((await handle.stat()).isDirectory()) throw new InputError(`${file} is a folder; name the file in it`);
    for await (const piece of handle.createReadStream({ autoClose: false, highWaterMark: 2 ** 20 })) {
      size += piece.length;
      if (size > largest) throw new InputError(`${file} must have at most ${largest} bytes, got more`);
      pieces.push(piece);
    }
  } finally {
    await handle.close();
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch {
    throw new InputError(`${file} must be UTF-8 text`);
  }
}
