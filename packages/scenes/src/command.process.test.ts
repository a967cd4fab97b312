import { execFile, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLock } from '@slipform/kit/files/lock';
import { afterAll, beforeAll, expect, test } from 'vitest';

const bin = join(import.meta.dirname, '../bin/slipform-scenes.js');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-scenes-'));
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  mkdirSync(join(folder, 'sugar'));
  writeFileSync(join(folder, 'sugar', 'swap_att.json'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { cwd: folder }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

test('writes a folder in the form of SugarCrepe, and a WebDataset shard', async () => {
  const made = await run('drawn', '--count', '4', '--detail', 'full');
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toMatch(/^drawn: 4 pictures, \d+ questions of \d kinds\n$/);
  expect(readdirSync(join(folder, 'drawn', 'images'))).toHaveLength(4);
  expect((await run('drawn.tar', '--count', '2')).stdout).toBe(
    'drawn.tar: 2 pictures, 10 questions of 5 kinds\n',
  );
});

test.each([
  ['mine.txt', 'mine.txt exists'],
  ['mine.txt --force', 'is a file'],
  ['sugar --force', 'holds "swap_att.json", which this command did not write'],
  ['. --force', 'which this command did not write'],
])('%s is refused with one sentence', async (args, sentence) => {
  const { code, stdout, stderr } = await run(...args.split(' '));
  expect(stderr).toContain(sentence);
  expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
});

test('wrong usage ends with 2', async () => {
  expect((await run()).code).toBe(2);
  expect((await run('x', '--style', 'oil')).code).toBe(2);
  expect((await run('x', '--count', '0')).code).toBe(2);
});

test.each(['taken', 'taken.tar'])(
  '%s: while another process writes it, nothing is written',
  async (output) => {
    const lock = await acquireLock(join(folder, `${output}.lock`), { what: output });
    try {
      const { code, stderr } = await run(output, '--count', '2');
      expect(stderr).toMatch(/another process \(\d+, since .*\) writes .*; wait until it ends/);
      expect(code).toBe(1);
      expect(existsSync(join(folder, output))).toBe(false);
    } finally {
      lock.release();
    }
  },
);

test.skipIf(process.platform === 'win32')('a full disk is one sentence', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [bin, 'full', '--count', '2'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  expect(status).toBe(1);
  expect(stderr).toBe('slipform-scenes: cannot write to standard output: the disk is full.\n');
});
