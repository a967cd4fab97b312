import { lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkedFolder } from './kept.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-kept-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a folder by a link', () => {
  const fillWith = (text: string) => async (made: string) => {
    const { mkdir, writeFile } = await import('node:fs/promises');
    await mkdir(made);
    await writeFile(join(made, 'file'), text);
  };

  it.each([true, false])('is one for many at once; a link to what is gone there: %s', async (isLinked) => {
    const name = join(folder, 'name');
    if (isLinked) symlinkSync('gone', name);
    const made = await Promise.all(
      Array.from({ length: 40 }, (_, i) => linkedFolder(name, fillWith(String(i)))),
    );
    // Each has a whole folder; where there was no link, all have the first one's, and the others' are gone.
    for (const each of made) expect(readdirSync(each)).toEqual(['file']);
    expect(made).toContain(realpathSync(name));
    if (!isLinked) expect(readdirSync(folder).length).toBe(2);
  });

  it('leaves nothing where filling it fails, and takes the place of a link to what is gone', async () => {
    const name = join(folder, 'name');
    await expect(
      linkedFolder(name, async (made: string) => {
        await fillWith('half')(made);
        throw new Error('no more');
      }),
    ).rejects.toThrow('no more');
    expect(readdirSync(folder)).toEqual([]);
    const first = await linkedFolder(name, fillWith('whole'));
    expect(await linkedFolder(name, fillWith('other'))).toBe(first);
    rmSync(first, { recursive: true });
    expect(lstatSync(name).isSymbolicLink()).toBe(true);
    const second = await linkedFolder(name, fillWith('anew'));
    expect(readdirSync(second)).toEqual(['file']);
  });
});
