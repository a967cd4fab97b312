import * as kit from '@slipform/kit/read-lines';
import { openBytes } from './open-bytes';

/** The lines of a text file, gzip or not. Those that are broken or longer than 4 MiB come with their problem. */
export async function* readLines(file: string): AsyncGenerator<kit.Line> {
  for await (const line of kit.readLines(openBytes(file), { name: file })) {
    // Reasons are counted: which byte it is would make each of them another.
    yield line.isEncoding ? { ...line, problem: 'is not UTF-8' } : line;
  }
}
