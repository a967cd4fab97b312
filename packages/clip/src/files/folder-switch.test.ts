import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { life } from '../testing/mortal-files';
import { writeFolder } from './write-folder';

vi.mock('./node-modules', async (importOriginal) => {
  const { mortalModules } = await import('../testing/mortal-files');
  return mortalModules(await importOriginal<typeof import('./node-modules')>());
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-switch-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The files that a reader finds under their plain names, and their texts. */
async function shown(target: string): Promise<string> {
  const texts: string[] = [];
  for (const name of (await readdir(target)).filter((one) => !one.startsWith('.slipform')).sort()) {
    // A link to nothing is no file.
    const text = await readFile(join(target, name), 'utf8').catch(() => undefined);
    if (text !== undefined) texts.push(`${name}=${text}`);
  }
  return texts.join(' ');
}

it.each([
  ['two of two change', 'a=1 b=1', 'a=2 b=2', []],
  ['one of two changes', 'a=1 b=1', 'a=2 b=1', []],
  ['one becomes several', 'whole=1', 'a=2 b=2 index=2', ['whole']],
  ['several become one', 'a=1 b=1 index=1', 'whole=2', ['a', 'b', 'index']],
  ['several become others', 'a=1 b=1 index=1', 'b=2 c=2 d=2 index=2', ['a', 'b']],
  ['nothing becomes several', '', 'a=2 b=2', []],
])(
  'killed at any call when %s, a folder shows the old files or the new ones',
  async (_, before, after, gone) => {
    const others = 'notes.tmp=mine thesis.999999-1.tmp=mine';
    const all = (texts: string) => `${texts} ${others}`.trim().split(' ').sort();
    const split = (text: string) => text.split('=') as [string, string];
    const files = after.split(' ').map(split);
    const states = [before, after].map((state) => all(state).join(' '));
    const seen = new Set<string>();
    for (let calls = 0; ; calls++) {
      const target = join(folder, 'now');
      await mkdir(target);
      for (const [name, text] of all(before).map(split)) await writeFile(join(target, name), text);
      await symlink('nowhere', join(target, 'zero'));
      life.calls = calls;
      const ended = await writeFolder(target, files, gone).then(
        () => true,
        () => false,
      );
      life.calls = Number.POSITIVE_INFINITY;
      const state = await shown(target);
      expect(states).toContain(state);
      seen.add(state);
      // The next writer puts it in order, without changing what it shows.
      await writeFolder(target, [['other', '3']]);
      expect(await shown(target)).toBe(`${state} other=3`.split(' ').sort().join(' '));
      const left = await readdir(target);
      expect(left.filter((name) => name.includes('slipform'))).toEqual([]);
      expect(left).toContain('zero');
      await rm(target, { recursive: true });
      if (ended) break;
    }
    expect([...seen].sort()).toEqual([...states].sort());
  },
);
