import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Fault, runWithFault } from './meet-faults';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'slipform-faults-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = '0123456789';
const file = () => join(folder, 'out');

/** Runs lines of a program that writes `text` to `file`. */
function run(lines: string, fault: Fault) {
  const program = `
    import fs from 'node:fs';
    import { open, writeFile, rename, mkdir, link, symlink } from 'node:fs/promises';
    import { openSync, writeSync, fsyncSync, writeFileSync, createWriteStream } from 'node:fs';
    const [file, text] = ${JSON.stringify([file(), text])};
    const bytes = Buffer.from(text);
    ${lines}`;
  writeFileSync(`${folder}.mjs`, program);
  return runWithFault(folder, [`${folder}.mjs`], fault).finally(() => rmSync(`${folder}.mjs`));
}

const all = `const writeAll = async (write) => { for (let done = 0; done < bytes.length; ) done += await write(bytes.subarray(done), done); };`;
/** Every way to write that the packages have. */
const writers = [
  ['writeFile', 'await writeFile(file, text);'],
  ['fs.promises.writeFile', 'await fs.promises.writeFile(file, bytes);'],
  ['writeFileSync', 'writeFileSync(file, text);'],
  [
    'a callback',
    'await new Promise((resolve, reject) => fs.writeFile(file, text, (error) => error ? reject(error) : resolve()));',
  ],
  [
    'FileHandle.writeFile',
    "const handle = await open(file, 'w'); await handle.writeFile(text); await handle.close();",
  ],
  [
    'FileHandle.write',
    `${all} const handle = await open(file, 'w'); await writeAll(async (rest, at) => (await handle.write(rest, 0, rest.length, at)).bytesWritten); await handle.close();`,
  ],
  ['writeSync', `${all} const fd = openSync(file, 'w'); await writeAll((rest) => writeSync(fd, rest));`],
  [
    'a stream',
    "const stream = createWriteStream(file); await new Promise((resolve, reject) => stream.on('error', reject).on('close', resolve).end(text));",
  ],
] as const;

describe.each(writers)('%s', (_, lines) => {
  test('meets each fault, and none where none is asked for', async () => {
    const none = await run(lines, { call: 'write', kind: 'EIO', at: 0 });
    expect(none).toMatchObject({ code: 0, injected: 0 });
    expect(none.counts.write).toBe(1);
    expect(readFileSync(file(), 'utf8')).toBe(text);
    for (const kind of ['EIO', 'ENOSPC', 'short'] as const) {
      rmSync(file(), { force: true });
      const met = await run(lines, { call: 'write', kind, at: 1 });
      expect(met.injected).toBeGreaterThan(0);
      expect(met.code).toBe(1);
      expect(met.said).toContain(kind === 'EIO' ? 'EIO' : 'ENOSPC');
      // A bare writer leaves half of a file: what the commands must not do.
      const left = existsSync(file()) ? readFileSync(file(), 'utf8') : '';
      expect(left).toBe(kind === 'short' ? '01234' : '');
    }
  });
});

test.each([
  ['open', "await open(file, 'w')"],
  ['open', "openSync(file, 'w')"],
  ['mkdir', 'await mkdir(file)'],
  ['mkdir', 'fs.mkdirSync(file)'],
  ['fsync', "const handle = await open(file, 'w'); await handle.sync();"],
  ['fsync', "fsyncSync(openSync(file, 'w'))"],
  ['rename', "await writeFile(file, text); await rename(file, file + '2');"],
  ['link', "await writeFile(file, text); await link(file, file + '2');"],
  ['link', "await symlink('x', file);"],
] as const)('%s: %s', async (call, lines) => {
  expect(await run(lines, { call, kind: 'EIO', at: 0 })).toMatchObject({ code: 0 });
  rmSync(file(), { recursive: true, force: true });
  rmSync(`${file()}2`, { force: true });
  const met = await run(lines, { call, kind: 'EIO', at: 1 });
  expect(met).toMatchObject({ code: 1, injected: 1 });
  expect(met.said).toContain('EIO: i/o error');
});

test('EIO comes once, a full disk stays, and other folders are let alone', async () => {
  const lines = `
    const [a, b] = [openSync(file, 'w'), openSync(${JSON.stringify(`${folder}-other`)}, 'w')];
    let failed = 0;
    for (let i = 0; i < 5; i++) { writeSync(b, 'x'); try { writeSync(a, 'x'); } catch { failed++; } }
    fs.unlinkSync(${JSON.stringify(`${folder}-other`)});
    console.error(failed);`;
  expect(await run(lines, { call: 'write', kind: 'EIO', at: 2 })).toMatchObject({ said: '1\n', injected: 1 });
  expect(await run(lines, { call: 'write', kind: 'ENOSPC', at: 2 })).toMatchObject({
    said: '4\n',
    injected: 4,
  });
});
