import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { acquireLock } from '@slipform/kit/lock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../testing/run-command';
import { sampleResults } from '../testing/sample-record';

const checkpoint = join(import.meta.dirname, '../../checkpoint');
const bin = join(import.meta.dirname, '../../bin/slipform-bench.js');
const RUN = ['run', 'model', '--style', 'noto', '--count', '3'];
const TINY = ['--steps', '2', '--captions', '128'];
const DEMO = ['experiment', 'demo', ...TINY, '--test-scenes', '20', '--backend', 'cpu'];
let folder = '';
const inside = (...names: string[]) => join(folder, ...names);
const run = (...args: string[]) => runCommand(folder, ...args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-outputs-'));
  await cp(checkpoint, inside('model'), { recursive: true });
  await writeFile(inside('r.json'), JSON.stringify(sampleResults));
  await writeFile(inside('captions.txt'), 'red dog\nblue cat\n');
  await mkdir(inside('sugar'));
  const row = { filename: '0.jpg', caption: 'red dog', negative_caption: 'blue dog' };
  await writeFile(inside('sugar', 'swap_att.json'), JSON.stringify({ 0: row }));
  await symlink('r.json', inside('link.json'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

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

const benchmark = ['--benchmark', 'sugarcrepe=sugar', '--blind', 'captions.txt'];
test.each([
  ['report r.json -o r.json --force', 'which is the results'],
  ['report link.json -o r.json --force', 'which is the results'],
  ['report r.json -o ./link.json --force', 'which is the results'],
  ['report r.json -o captions.txt', 'captions.txt exists'],
  [[...RUN, '-o', 'model/config.json', '--force'].join(' '), 'which is a file of the model'],
  [[...RUN, '-o', 'model/model.safetensors', '--force'].join(' '), 'which is a file of the model'],
  [
    ['run', 'model', ...benchmark, '-o', 'captions.txt', '--force'].join(' '),
    'which is the captions of --blind',
  ],
  [
    ['run', 'model', ...benchmark, '-o', 'sugar/swap_att.json', '--force'].join(' '),
    'which is a file of sugarcrepe',
  ],
  [[...RUN, '-o', 'r.json'].join(' '), 'r.json exists'],
  [`pretrain -o model ${TINY.join(' ')}`, 'model holds a model already'],
  [`report r.json -o ${'x'.repeat(252)}`, 'the name is too long'],
  [`report r.json -o ${'x'.repeat(300)}`, 'the name is too long'],
])('%s is refused, and no file is changed', async (args, sentence) => {
  const before = await snapshot();
  const { code, stdout, stderr } = await run(...args.split(' '));
  expect(stderr).toContain(sentence);
  expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
  expect(await snapshot()).toEqual(before);
});

test.each([
  'model-00001-of-00002.safetensors',
  'pytorch_model.bin',
  'open_clip_model.safetensors',
  'tokenizer.json',
])('pretrain does not touch a folder that holds %s alone', async (name) => {
  await mkdir(inside('alone'));
  await writeFile(inside('alone', name), 'mine');
  const { code, stderr } = await run('pretrain', '-o', 'alone', ...TINY);
  expect([code, stderr]).toEqual([1, expect.stringContaining('alone holds a model already')]);
  expect(await readdir(inside('alone'))).toEqual([name]);
  await rm(inside('alone'), { recursive: true });
});

test('pretrain saves weights, tokenizer and preprocessing, and with --force another model goes as a whole', async () => {
  await cp(checkpoint, inside('old'), { recursive: true });
  await rename(inside('old', 'model.safetensors'), inside('old', 'model-00001-of-00001.safetensors'));
  await writeFile(inside('old', 'notes.tmp'), 'mine');
  await writeFile(inside('old', 'thesis.999999-1.tmp'), 'mine');
  const { code } = await run('pretrain', '-o', 'old', ...TINY, '--force');
  expect(code).toBe(0);
  const names = (await readdir(inside('old'))).sort();
  for (const name of ['config.json', 'model.safetensors', 'preprocessor_config.json', 'tokenizer.json']) {
    expect(names).toContain(name);
  }
  for (const name of ['README.md', 'notes.tmp', 'thesis.999999-1.tmp']) expect(names).toContain(name);
  expect(names).not.toContain('train.lock');
  expect((await run('run', 'old', '--style', 'noto', '--count', '3')).code).toBe(0);
});

describe('while another process has the output', () => {
  test.each([
    ['page.html.lock', 'report r.json -o page.html'],
    ['page.html.lock', 'report r.json -o page.html --force'],
    ['run.json.lock', [...RUN, '-o', 'run.json'].join(' ')],
    ['taken/train.lock', `pretrain -o taken ${TINY.join(' ')}`],
    ['taken/slipform.lock', `${DEMO.join(' ')} --out taken --force`],
    ['taken/losses.csv.lock', 'experiment losses --seeds 0 --out taken'],
  ])('%s: %s ends with one sentence and writes nothing', async (lockFile, args) => {
    await mkdir(inside('taken'), { recursive: true });
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

  test('of two demos in one folder one wins', async () => {
    const ends = await Promise.all(
      [1, 2].map((seed) => run(...DEMO, '--out', 'both', '--seed', String(seed))),
    );
    expect(ends.map(({ code }) => code).sort()).toEqual([0, 1]);
    const [winner, loser] = [ends.findIndex(({ code }) => code === 0), ends.find(({ code }) => code === 1)];
    expect(loser!.stderr).toMatch(/another process .* writes into both/);
    const record = JSON.parse(await readFile(inside('both', 'results.json'), 'utf8'));
    expect(record.settings.seed).toBe(String(winner + 1));
    expect((await readdir(inside('both'))).sort()).toEqual([
      'negatives.jsonl',
      'report.html',
      'results.json',
    ]);
  });

  test('a demo keeps negatives and a report that it did not write', async () => {
    for (const name of ['negatives.jsonl', 'report.html']) {
      const file = inside('both', name);
      const own = await readFile(file, 'utf8');
      await writeFile(file, '{"caption":"mine","negative":"mine"}\n');
      const { code, stderr } = await run(...DEMO, '--out', 'both');
      expect([code, stderr]).toEqual([
        1,
        expect.stringContaining(`${name} exists and is not from a former run`),
      ]);
      expect(await readFile(file, 'utf8')).toContain('mine');
      await writeFile(file, own);
    }
  });
});

test('a table that a study is writing is read and not cut', async () => {
  await mkdir(inside('study'));
  const half = 'study,arm,seed,metric,of,value\nlosses,InfoNCE,0,mean,noto,0.5\n';
  await writeFile(inside('study', 'losses.csv'), half);
  await run('experiment', 'losses', '--summary', '--out', 'study');
  expect(await readFile(inside('study', 'losses.csv'), 'utf8')).toBe(half);
  const { code, stdout, stderr } = await run('experiment', 'losses', '--summary', '--out', 'study');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(
    /^slipform-bench: No cell has ended in .*losses\.csv yet; run the experiment, or name/,
  );
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
    const args = ['run', 'model', '--count', '5000', '--backend', 'cpu', '-o', 'stopped.json'];
    const { code, stderr } = await stopped('stopped.json.lock', ...args);
    expect(code).toBe(130);
    expect(stderr).toMatch(/\nslipform-bench: interrupted; nothing was written\.\n$/);
    expect(existsSync(inside('stopped.json'))).toBe(false);
  });

  test('of an experiment: no cell yet', async () => {
    const { code, stderr } = await stopped('cells/kinds.csv', 'experiment', 'kinds', '--out', 'cells');
    expect(code).toBe(130);
    expect(stderr).toContain('slipform-bench: interrupted; no cell has ended yet.\n');
  });
});

test('what is interrupted or killed leaves no lock that stays in the way', async () => {
  const lock = {
    format: 'slipform lock 1',
    host: 'gone',
    pid: 1,
    since: '2020-01-01T00:00:00.000Z',
    token: 'x',
  };
  const { hostname } = await import('node:os');
  await writeFile(
    inside('late.html.lock'),
    `${JSON.stringify({ ...lock, host: hostname(), boot: 'before' })}\n`,
  );
  expect((await run('report', 'r.json', '-o', 'late.html')).code).toBe(0);
  expect(existsSync(inside('late.html.lock'))).toBe(false);
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
    const { code, stderr } = await run('report', 'r.json', '-o', '/dev/full', '--force');
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
  const named = await run(...RUN, '--name', 'x\u001b[2J');
  expect(named.stdout).toContain('x\\u001b[2J');
});
