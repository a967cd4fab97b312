import { stat } from 'node:fs/promises';
import { readLines } from '../../data/read-lines';
import { InputError } from '../../input-error';

/** The lines of a small file that are not blank, trimmed. @throws {InputError} if there are none, or one is broken */
export async function readWords(file: string, what: string): Promise<string[]> {
  if (!(await stat(file).catch(() => undefined))?.isFile()) {
    throw new InputError(`cannot read ${file}: there is no such file; name one with ${what}, one a line.`);
  }
  const words: string[] = [];
  for await (const { number, text, problem } of readLines(file)) {
    if (problem !== undefined) throw new InputError(`${file} line ${number} ${problem}.`);
    if (text.trim() !== '') words.push(text.trim());
  }
  if (words.length === 0) throw new InputError(`${file} holds no ${what}; write one a line.`);
  return words;
}
