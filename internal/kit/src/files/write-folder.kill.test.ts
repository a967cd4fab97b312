import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { life } from '../testing/mortal-files';
import { writeFileWhole } from './write-file';
import { writeFolder } from './write-folder';

vi.mock('./node-modules', async (importOriginal) => {
  const { mortalModules } = await import('../testing/mortal-files');
  return mortalModules(await importOriginal<typeof import('./node-modules')>());
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-kill-'));
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rm(folder, { recursive: true }));

/** Does it, killed behind so many calls. @returns whether it ended before */
async function killedAfter(calls: number, work: () => Promise<unknown>): Promise<boolean> {
  life.calls = calls;
  const ended = await work().then(
    () => true,
    () => false,
  );
  life.calls = Number.POSITIVE_INFINITY;
  // Its process is no more.
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error('no such process'), { code: 'ESRCH' });
  });
  return ended;
}

/** The files that a folder shows, and their texts. */
async function shown(target: string): Promise<string[]> {
  const texts: string[] = [];
  for (const name of (await readdir(target)).filter((one) => !one.startsWith('.slipform')).sort()) {
    // A link to nothing is no file.
    const text = await readFile(join(target, name), 'utf8').catch(() => undefined);
    if (text !== undefined) texts.push(`${name}=${text}`);
  }
  return texts;
}

it('killed at any call, a file is the old one or the new one', async () => {
  const target = join(folder, 'file');
  const seen = new Set<string>();
  for (let calls = 0; ; calls++) {
    await writeFile(target, 'old');
    const ended = await killedAfter(calls, () => writeFileWhole(target, ['ne', 'w']));
    seen.add(await readFile(target, 'utf8'));
    await writeFileWhole(target, 'again');
    expect(await readdir(folder)).toEqual(['file']);
    if (ended) break;
  }
  expect([...seen].sort()).toEqual(['new', 'old']);
  await rm(target);
});

it('killed at any call, a folder of our own is the old one or the new one, or the old one comes back', async () => {
  const target = join(folder, 'own');
  const write = (text: string, after?: Error) =>
    writeFolder({ folder: target, list: 'list' }, async (inside) => {
      await inside('a', text);
      await inside('below/b', text);
      if (after) throw after;
    });
  const texts = async () =>
    (await Promise.all(['a', 'below/b'].map((name) => readFile(join(target, name), 'utf8')))).join();
  const seen = new Set<string>();
  for (let calls = 0; ; calls++) {
    await write('old');
    const ended = await killedAfter(calls, () => write('new'));
    // The next one puts back what a kill left without its name, whatever becomes of itself.
    await expect(write('broken', new Error('broken off'))).rejects.toThrow('broken off');
    seen.add(await texts());
    await write('again');
    expect(await texts()).toBe('again,again');
    expect(await readdir(folder)).toEqual(['own']);
    await rm(target, { recursive: true });
    if (ended) break;
  }
  expect([...seen].sort()).toEqual(['new,new', 'old,old']);
});

it.each([
  ['two of two change', 'a=1 b=1', 'a=2 b=2', []],
  ['one of one changes', 'a=1', 'a=2', []],
  ['one of two changes', 'a=1 b=1', 'a=2 b=1', []],
  ['one becomes several', 'whole=1', 'a=2 b=2 index=2', ['whole']],
  ['several become one', 'a=1 b=1 index=1', 'whole=2', ['a', 'b', 'index']],
  ['several become others', 'a=1 b=1 index=1', 'b=2 c=2 d=2 index=2', ['a', 'b']],
  ['nothing becomes several', '', 'a=2 b=2', []],
])(
  'killed at any call when %s, a folder of others shows old files or new ones, never some of each, and the last one with all',
  async (_, before, after, gone) => {
    const others = 'notes.tmp=mine thesis.999999-1.tmp=mine';
    const all = (texts: string) => `${texts} ${others}`.trim().split(' ').sort();
    const split = (text: string) => text.split('=') as [string, string];
    const files = after.split(' ').map(split);
    const write = (
      target: string,
      news: readonly (readonly [string, string])[],
      obsolete: readonly string[] = [],
    ) =>
      writeFolder({ folder: target, obsolete }, async (inside) => {
        for (const [name, text] of news) await inside(name, text);
      });
    const states = [before, after].map(all);
    const seen = new Set<string>();
    for (let calls = 0; ; calls++) {
      const target = join(folder, 'now');
      await mkdir(target);
      for (const [name, text] of all(before).map(split)) await writeFile(join(target, name), text);
      await symlink('nowhere', join(target, 'zero'));
      const ended = await killedAfter(calls, () => write(target, files, gone));
      const state = await shown(target);
      expect(states.some((one) => state.every((text) => one.includes(text)))).toBe(true);
      expect(state).toEqual(expect.arrayContaining(others.split(' ')));
      // The last one stands for all: config.json of a model, the record of a shard.
      for (const [i, texts] of [before, after].entries()) {
        const last = texts.split(' ').at(-1)!;
        if (last !== '' && !states[1 - i]!.includes(last) && state.includes(last))
          expect(state).toEqual(states[i]);
      }
      if (states.some((one) => String(one) === String(state))) seen.add(state.join(' '));
      // What was there is not lost.
      const kept = await readdir(target, { recursive: true });
      const isNew = String(state) === String(states[1]);
      if (!isNew && files.length > 1) {
        for (const [name] of before.split(' ').filter(Boolean).map(split)) {
          expect(kept.some((one) => one === name || one.endsWith(`-${name}`))).toBe(true);
        }
      }
      // The next one makes all good, and removes what is nobody's.
      await write(target, files, gone);
      expect(await shown(target)).toEqual(states[1]);
      const left = (await readdir(target)).filter((name) => name.includes('slipform'));
      expect(left.filter((name) => !name.startsWith('.slipform-former-'))).toEqual([]);
      expect(await readdir(target)).toContain('zero');
      await rm(target, { recursive: true });
      if (ended) {
        expect(left).toEqual([]);
        break;
      }
    }
    expect([...seen].sort()).toEqual(states.map((state) => state.join(' ')).sort());
  },
);
