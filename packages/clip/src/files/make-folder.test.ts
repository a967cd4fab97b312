import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeFolder } from './make-folder';
import { writeFolder } from './write-folder';

/** The call of mkdir that the disk answers with an error. */
let broken = Number.POSITIVE_INFINITY;
vi.mock('./node-modules', async (original) => {
  const real: typeof import('./node-modules') = await original();
  const fs = real.nodeFileSystem()!;
  const mkdir = async (place: string, options?: { recursive?: boolean }) => {
    if (--broken !== 0) return fs.mkdir(place, options);
    // Node looks whether the folder is there, and reports what it finds.
    throw Object.assign(new Error('mkdir'), {
      syscall: 'mkdir',
      code: options?.recursive ? 'ENOENT' : 'EIO',
    });
  };
  return { ...real, nodeFileSystem: () => ({ ...fs, mkdir }) };
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-make-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('makes what is missing, and tells the first that it made', async () => {
  expect(await makeFolder(join(folder, 'a', 'b', 'c'))).toBe(join(folder, 'a'));
  expect(await makeFolder(join(folder, 'a', 'b', 'c'))).toBeUndefined();
  expect(await makeFolder(join(folder, 'a', 'd'))).toBe(join(folder, 'a', 'd'));
  await writeFile(join(folder, 'file'), 'mine');
  await expect(makeFolder(join(folder, 'file'))).rejects.toThrow(/EEXIST/);
  await expect(makeFolder(join(folder, 'file', 'x'))).rejects.toThrow(/ENOTDIR/);
  const both = await Promise.all([1, 2, 3].map(() => makeFolder(join(folder, 'x', 'y'))));
  expect(await readdir(join(folder, 'x'))).toEqual(['y']);
  expect(both.some((made) => made !== undefined)).toBe(true);
});

it('says what the disk said, whichever folder it is', async () => {
  let failures = 0;
  for (let call = 1; ; call++) {
    const target = join(folder, `target ${call}`, 'below');
    broken = call;
    const files = ['x', 'y'].map((name) => [name, 'new'] as const);
    const error: unknown = await writeFolder(target, files).catch((reason: unknown) => reason);
    const isReached = broken <= 0;
    broken = Number.POSITIVE_INFINITY;
    if (!isReached) {
      expect(await readFile(join(target, 'x'), 'utf8')).toBe('new');
      break;
    }
    failures += 1;
    expect(String(error)).toMatch(/^InputError: cannot write into .*: the disk reported an error\.$/);
  }
  expect(failures).toBeGreaterThan(3);
});
