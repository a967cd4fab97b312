import { InputError } from '@slipform/concreteness';
import { type Line, readLineBatches } from '@slipform/kit/read-lines';
import type { CaptionBatch, FileCaption, Problem } from './file-caption';

/** Turns a line into a caption; `undefined` for a line without one (blank, a header). Throws for a broken line. */
export type LineParser = (line: Line) => FileCaption | undefined;

/** Reads a format of lines: parsers keep state (a header), so each reading makes its own. */
export async function* readLines(
  stream: AsyncIterable<Uint8Array>,
  parse: LineParser,
): AsyncGenerator<CaptionBatch> {
  for await (const lines of readLineBatches(stream)) {
    const captions: FileCaption[] = [];
    const problems: Problem[] = [];
    for (const line of lines) {
      const { number, problem, isEncoding = false } = line;
      if (problem !== undefined) {
        problems.push({ message: `line ${number} ${problem}`, isEncoding });
        continue;
      }
      try {
        const caption = parse(line);
        if (caption) captions.push(caption);
      } catch (error) {
        if (InputError.isInstance(error)) throw error;
        problems.push({ message: `line ${number} ${(error as Error).message}` });
      }
    }
    yield { captions, problems };
  }
}
