import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runHere } from '@slipform/kit/testing/run-here';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from './command';

const bin = fileURLToPath(new URL('../bin/slipform-plant.js', import.meta.url));
const fixture = readFileSync(new URL('../fixtures/captions.txt', import.meta.url), 'utf8');
const { file, path } = useFolder();
const folder = () => dirname(path('x'));
const there = () => readdirSync(folder()).sort();

/** The built command in a process of its own. */
const start = (args: string[], options: SpawnSyncOptions = {}) => {
  const { status, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder(),
    ...options,
    encoding: 'utf8',
  });
  return { status, stderr };
};
/** The same in this process. */
const run = async (args: string[]) => {
  const { code: status, stderr } = await runHere('slipform-plant', runCommand, args, folder());
  return { status, stderr };
};
const shell = (line: string) => {
  const { status, stderr } = spawnSync('sh', ['-c', line, 'sh', process.execPath, bin], {
    cwd: folder(),
    encoding: 'utf8',
  });
  return { status, stderr };
};

beforeEach(() => {
  for (const name of there()) rmSync(path(name), { recursive: true });
  file('in.txt', fixture);
});

/** Root may read everything. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;
const isPosix = process.platform !== 'win32' && start(['--version'], { cwd: '/', ...nobody }).status === 0;
/** In this process, as the user who may read what others may. */
const runAsNobody = async (args: string[]) => {
  if (nobody === undefined) return run(args);
  process.setegid!(nobody.gid);
  process.seteuid!(nobody.uid);
  try {
    return await run(args);
  } finally {
    process.seteuid!(0);
    process.setegid!(0);
  }
};

describe.skipIf(!isPosix)('what may not be read or written is one sentence', () => {
  test('an input', async () => {
    chmodSync(folder(), 0o777);
    for (const name of ['x.jsonl', 'x.tar', 'x.parquet', 'x.json', 'x.csv', 'x.txt', 'x.tsv.gz']) {
      chmodSync(file(name, 'x'), 0);
      const stderr = `slipform-plant: cannot read ${name}: permission denied.\n`;
      expect(await runAsNobody(['mine', name, '-o', 'out.jsonl'])).toEqual({ status: 1, stderr });
      expect(await runAsNobody(['fit', name, '-o', 'out.fit'])).toEqual({ status: 1, stderr });
      expect(there().filter((each) => each.startsWith('out'))).toEqual([]);
    }
  });

  test('a folder', async () => {
    chmodSync(folder(), 0o755);
    mkdirSync(path('closed'), { mode: 0o600 });
    for (const command of ['mine', 'fit'])
      expect(await runAsNobody([command, 'in.txt', '-o', 'closed/out'])).toEqual({
        status: 1,
        stderr: 'slipform-plant: cannot write closed/out: permission denied.\n',
      });
    const closed = ['mine', 'closed/in.txt', '-o', 'out'];
    expect(start(closed, nobody)).toEqual(await runAsNobody(closed));
    expect((await runAsNobody(closed)).stderr).toMatch(
      /^slipform-plant: cannot \w+ closed\/in\.txt: permission denied\.\n$/,
    );
  });

  test.skipIf(process.platform !== 'linux')('standard output on a full disk', () => {
    for (const args of ['mine in.txt -o -', 'mine in.txt -o out --json', 'fit in.txt -o -'])
      expect(shell(`"$@" ${args} --quiet > /dev/full`)).toEqual({
        status: 1,
        stderr: 'slipform-plant: cannot write to standard output: the disk is full.\n',
      });
  });
});

test.skipIf(!isPosix)('standard input and output are guarded as any file is', () => {
  for (const [line, message] of [
    ['mine in.txt -o - >> in.txt', 'the output would overwrite in.txt, which is the input'],
    ['mine in.txt -o out --json >> in.txt', 'standard output would overwrite in.txt, which is the input'],
    ['mine - -o in.txt --force < in.txt', 'the output would overwrite in.txt, which is the input'],
  ]) {
    expect(shell(`"$@" ${line}`)).toEqual({
      status: 1,
      stderr: `slipform-plant: ${message}; name another file.\n`,
    });
  }
  expect(readFileSync(path('in.txt'), 'utf8')).toBe(fixture);
  expect(shell('"$@" mine in.txt -o /dev/null --quiet > /dev/null < /dev/null').status).toBe(0);
});

test('an empty name is wrong usage, before anything is read', async () => {
  for (const args of [
    ['mine', 'in.txt', '-o', ''],
    ['mine', '', '-o', 'out'],
    ['mine', 'in.txt', '-o', 'out', '--norms', ''],
    ['fit', 'in.txt', '-o', ''],
  ]) {
    const { status, stderr } = await run(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^slipform-plant: .* is invalid.* It must be the name of a file(, got an empty text)?\.\n$/,
    );
  }
  expect(there()).toEqual(['in.txt']);
});
