import { InputError } from '@slipform/kit/input-error';
import { printable } from '@slipform/kit/printable';
import { counted } from '../counted';
import type { Problem } from '../files/file-caption';
import { nameOf } from '../files/read-captions';

/** How many problems are reported one by one; the others are counted. */
const problemsShown = 10;

export interface ProblemReport {
  /** @throws {InputError} if the file's encoding is wrong and that may not be skipped */
  report(problem: Problem): void;
  count(): number;
  /** Tells how many were not told. */
  end(): void;
}

/** Tells on standard error what of a file can't be read. */
export function createProblemReport(file: string, skipInvalid: boolean): ProblemReport {
  let problems = 0;
  return {
    report({ message, isEncoding }) {
      if (isEncoding && !skipInvalid) {
        throw new InputError(`${nameOf(file)} ${message}; save it as UTF-8, or pass --skip-invalid.`);
      }
      problems += 1;
      if (problems <= problemsShown) {
        process.stderr.write(`slipform-plant: ${printable(`${nameOf(file)} ${message}`, 4000)}.\n`);
      }
    },
    count: () => problems,
    end() {
      if (problems > problemsShown) {
        process.stderr.write(`slipform-plant: ${counted(problems - problemsShown, 'more broken line')}.\n`);
      }
    },
  };
}

/** The error for a file without a readable caption; nothing is written then. */
export function noCaption(file: string, brokenLines: number): InputError {
  return new InputError(
    brokenLines === 0
      ? `${nameOf(file)} holds no caption.`
      : `${nameOf(file)} holds no caption that can be read, but ${counted(brokenLines, 'broken line')}; correct them, or name the format and the fields by the options (see --help).`,
  );
}
