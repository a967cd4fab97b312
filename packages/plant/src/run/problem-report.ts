import { nameOf } from '@slipform/kit/captions/open-input';
import { InputError } from '@slipform/kit/errors/input-error';
import { counted } from '@slipform/kit/text/format-number';
import { printable } from '@slipform/kit/text/printable';
import type { Problem } from '../files/file-caption';

/** How many problems are reported one by one; the others are counted. */
const problemsShown = 10;

export interface ProblemReport {
  /** @throws {InputError} if the file's encoding is wrong and that may not be skipped */
  report(problem: Problem): void;
  count(): number;
  /** Prints the number of problems that were not printed. */
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
