import { execFile, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLock } from '@slipform/kit/files/lock';
import { meetRefusals } from '@slipform/kit/testing/meet-refusals';
import { type Ended, runHere } from '@slipform/kit/testing/run-here';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from './command';
import { negatives } from './testing/negatives';

const captions = readFileSync(
  join(import.meta.dirname, '../fixtures/both-orders-training.txt'),
  'utf8',
).split('\n');

const bin = join(import.meta.dirname, '../bin/slipform-scenes.js');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-scenes-'));
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  writeFileSync(join(folder, 'mined.jsonl'), negatives.map((each) => `${JSON.stringify(each)}\n`).join(''));
  writeFileSync(join(folder, 'unseen.jsonl'), `${JSON.stringify(negatives.at(-1))}\n`);
  writeFileSync(join(folder, 'empty.jsonl'), '\n');
  writeFileSync(join(folder, 'captions.txt'), `${captions.slice(0, 40).join('\n')}\n\n`);
  writeFileSync(join(folder, 'asked.txt'), 'A red car next to a green bus.\n');
  mkdirSync(join(folder, 'sugar'));
  writeFileSync(join(folder, 'sugar', 'swap_att.json'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The built command in a process of its own. */
function start(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { cwd: folder }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

/** The same in this one. */
const run = (args: readonly string[]) => runHere('slipform-scenes', runCommand, args, folder);

test('writes a folder in the form of SugarCrepe, and a WebDataset shard', async () => {
  const made = await start('mined.jsonl', 'drawn', '--style', 'fluent');
  const said =
    '2 captions with 4 negatives of 3 kinds, each with its picture; of 1 more the change is not drawn';
  expect(made).toEqual({ code: 0, stderr: '', stdout: `drawn: ${said}\n` });
  expect(readdirSync(join(folder, 'drawn', 'images'))).toHaveLength(2);
  expect(readdirSync(join(folder, 'drawn', 'hard-images'))).toHaveLength(4);
  expect((await run(['mined.jsonl', 'drawn.tar', '--size', '32'])).stdout).toBe(`drawn.tar: ${said}\n`);
  expect(await run(['mined.jsonl', 'drawn.xyz', '--size', '32'])).toMatchObject({
    stdout: `drawn.xyz: ${said}\n`,
    stderr: expect.stringContaining('drawn.xyz is a folder, since .xyz names no archive'),
  });
});

test('makes of captions what to train on, and questions by another artist', async () => {
  const made = await start('--captions', 'captions.txt', 'world', '--style', 'fluent', '--size', '32');
  expect(made.stderr).toBe('');
  expect(made.stdout).toMatch(
    /^world: to train on, by each of two artists, \d+ captions .*; to ask, by another, \d+ capt/,
  );
  const files = readdirSync(join(folder, 'world'));
  expect(files).toEqual(['.slipform-scenes', 'questions', 'training-noto.tar', 'training-twemoji.tar']);
  const asked = await run('captions.txt own --captions --questions asked.txt --size 32'.split(' '));
  expect(asked.stdout).toContain('to ask, by another, 1 caption with 3 negatives');
  const [first] = Object.values(
    JSON.parse(readFileSync(join(folder, 'own/questions/swap_att.json'), 'utf8')),
  );
  expect(first).toMatchObject({ negative_caption: 'A green car next to a red bus.' });
  expect(readdirSync(join(folder, 'own/questions/images'))).toEqual(['000000.png']);
});

meetRefusals('slipform-scenes', run, () => folder, [
  [[], 2, 'missing required argument'],
  ['mined.jsonl x --style oil', 2, '--style'],
  ['mined.jsonl x --size 0', 2, '--size'],
  ['mined.jsonl mine.txt', 1, 'is a file'],
  ['mined.jsonl new.parquet', 1, 'output must be a folder or a file that ends in .tar, got new.parquet'],
  ['empty.jsonl new', 1, 'empty.jsonl holds no negatives'],
  ['mined.jsonl mine.txt --force', 1, 'is a file'],
  ['mined.jsonl sugar --force', 1, 'holds "swap_att.json", which this command did not write'],
  ['mined.jsonl . --force', 1, 'which this command did not write'],
  ['mine.txt new', 1, 'mine.txt line 1 '],
  ['sugar/swap_att.json new', 1, 'has no "caption" and "negative" that are texts'],
  ['missing.jsonl new', 1, 'missing.jsonl'],
  ['unseen.jsonl new.tar', 1, 'it has no negative whose change is drawn'],
  ['mined.jsonl mined.jsonl --force', 1, 'output must be a folder'],
  ['mined.jsonl new --sense all', 1, '--sense needs captions, got mined negatives'],
  ['mined.jsonl new --questions asked.txt', 1, '--questions needs captions, got mined negatives'],
  ['mined.jsonl new --captions', 1, 'captions must be a text file with a caption a line, got mined.jsonl'],
  ['captions.txt new.tar --captions', 1, 'output must be a folder with --captions'],
  ['asked.txt new --captions', 1, 'too few captions with a negative whose change is drawn'],
  ['captions.txt new --captions --sense wide', 2, '--sense'],
  ['captions.txt new --captions --questions missing.txt', 1, 'missing.txt'],
]);

test.each(['taken', 'taken.tar'])(
  '%s: while another process writes it, nothing is written',
  async (output) => {
    const lock = await acquireLock(join(folder, `${output}.lock`), { what: output });
    try {
      const { code, stderr } = await run(['mined.jsonl', output]);
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
  const { status, stderr } = spawnSync(process.execPath, [bin, 'mined.jsonl', 'full'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  expect(status).toBe(1);
  expect(stderr).toBe('slipform-scenes: cannot write to standard output: the disk is full.\n');
});
