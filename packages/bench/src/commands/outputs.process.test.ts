import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { acquireLock } from '@slipform/kit/files/lock';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCommand, startCommand } from '../testing/run-command';
import { sampleResults } from '../testing/sample-record';
import { saveTinyModel } from '../testing/save-tiny-model';

const bin = join(import.meta.dirname, '../../bin/slipform-bench.js');
const RUN = ['run', 'model', '--benchmark', 'sugarcrepe=sugar', '--images', 'pictures'];
const folder = temporaryFolder();
const inside = (...names: string[]) => join(folder, ...names);
const run = (...args: string[]) => runCommand(folder, ...args);

beforeAll(async () => {
  await saveTinyModel(inside('model'));
  await writeFile(inside('r.json'), JSON.stringify(sampleResults));
  await mkdir(inside('sugar'));
  const row = { filename: '0.jpg', caption: 'red dog', negative_caption: 'blue dog' };
  await writeFile(inside('sugar', 'swap_att.json'), JSON.stringify({ 0: row }));
  await mkdir(inside('pictures'));
  const picture = { width: 16, height: 16, channels: 3, background: 'red' } as const;
  await sharp({ create: picture }).png().toFile(inside('pictures', '0.jpg'));
});

/** All files below the folder with their content. */
async function snapshot(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'latin1')])),
  );
}

describe('while another process has the output', () => {
  test.each([
    ['page.html.lock', 'report r.json -o page.html'],
    ['page.html.lock', 'report r.json -o page.html --force'],
    ['run.json.lock', [...RUN, '-o', 'run.json'].join(' ')],
  ])('%s: %s ends with one sentence and writes nothing', async (lockFile, args) => {
    const lock = await acquireLock(inside(lockFile), { what: 'the output' });
    try {
      const before = await snapshot();
      const { code, stdout, stderr } = await run(...args.split(' '));
      expect(stderr).toMatch(/another process \(\d+, since .*\) writes .*; wait until it ends/);
      expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
      expect(await snapshot()).toEqual(before);
    } finally {
      lock.release();
    }
  });
});

describe.skipIf(process.platform === 'win32')('Ctrl-C says what is left', () => {
  /** Sends the signal a moment after the file is there. */
  async function stopped(file: string, ...args: string[]): Promise<{ code: number | null; stderr: string }> {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (child.exitCode === null && !existsSync(inside(file))) await sleep(5);
    await sleep(200);
    child.kill('SIGINT');
    return { code: await ended, stderr };
  }

  test('of run: nothing', async () => {
    const pair = `{ image: { key: 'x', load: () => new Promise((done) => setTimeout(done, 2 ** 30)) }, text`;
    const question = `{ id: '0', kind: 'x', group: '0', rule: 'all', right: [${pair}: 'a' }], wrong: [${pair}: 'b' }] }`;
    const benchmark = `{ name: 'Never', chance: 0.5, questions: [${question}] }`;
    await writeFile(inside('never.mjs'), `export const benchmarks = { never: () => (${benchmark}) };`);
    const args = ['run', 'model', '--module', 'never.mjs', '--backend', 'cpu', '-o', 'stopped.json'];
    const { code, stderr } = await stopped('stopped.json.lock', ...args);
    expect(code).toBe(130);
    expect(stderr).toMatch(/\nslipform-bench: interrupted; nothing was written\.\n$/);
    expect(existsSync(inside('stopped.json'))).toBe(false);
  });
});

describe('what can’t be written is one sentence', () => {
  test.each(['compare r.json r.json', 'compare r.json r.json --json', RUN.join(' ')])(
    '%s > /dev/full',
    (args) => {
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [bin, ...args.split(' ')], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      });
      closeSync(full);
      expect(status).toBe(1);
      expect(stderr).toContain('slipform-bench: cannot write to standard output: the disk is full.\n');
      expect(stderr).not.toMatch(/\n\s+at /);
    },
  );

  test('report -o /dev/full', async () => {
    const { code, stderr } = await startCommand(folder, 'report', 'r.json', '-o', '/dev/full', '--force');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^slipform-bench: cannot write \/dev\/full: .*\n$/);
  });
});

test('names that files hold reach the terminal without control characters', async () => {
  const hostile = (seed: number) =>
    JSON.stringify(
      sampleResults.slice(seed, seed + 1).map((result) => ({ ...result, model: `m${seed}\u001b[31m\u009b` })),
    );
  await writeFile(inside('a.json'), hostile(0));
  await writeFile(inside('b.json'), hostile(1));
  for (const flags of [[], ['--json']]) {
    const { code, stdout } = await run('compare', 'a.json', 'b.json', ...flags);
    expect(code).toBe(0);
    expect(stdout).toContain('m0\\u001b[31m\\u009b');
    expect(stdout).not.toMatch(/(?!\n)\p{Cc}/u);
  }
  const named = await startCommand(folder, ...RUN, '--name', 'x\u001b[2J');
  expect(named.stdout).toContain('x\\u001b[2J');
});
