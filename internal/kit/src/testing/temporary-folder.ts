import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** A folder for the tests of a file or of a part of it, removed behind them. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'slipform-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The same from the first test on, below `parent` (default: the system's temporary folder), with what fills it. */
export function useFolder(parent = tmpdir()) {
  let folder = '';
  beforeAll(() => {
    mkdirSync(parent, { recursive: true });
    folder = mkdtempSync(join(parent, '.slipform-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    /** Writes a file, with the folders on its way, and tells its path. */
    file(name: string, content: string | Uint8Array): string {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content);
      return path(name);
    },
  };
}
