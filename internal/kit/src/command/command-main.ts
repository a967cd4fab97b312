import { codeOf, fileReason, isFileSystemError } from '../errors/file-error';
import { exitCodeOf, InputError } from '../errors/input-error';
import { printableLines } from '../text/printable';
import { withoutSecrets } from '../text/url-secrets';
import { interruptionRemark } from './interruption';
import { setProgram } from './say';

/** Messages are short; what is longer than this is a file's content. */
const longestMessage = 4000;

/**
 * Runs a command and ends the process as commands here do: 0, 1 for a failure, 2 for wrong usage; a mistake of
 * the user's is one sentence on standard error. A reader that closes the pipe early (`| head`) ends it, and is no
 * failure; see {@link outliveReader}. What cannot be written to standard output (a full disk) is a failure, and so is
 * an error outside of `run`. A signal ends the process with 128 and its number, and with what `remarkIfInterrupted`
 * has to say.
 *
 * @param run gets the arguments; resolves to the exit code
 */
export async function commandMain(
  name: string,
  run: (args: readonly string[]) => Promise<number>,
): Promise<void> {
  process.stdout.on('error', (error) => {
    if (codeOf(error) === 'EPIPE' && outlivesReader) return;
    if (codeOf(error) === 'EPIPE') process.exit(0);
    complain(name, new InputError(`cannot write to standard output: ${fileReason(error)}.`));
    process.exit(1);
  });
  // There is nothing left to say it with.
  process.stderr.on('error', () => {});
  endBySignals(name);
  const end = (error: unknown) => process.exit(complain(name, error));
  process.on('uncaughtException', end).on('unhandledRejection', end);
  process.exitCode = await exitOf(name, run, process.argv.slice(2));
}

/** Runs a command with these arguments, says what went wrong, and returns the exit code. */
export async function exitOf(
  name: string,
  run: (args: readonly string[]) => Promise<number>,
  args: readonly string[],
): Promise<number> {
  setProgram(name);
  try {
    return await run(args);
  } catch (error) {
    return complain(name, error);
  }
}

let outlivesReader = false;

/** For a command whose result is a file, and whose lines are a report of it: where nobody reads on, it goes on. */
export function outliveReader(): void {
  outlivesReader = true;
}

/**
 * A signal ends a process without its 'exit' event, by which locks and drafts are removed. A command that listens to
 * a signal itself decides alone. Not SIGHUP: listening to it would undo nohup.
 */
function endBySignals(name: string): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(signal, () => {
      if (process.listenerCount(signal) > 1) return;
      const remark = interruptionRemark();
      // On a line of its own: the terminal shows ^C, and a progress bar may stand there.
      if (remark !== undefined)
        process.stderr.write(`\n${name}: interrupted; ${printableLines(remark, longestMessage)}\n`);
      process.exit(code);
    });
  }
}

/** Says what went wrong, and returns the exit code for it. */
export function complain(name: string, error: unknown): number {
  // commander has printed its own sentence by now; --help and --version end here with 0.
  if (codeOf(error)?.startsWith('commander.')) return exitCodeOf(error) === 0 ? 0 : 2;
  const say = (text: string) =>
    process.stderr.write(`${name}: ${printableLines(withoutSecrets(text), longestMessage).trimEnd()}\n`);
  if (InputError.isInstance(error)) say(error.message);
  else if (isFileSystemError(error)) {
    const file = error.path === undefined ? '' : ` ${error.path}`;
    say(`cannot ${error.syscall === 'write' ? 'write' : 'open'}${file}: ${fileReason(error)}.`);
    return 1;
  } else {
    say(`this is a bug, please report it: ${error instanceof Error ? error.stack : String(error)}`);
    return 1;
  }
  return exitCodeOf(error);
}
