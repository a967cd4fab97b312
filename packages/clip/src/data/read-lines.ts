import * as kit from '@slipform/kit/files/read-lines';
import { openBytes } from './open-bytes';

/** The lines of a text file, gzip or not. Those that are broken or longer than 4 MiB come with their problem. */
export function readLines(file: string): AsyncGenerator<kit.Line> {
  return kit.readLines(openBytes(file), { name: file });
}
