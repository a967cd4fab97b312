import { openInput } from '@slipform/kit/captions/open-input';
import { unreadable } from '@slipform/kit/errors/file-error';
import * as kit from '@slipform/kit/files/read-lines';

/** The lines of a text file, gzip or not. Those that are broken or longer than 4 MiB come with their problem. */
export async function* readLines(file: string): AsyncGenerator<kit.Line> {
  try {
    yield* kit.readLines(openInput(file).stream, { name: file });
  } catch (error) {
    throw unreadable(file, error);
  }
}
