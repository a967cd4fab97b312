import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { fileReason, isFileSystemError } from '@slipform/kit/file-error';
import { printable } from '@slipform/kit/printable';
import { InputError } from '../input-error';

/** What went wrong in a user's module, as one sentence that begins with the file and, where it is known, the line. */
export function moduleError(file: string, error: unknown): InputError {
  const message = isFileSystemError(error)
    ? `${printable(error.path ?? 'a file')} can't be ${error.syscall === 'write' ? 'written' : 'opened'}: ${fileReason(error)}`
    : error instanceof Error
      ? error.message
      : String(error);
  const line = error instanceof Error ? lineOf(file, error) : undefined;
  const kind = error instanceof SyntaxError ? 'SyntaxError: ' : '';
  const place = line === undefined ? file : `${file}:${line}`;
  return new InputError(`${place}: ${kind}${printable(message.trim().replace(/\s+/g, ' '), 2000)}`, {
    cause: error,
  });
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
