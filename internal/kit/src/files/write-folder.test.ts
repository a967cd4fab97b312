import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { InputError } from '../errors/input-error';
import { makeFolder, writeIntoFolder } from './write-folder';

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

it('leaves every file as it was when one of them cannot be made whole', async () => {
  const target = join(folder, 'whole');
  await writeIntoFolder(target, [
    ['a', 'old'],
    ['b', pieces('ol', 'd')],
  ]);
  const broken = writeIntoFolder(
    target,
    [
      ['a', 'new'],
      ['b', pieces('ne', new Error('no values'))],
    ],
    ['a'],
  );
  await expect(broken).rejects.toThrow('no values');
  expect((await readdir(target)).sort()).toEqual(['a', 'b']);
  for (const name of ['a', 'b']) expect(await readFile(join(target, name), 'utf8')).toBe('old');
});

it('refuses a file in the folder’s place, and leaves it', async () => {
  await writeFile(join(folder, 'pairs.csv'), 'mine');
  for (const place of ['pairs.csv', 'pairs.csv/below']) {
    const write = writeIntoFolder(join(folder, place), [['a', 'new']]);
    await expect(write).rejects.toThrow(/cannot write into .*pairs\.csv.*is a file, not a folder/);
    await expect(write).rejects.toSatisfy(InputError.isInstance);
  }
  expect(await readFile(join(folder, 'pairs.csv'), 'utf8')).toBe('mine');
});

it('says that another process has taken over, where what is missing is gone by its hand', async () => {
  const target = join(folder, 'taken');
  async function* stolen() {
    const lock = join(target, '.slipform-save.lock');
    const { token: _, ...others } = JSON.parse(await readFile(lock, 'utf8'));
    await writeFile(lock, JSON.stringify({ ...others, token: 'theirs' }));
    for (const name of await readdir(target)) {
      if (name !== '.slipform-save.lock') await rm(join(target, name), { recursive: true });
    }
    yield* pieces('new');
  }
  await expect(
    writeIntoFolder(target, [
      ['a', stolen()],
      ['b', 'new'],
    ]),
  ).rejects.toThrow(/^another process has taken over .*taken/);
});

it('touches no file of others, whatever its name', async () => {
  const names = ['thesis.999999-1.tmp', 'a.999999-0.tmp', 'notes.tmp', '.slipform-save-mine', 'b.tmp'];
  for (const name of names) await writeFile(join(folder, name), 'mine');
  await writeIntoFolder(folder, [
    ['a', 'whole'],
    ['b', 'whole'],
  ]);
  await writeIntoFolder(folder, [['a', 'again']], ['b', 'nowhere']);
  for (const name of names) expect(await readFile(join(folder, name), 'utf8')).toBe('mine');
  expect((await readdir(folder)).sort()).toEqual([...names, 'a', 'pairs.csv', 'taken', 'whole'].sort());
});

it('refuses a folder in the place of a file before it writes anything', async () => {
  const target = join(folder, 'place');
  await mkdir(join(target, 'b'), { recursive: true });
  const write = writeIntoFolder(target, [
    ['a', 'new'],
    ['b', 'new'],
  ]);
  await expect(write).rejects.toThrow(/cannot write .*place.b: it is no file; move it away first/);
  expect(await readdir(target)).toEqual(['b']);
});

it('replaces a link and not the file that it leads to', async () => {
  const [blob, target] = [join(folder, 'blob'), join(folder, 'linked')];
  await writeFile(blob, 'theirs');
  await mkdir(target);
  await symlink('../blob', join(target, 'a'));
  await writeIntoFolder(target, [
    ['a', 'new'],
    ['b', 'new'],
  ]);
  expect(await readFile(join(target, 'a'), 'utf8')).toBe('new');
  expect(await readFile(blob, 'utf8')).toBe('theirs');
});

it('lets one writer of a folder wait for another', async () => {
  const target = join(folder, 'two');
  const both = (text: string) =>
    writeIntoFolder(target, [
      ['a', text],
      ['b', pieces(text)],
    ]);
  await Promise.all([both('1'), both('2'), both('3')]);
  const [a, b] = await Promise.all(['a', 'b'].map((name) => readFile(join(target, name), 'utf8')));
  expect(a).toBe(b);
  expect((await readdir(target)).sort()).toEqual(['a', 'b']);
});

it('follows no list of names that lead out of the folder', async () => {
  const target = join(folder, 'foreign');
  await mkdir(join(target, '.slipform-save'), { recursive: true });
  const list = JSON.stringify({ files: ['../blob'], gone: ['../blob'] });
  await writeFile(join(target, '.slipform-save', '.list'), list);
  await expect(writeIntoFolder(target, [['a', 'new']])).rejects.toThrow(
    /\.slipform-save is in the way; move it/,
  );
  expect(await readFile(join(folder, 'blob'), 'utf8')).toBe('theirs');
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
