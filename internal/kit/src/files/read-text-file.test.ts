import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InputError } from '../errors/input-error';
import { readTextFile } from './read-text-file';

const MiB = 1024 * 1024;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-kit-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('text as it is, or in gzip under any name; a byte-order mark is dropped', async () => {
  expect(await readTextFile(file('plain', '\ufeffKäse\n'), 1)).toBe('Käse\n');
  expect(await readTextFile(file('packed', gzipSync('Käse\n')), 1)).toBe('Käse\n');
  expect(await readTextFile(file('empty', ''), 1)).toBe('');
  expect(await readTextFile(file('list.json', '[1,\r2]\r'), 1)).toBe('[1,\r2]\r');
  expect(await readTextFile(file('stray', 'a\rb\nc\r\n'), 1)).toBe('a\rb\nc\r\n');
  expect(await readTextFile(file('full', 'x'.repeat(MiB)), 1)).toHaveLength(MiB);
});

test.each([
  ['nothing', () => join(folder, 'none'), /^cannot read .*none: there is no such file or folder\.$/],
  ['an empty name', () => '', /must not be empty; name a file\.$/],
  ['a name that is too long', () => join(folder, 'x'.repeat(300)), /: the name is too long\.$/],
  ['a folder', () => folder, /^cannot read .*: it is a folder; name a file\.$/],
  ['a device', () => '/dev/zero', /^cannot read \/dev\/zero: it must be a file, got a device; save /],
  [
    'one byte too much',
    () => file('more', 'x'.repeat(MiB + 1)),
    /more: it must hold at most 1 MiB of text; name another file\.$/,
  ],
  [
    'gzip that is cut',
    () => file('cut', gzipSync('dog '.repeat(99)).subarray(0, 20)),
    /gzip data end too early\.$/,
  ],
  [
    'gzip of more',
    () => file('bomb', gzipSync(Buffer.alloc(MiB + 1))),
    /it must hold at most 1 MiB of text; name/,
  ],
  [
    'Latin-1',
    () => file('latin', Buffer.from('K\xe4se', 'latin1')),
    /^.*latin is not UTF-8; save it as UTF-8\.$/,
  ],
  [
    'UTF-16',
    () => file('utf16', Buffer.from('\ufeffdog,4', 'utf16le')),
    /^.*utf16 is UTF-16, not UTF-8; save/,
  ],
  [
    'line ends of CR alone',
    () => file('mac', 'dog,4\rcat,4\r'),
    /mac has line ends of CR alone, as on old Macs; /,
  ],
  [
    'UTF-16 in gzip',
    () => file('utf16gz', gzipSync(Buffer.from('dog,4', 'utf16le'))),
    /is UTF-16, not UTF-8/,
  ],
])('%s is one sentence', async (_, path, message) => {
  const error = await readTextFile(path(), 1).catch((thrown: unknown) => thrown);
  expect(InputError.isInstance(error)).toBe(true);
  expect(String((error as Error).message)).toMatch(message);
});

test('a pipe that nobody writes to is refused at once', async () => {
  const pipe = join(folder, 'pipe');
  spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', pipe]);
  await expect(readTextFile(pipe, 1)).rejects.toThrow(/it must be a file, got a pipe; save what it gives/);
});

test('a file that is larger than memory is not read', async () => {
  const sparse = file('sparse', '');
  truncateSync(sparse, 2 ** 40);
  await expect(readTextFile(sparse, 1)).rejects.toThrow(
    /it must hold at most 1 MiB of text; name another file\.$/,
  );
});
