import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { InputError } from '../errors/input-error';
import { draftBeside, writeFileWhole } from './write-file';

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

it.skipIf(process.platform === 'win32')(
  'keeps the mode of the file that it replaces, and is never wider',
  async () => {
    const before = process.umask(0);
    try {
      for (const mode of [0o600, 0o640, 0o666]) {
        writeFileSync(file, 'old');
        chmodSync(file, mode);
        process.umask(mode === 0o666 ? 0o077 : 0);
        async function* content() {
          const [draft] = (await readdir(folder)).filter((name) => name.startsWith('.slipform'));
          expect(statSync(join(folder, draft!)).mode & 0o777).toBe(mode);
          yield 'new';
        }
        await writeFileWhole(file, content());
        expect(statSync(file).mode & 0o777).toBe(mode);
      }
      process.umask(0o027);
      await writeFileWhole(join(folder, 'fresh'), 'new');
      expect(statSync(join(folder, 'fresh')).mode & 0o777).toBe(0o640);
    } finally {
      process.umask(before);
    }
  },
);

it('leaves drafts of another machine of this name, unless they are a day old', async () => {
  const draft = basename(draftBeside(file));
  const others = draft.replace(/-[0-9a-f]{12}-(\d+)-\d+\.tmp$/, '-0123456789ab-1$1-');
  writeFileSync(join(folder, `${others}0.tmp`), 'another’s');
  writeFileSync(join(folder, `${others}1.tmp`), 'left');
  const before = new Date(Date.now() - 2 * 24 * 3_600_000);
  utimesSync(join(folder, `${others}1.tmp`), before, before);
  await writeFileWhole(file, 'new');
  expect((await readdir(folder)).sort()).toEqual([`${others}0.tmp`, 'report.html']);
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
