import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { InputError } from './input-error';
import { writeFileWhole } from './write-file';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-file-'));
  file = join(folder, 'report.html');
});
afterEach(() => rm(folder, { recursive: true }));

async function* pieces(...texts: (string | Error)[]) {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield text;
  }
}

it('writes texts, bytes and pieces', async () => {
  for (const content of ['äb', new TextEncoder().encode('äb'), ['ä', 'b'], pieces('ä', 'b')]) {
    await writeFileWhole(file, content);
    expect(readFileSync(file, 'utf8')).toBe('äb');
  }
  expect(await readdir(folder)).toEqual(['report.html']);
});

it('keeps the old file and leaves nothing when the content breaks off', async () => {
  writeFileSync(file, 'old');
  await expect(writeFileWhole(file, pieces('ne', new Error('no more')))).rejects.toThrow('no more');
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(await readdir(folder)).toEqual(['report.html']);
});

it('replaces what a link leads to', async () => {
  writeFileSync(join(folder, 'real'), 'old');
  symlinkSync('real', file);
  await writeFileWhole(file, 'new');
  expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new');
  symlinkSync('nothing', join(folder, 'dangling'));
  await expect(writeFileWhole(join(folder, 'dangling'), 'new')).rejects.toThrow(/link to nothing/);
});

it('removes what a killed run left of this file, and nothing else', async () => {
  const killed = `
    import { draftBeside } from ${JSON.stringify(join(import.meta.dirname, 'write-file.ts'))};
    import { writeFileSync } from 'node:fs';
    for (const name of ['report.html', 'other']) writeFileSync(draftBeside(${JSON.stringify(`${folder}/`)} + name), 'half');
    process.kill(process.pid, 'SIGKILL');`;
  spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', killed], {
    cwd: import.meta.dirname,
  });
  expect(await readdir(folder)).toHaveLength(2);
  writeFileSync(join(folder, 'thesis.999999-1.tmp'), 'mine');
  await writeFileWhole(file, 'new');
  const names = await readdir(folder);
  expect(names).toHaveLength(3);
  expect(names).toContain('thesis.999999-1.tmp');
});

it('says in one sentence why it cannot be written', async () => {
  for (const [place, reason] of [
    [folder, /is a folder/],
    [join(folder, 'none', 'x'), /there is no folder .*none; make it first/],
    [join(folder, 'x'.repeat(300)), /the name is too long/],
    ['/dev/full', /the disk is full/],
  ] as const) {
    const attempt = writeFileWhole(place, 'new');
    await expect(attempt).rejects.toThrow(reason);
    await expect(attempt).rejects.toSatisfy(InputError.isInstance);
  }
  // A name that is just not too long.
  await writeFileWhole(join(folder, 'x'.repeat(255)), 'new');
  expect(await readdir(folder)).toEqual(['x'.repeat(255)]);
});
