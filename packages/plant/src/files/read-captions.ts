import { InputError } from '@slipform/concreteness';
import { type FileCaption, type Format, formats } from './caption-format';
import { reasonOf } from './open-input';
import { readLineBatches } from './read-line-batches';

export interface CaptionBatch {
  readonly captions: readonly FileCaption[];
  /** Broken lines, in words: "line 7 is not JSON". */
  readonly problems: readonly string[];
}

/** Reads captions in batches; broken lines are reported and left out. @throws {InputError} if nothing can be read */
export async function* readCaptions(
  file: string,
  stream: AsyncIterable<Uint8Array>,
  format: Format,
): AsyncGenerator<CaptionBatch> {
  const parse = formats[format]();
  try {
    for await (const lines of readLineBatches(stream)) {
      const captions: FileCaption[] = [];
      const problems: string[] = [];
      for (const line of lines) {
        try {
          if (line.problem) throw new Error(line.problem);
          const caption = parse(line);
          if (caption) captions.push(caption);
        } catch (error) {
          if (InputError.isInstance(error)) throw error;
          problems.push(`line ${line.number} ${(error as Error).message}`);
        }
      }
      yield { captions, problems };
    }
  } catch (error) {
    if (InputError.isInstance(error)) throw new InputError(`${nameOf(file)}: ${error.message}`);
    if ((error as NodeJS.ErrnoException).code)
      throw new InputError(`cannot read ${nameOf(file)}: ${reasonOf(error)}.`);
    throw error;
  }
}

/** What a message calls the input. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}
