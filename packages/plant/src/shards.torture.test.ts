import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from './seeded-random';

const bin = fileURLToPath(new URL('../bin/slipform-plant.js', import.meta.url));
const fixture = readFileSync(new URL('../fixtures/captions.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const { file, path } = useFolder();
const between = (random: Random, from: number, to: number) => from + random.below(to - from);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** Rounds of each kind; more with SLIPFORM_ROUNDS. */
const rounds = Number(process.env.SLIPFORM_ROUNDS ?? 6);
const shards = 5;

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function start(
  output: string,
  ...more: string[]
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const args = ['mine', path('in*.txt'), '-o', `${path(output)}/`, '--block-size', '25', ...more];
  const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr!.on('data', (text) => {
    said += text;
  });
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, said }))) };
}

/** The shards as one run makes them that nothing disturbs, with the time that it takes. */
async function whole(): Promise<{ readonly files: ReadonlyMap<string, string>; readonly time: number }> {
  if (!existsSync(path('in1.txt'))) {
    for (let shard = 1; shard <= shards; shard += 1) {
      file(`in${shard}.txt`, fixture.slice(shard).join('\n').repeat(2));
    }
  }
  rmSync(path('whole'), { recursive: true, force: true });
  const started = performance.now();
  const { code, said } = await start('whole').ended;
  expect(said).not.toMatch(/ {4}at /);
  expect(code).toBe(0);
  return { files: contentOf('whole'), time: performance.now() - started };
}

function contentOf(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(path(folder)).map((name) => [name, readFileSync(join(path(folder), name), 'latin1')]),
  );
}

function clear(folder: string) {
  rmSync(path(folder), { recursive: true, force: true });
}

describe('a task that is started twice', () => {
  test.each([
    ['at any two moments', []],
    ['with threads', ['--workers', '2']],
    ['with --force', ['--force']],
  ])('%s: 0 twice, the same bytes, nothing beside them', async (name, flags) => {
    const random = createRandom(3, name);
    const { files, time } = await whole();
    for (let round = 0; round < rounds; round += 1) {
      clear('out');
      const one = start('out', ...flags);
      await pause(round === 0 ? 0 : between(random, 0, time));
      const ends = [await start('out', ...flags).ended, await one.ended];
      expect(ends.map(({ code, said }) => (code === 0 ? code : said))).toEqual([0, 0]);
      expect(contentOf('out')).toEqual(files);
    }
  });

  test('three at once, and two shares of them', async () => {
    const { files } = await whole();
    for (let round = 0; round < rounds; round += 1) {
      clear('out');
      const runs = [
        start('out'),
        start('out', '--task', '0', '--of', '2'),
        start('out', '--task', '1', '--of', '2'),
      ];
      const ends = await Promise.all(runs.map(({ ended }) => ended));
      expect(ends.map(({ code, said }) => (code === 0 ? code : said))).toEqual([0, 0, 0]);
      expect(contentOf('out')).toEqual(files);
    }
  });
});

describe('a task that is killed', () => {
  test.each([['SIGKILL'], ['SIGTERM'], ['SIGINT']] as const)(
    '%s at any moment beside another one, which ends with all of it',
    async (signal) => {
      const random = createRandom(5, signal);
      const { files, time } = await whole();
      for (let round = 0; round < rounds; round += 1) {
        clear('out');
        const one = start('out');
        await pause(between(random, 0, time / 2));
        const other = start('out');
        await pause(between(random, 0, time));
        one.child.kill(signal);
        const killed = await one.ended;
        expect(killed.said).not.toMatch(/ {4}at /);
        const { code, said } = await other.ended;
        expect(code === 0 ? 0 : said).toBe(0);
        expect(contentOf('out')).toEqual(files);
      }
    },
  );

  test.each([['SIGKILL'], ['SIGTERM']] as const)(
    '%s, again and again, then run to the end',
    async (signal) => {
      const random = createRandom(9, signal);
      const { files, time } = await whole();
      clear('out');
      for (let kill = 0; kill < rounds * 2; kill += 1) {
        const { child, ended } = start('out', '--workers', String(1 + (kill % 2)));
        await pause(between(random, 0, time));
        child.kill(signal);
        expect((await ended).said).not.toMatch(/ {4}at /);
        // What is there is whole.
        for (const [name, content] of existsSync(path('out')) ? contentOf('out') : []) {
          if (files.has(name)) expect(content === files.get(name)).toBe(true);
        }
        if (kill % 4 === 3) for (const name of files.keys()) rmSync(join(path('out'), name), { force: true });
      }
      expect((await start('out').ended).code).toBe(0);
      expect(contentOf('out')).toEqual(files);
    },
  );
});

test('a lock of another machine is waited for while it is touched, and taken over when it is not', async () => {
  const { files } = await whole();
  clear('out');
  const { code } = await start('out', '--task', '0', '--of', String(shards)).ended;
  expect(code).toBe(0);
  const lock = join(path('out'), 'in2.jsonl.lock');
  const owner = {
    format: 'slipform lock 1',
    host: 'node-17',
    pid: 7,
    since: '2026-01-01T00:00:00Z',
    token: 'x',
  };
  writeFileSync(lock, JSON.stringify(owner));
  const run = start('out');
  let said = '';
  run.child.stderr!.on('data', (text) => {
    said += text;
  });
  while (!said.includes('waiting for 1 of 5 inputs') && run.child.exitCode === null) await pause(20);
  expect(said).toContain('another process (7 on node-17, since 2026-01-01T00:00:00Z) writes');
  const long = new Date(Date.now() - 3_600_000);
  utimesSync(lock, long, long);
  expect((await run.ended).code).toBe(0);
  expect(contentOf('out')).toEqual(files);
});
