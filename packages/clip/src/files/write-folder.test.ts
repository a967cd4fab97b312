import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { InputError } from '../input-error';
import { writeFolder } from './write-folder';

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
  await writeFolder(target, [
    ['a', 'old'],
    ['b', pieces('ol', 'd')],
  ]);
  const broken = writeFolder(
    target,
    [
      ['a', 'new'],
      ['b', pieces('ne', new Error('no values'))],
    ],
    (name) => name === 'a',
  );
  await expect(broken).rejects.toThrow('no values');
  expect((await readdir(target)).sort()).toEqual(['a', 'b']);
  for (const name of ['a', 'b']) expect(await readFile(join(target, name), 'utf8')).toBe('old');
});

it('refuses a file in the folder’s place, and leaves it', async () => {
  await writeFile(join(folder, 'pairs.csv'), 'mine');
  for (const place of ['pairs.csv', 'pairs.csv/below']) {
    const write = writeFolder(join(folder, place), [['a', 'new']]);
    await expect(write).rejects.toThrow(/cannot write into .*pairs\.csv.*is a file and no folder/);
    await expect(write).rejects.toSatisfy(InputError.isInstance);
  }
  expect(await readFile(join(folder, 'pairs.csv'), 'utf8')).toBe('mine');
});

it('removes what a killed process left, and not what a living one writes', async () => {
  const child = spawn(process.execPath, ['--version']);
  await new Promise((ended) => child.once('exit', ended));
  await writeFile(join(folder, `a.${child.pid}-0.tmp`), 'half');
  await writeFile(join(folder, `a.${process.pid}-99.tmp`), 'half');
  await writeFile(join(folder, 'notes.tmp'), 'mine');
  await writeFolder(folder, [['a', 'whole']]);
  expect((await readdir(folder)).filter((name) => name.includes('tmp')).sort()).toEqual([
    `a.${process.pid}-99.tmp`,
    'notes.tmp',
  ]);
});
