import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { InputError } from '../errors/input-error';
import { nodeModule } from './node-modules';
import { makeFolder, type NewFile, writeFolder } from './write-folder';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-write-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function* pieces(...texts: (string | Error)[]) {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield new TextEncoder().encode(text);
  }
}

/** Writes files among those of others. */
const writeInto = (target: string, files: readonly NewFile[], obsolete: readonly string[] = []) =>
  writeFolder({ folder: target, obsolete }, async (inside) => {
    for (const [name, content] of files) await inside(name, content);
  });

/** Writes a whole folder of ours. */
const writeOwn = (target: string, files: readonly NewFile[], force = true) =>
  writeFolder({ folder: target, list: '.list', force }, async (inside) => {
    for (const [name, content] of files) await inside(name, content);
  });

/** All files below a folder with their texts. */
async function textsIn(target: string): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const name of (await readdir(target, { recursive: true })).sort()) {
    const text = await readFile(join(target, name), 'utf8').catch(() => undefined);
    if (text !== undefined) texts[name] = text;
  }
  return texts;
}

/** Lets the n-th renaming fail, and all behind it if `lasting`, of those that work asks for. */
async function failingAt(n: number, lasting: boolean, work: () => Promise<unknown>): Promise<unknown> {
  const fs = nodeModule.fs();
  const rename = fs.promises.rename.bind(fs.promises);
  let count = 0;
  const spy = vi.spyOn(fs.promises, 'rename').mockImplementation(async (from, to) => {
    count += 1;
    if (count === n || (lasting && count > n)) {
      throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'rename' });
    }
    await rename(from, to);
  });
  try {
    return await work().then(
      () => undefined,
      (error: unknown) => error,
    );
  } finally {
    spy.mockRestore();
  }
}

describe('a folder of others', () => {
  it('leaves every file as it was when one of them cannot be made whole', async () => {
    const target = join(folder, 'whole');
    await writeInto(target, [
      ['a', 'old'],
      ['b', pieces('ol', 'd')],
    ]);
    const broken = writeInto(
      target,
      [
        ['a', 'new'],
        ['b', pieces('ne', new Error('no values'))],
      ],
      ['a'],
    );
    await expect(broken).rejects.toThrow('no values');
    expect(await textsIn(target)).toEqual({ a: 'old', b: 'old' });
  });

  it('refuses a file in the folder’s place, and leaves it', async () => {
    await writeFile(join(folder, 'pairs.csv'), 'mine');
    for (const place of ['pairs.csv', 'pairs.csv/below']) {
      const write = writeInto(join(folder, place), [['a', 'new']]);
      await expect(write).rejects.toThrow(/cannot write into .*pairs\.csv.*is a file, not a folder/);
      await expect(write).rejects.toSatisfy(InputError.isInstance);
    }
    expect(await readFile(join(folder, 'pairs.csv'), 'utf8')).toBe('mine');
  });

  it('obeys no hidden folder, and touches no file of others, whatever its name', async () => {
    const target = join(folder, 'foreign');
    const save = { '.list': '{"files":["data.csv"],"gone":["notes.txt"]}', 'data.csv': 'evil' };
    const mine = {
      'data.csv': 'mine',
      'notes.txt': 'precious',
      'a.999999-0.tmp': 'mine',
      '.slipform-former-1/0-a': 'x',
    };
    const hidden = ['.slipform-save', '.slipform-files', '.slipform-former'].flatMap((name) =>
      Object.entries(save).map(([file, text]) => [`${name}/${file}`, text] as const),
    );
    const all = { ...mine, ...Object.fromEntries(hidden) };
    for (const [name, text] of Object.entries(all)) {
      await mkdir(join(target, name, '..'), { recursive: true });
      await writeFile(join(target, name), text);
    }
    await writeInto(target, [
      ['a', 'new'],
      ['b', 'new'],
    ]);
    await writeInto(target, [['a', 'again']], ['b', 'nowhere']);
    expect(await textsIn(target)).toEqual({ ...all, a: 'again' });
  });

  it('refuses a folder in the place of a file', async () => {
    const target = join(folder, 'place');
    await mkdir(join(target, 'b'), { recursive: true });
    const write = writeInto(target, [
      ['a', 'new'],
      ['b', 'new'],
    ]);
    await expect(write).rejects.toThrow(/cannot write .*place.b: it is no file; move it away first/);
    expect(await readdir(target)).toEqual(['b']);
  });

  it.each([false, true])('a link: followed if %s', async (followsLinks) => {
    const [blob, target] = [join(folder, 'blob'), join(folder, `linked-${followsLinks}`)];
    await writeFile(blob, 'theirs');
    await mkdir(target);
    await symlink('../blob', join(target, 'a'));
    await writeFolder({ folder: target, obsolete: [], followsLinks }, async (inside) => {
      await inside('a', 'new');
      await inside('b', 'new');
    });
    expect(await readFile(join(target, 'a'), 'utf8')).toBe('new');
    expect(await readFile(blob, 'utf8')).toBe(followsLinks ? 'new' : 'theirs');
  });

  it('lets one writer of a folder wait for another', async () => {
    const target = join(folder, 'two');
    const both = (text: string) =>
      writeInto(target, [
        ['a', text],
        ['b', pieces(text)],
      ]);
    await Promise.all([both('1'), both('2'), both('3')]);
    const { a, b, ...rest } = await textsIn(target);
    expect([a, rest]).toEqual([b, {}]);
  });

  it.each([1, 2, 3, 4, 5])(
    'the disk errs at renaming %i: the old files are back, or the message says where',
    async (n) => {
      const target = join(folder, `disk-${n}`);
      const old = { a: 'old', b: 'old', c: 'old' };
      const write = (text: string) =>
        writeInto(
          target,
          [
            ['a', text],
            ['b', text],
          ],
          ['c'],
        );
      await writeInto(target, Object.entries(old));
      expect(await failingAt(n, false, () => write('new'))).toMatchObject({
        message: `cannot write into ${target}: the disk reported an error.`,
      });
      expect(await textsIn(target)).toEqual(old);
      const error = await failingAt(n, true, () => write('new'));
      const former = (await readdir(target)).find((name) => name.startsWith('.slipform-former-'));
      if (n === 1) expect(await textsIn(target)).toEqual(old);
      else {
        expect(String(error)).toContain(`what was there lies in ${join(target, former!)}`);
        const texts = Object.entries(await textsIn(target)).filter(([, text]) => text === 'old');
        expect(texts.map(([name]) => name.replace(/^.*\d-/, '')).sort()).toEqual(['a', 'b', 'c']);
      }
    },
  );
});

describe('a folder of our own', () => {
  it('is replaced where all that it holds is what its list says, and with force', async () => {
    const target = join(folder, 'own');
    await writeOwn(target, [['a', 'old']]);
    await expect(writeOwn(target, [['a', 'new']], false)).rejects.toThrow(
      /own exists already; .*--force to replace/,
    );
    await writeOwn(target, [['below/b', 'new']]);
    expect(Object.keys(await textsIn(target))).toEqual(['.list', 'below/b']);
    await writeFile(join(target, 'notes'), 'mine');
    await expect(writeOwn(target, [['a', 'x']])).rejects.toThrow(
      /holds "notes", which this command did not write/,
    );
    await rm(join(target, 'notes'));
    await writeFile(join(target, 'below/b'), 'changed');
    await expect(writeOwn(target, [['a', 'x']])).rejects.toThrow(
      /holds "below\/b", which this command did not/,
    );
  });

  it('is written by one at a time, whatever it takes', async () => {
    const target = join(folder, 'once');
    await writeFolder({ folder: target, list: '.list' }, async () => {
      await expect(writeOwn(target, [['a', 'x']])).rejects.toThrow(/another process .* writes .*once/);
    });
  });

  it.each([1, 2])(
    'the disk errs at renaming %i: the old one is there, or the message says where',
    async (n) => {
      const target = join(folder, `own-disk-${n}`);
      await writeOwn(target, [['a', 'old']]);
      expect(String(await failingAt(n, false, () => writeOwn(target, [['a', 'new']])))).toContain(
        'disk reported an error',
      );
      expect((await textsIn(target)).a).toBe('old');
      const error = String(await failingAt(n, true, () => writeOwn(target, [['a', 'new']])));
      if (n === 2)
        expect(error).toMatch(
          /what was there lies in .*\.slipform-former-\w+, and the next run puts it back/,
        );
      await expect(writeOwn(target, [['a', pieces(new Error('broken off'))]])).rejects.toThrow('broken off');
      expect((await textsIn(target)).a).toBe('old');
    },
  );

  it('puts back and removes no former folder of others', async () => {
    const target = join(folder, 'lure');
    await writeOwn(target, [['a', 'old']]);
    const error = String(await failingAt(2, true, () => writeOwn(target, [['a', 'new']])));
    const former = /lies in (\S+),/.exec(error)![1]!;
    await writeFile(join(former, 'notes'), 'mine');
    await expect(writeOwn(target, [['a', 'new']])).rejects.toThrow(/former-\w+ holds "notes"/);
    expect((await textsIn(former)).notes).toBe('mine');
  });
});

it('makes what is missing, and tells the first that it made', async () => {
  expect(await makeFolder(join(folder, 'm', 'b', 'c'))).toBe(join(folder, 'm'));
  expect(await makeFolder(join(folder, 'm', 'b', 'c'))).toBeUndefined();
  expect(await makeFolder(join(folder, 'm', 'd'))).toBe(join(folder, 'm', 'd'));
  await expect(makeFolder(join(folder, 'pairs.csv'))).rejects.toThrow(/EEXIST/);
  await expect(makeFolder(join(folder, 'pairs.csv', 'x'))).rejects.toThrow(/ENOTDIR/);
  const both = await Promise.all([1, 2, 3].map(() => makeFolder(join(folder, 'x', 'y'))));
  expect(await readdir(join(folder, 'x'))).toEqual(['y']);
  expect(both.some((made) => made !== undefined)).toBe(true);
});
