import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fileReason, isFileSystemError } from '@slipform/kit/errors/file-error';
import { printable } from '@slipform/kit/text/printable';
import { InputError } from '../input-error';

/** What went wrong in a user's module, as one sentence that begins with the file and, where it is known, the line. */
export function moduleError(file: string, error: unknown): InputError {
  const message = isFileSystemError(error)
    ? `${printable(error.path ?? 'a file')} can't be ${error.syscall === 'write' ? 'written' : 'opened'}: ${fileReason(error)}`
    : error instanceof Error
      ? error.message
      : String(error);
  if (error instanceof SyntaxError && isUtf16(file)) {
    return new InputError(`${file} must be UTF-8, and is UTF-16; save it as UTF-8.`, { cause: error });
  }
  const line = error instanceof Error ? lineOf(file, error) : undefined;
  const kind = error instanceof SyntaxError ? 'SyntaxError: ' : '';
  const place = line === undefined ? file : `${file}:${line}`;
  return new InputError(
    `${place}: ${kind}${printable(inCommand(message).trim().replace(/\s+/g, ' '), 2000)}`,
    {
      cause: error,
    },
  );
}

/** A message of Node or of the library with a remedy that the command has. */
function inCommand(message: string): string {
  const lacking = /^Cannot find package '([^']+)' imported from /.exec(message)?.[1];
  if (lacking !== undefined) return `${message}; install ${lacking} in the folder of the module.`;
  return message
    .replace('overwrite: true (--force, without --resume)', '--force without --resume')
    .replace('overwrite: true without resume', '--force without --resume')
    .replace('overwrite: true (--force)', '--force');
}

/** Whether a file begins with the byte-order mark of UTF-16. */
function isUtf16(file: string): boolean {
  const [first, second] = readFileSync(file);
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function lineOf(file: string, error: Error): string | undefined {
  // `import` follows symbolic links, so the stack names the file behind them.
  const path = realpathSync(file);
  const inStack = lineAfter(pathToFileURL(path).href, error.stack ?? '');
  if (inStack !== undefined || !(error instanceof SyntaxError)) return inStack;
  // Node tells the line of a syntax error only where nobody catches it: in a process of its own.
  const { stderr } = spawnSync(process.execPath, ['--check', path], { encoding: 'utf8' });
  return lineAfter(pathToFileURL(path).href, stderr) ?? lineAfter(path, stderr);
}

/** The digits behind the first `place:` in a text. */
function lineAfter(place: string, text: string): string | undefined {
  const start = text.indexOf(`${place}:`);
  return start < 0 ? undefined : /^\d+/.exec(text.slice(start + place.length + 1))?.[0];
}
