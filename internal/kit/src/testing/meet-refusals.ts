import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Ended } from './run-here';

/** A command line (a text is cut at its spaces), what it ends with, and what its sentence must hold. */
export type Refusal = readonly [args: string | readonly string[], code: 1 | 2, sentence: string | RegExp];

/**
 * Tests that a command refuses each line: the exit code, one sentence on standard error that names the command, nothing on
 * standard output, and no file of the folder changed, made or removed.
 */
export function meetRefusals(
  name: string,
  run: (args: readonly string[]) => Promise<Ended>,
  folder: () => string,
  rows: readonly Refusal[],
): void {
  test.each(rows)('%j ends with %i and one sentence', async (args, code, sentence) => {
    const before = filesIn(folder());
    const ended = await run(typeof args === 'string' ? args.split(' ') : args);
    expect(ended.stderr).toMatch(sentence);
    expect(ended).toMatchObject({ code, stdout: '' });
    // Below a sentence of wrong usage commander may have a guess, or its help.
    if (code === 1) expect(ended.stderr).toMatch(new RegExp(`^${name}: [^\\n]+\\n$`));
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    expect(filesIn(folder())).toEqual(before);
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const stat = lstatSync(join(folder, name));
    // A folder's own time is that of a lock, which came and went.
    return stat.isDirectory() ? name : `${name} ${stat.ino} ${stat.size} ${stat.mtimeMs}`;
  });
}
