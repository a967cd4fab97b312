import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, expect, test } from 'vitest';
import { createRandom, type Random } from './seeded-random';

const bin = fileURLToPath(new URL('../bin/slipform-plant.js', import.meta.url));
const things = 'dog cat horse elephant pizza laptop umbrella guitar'.split(' ');
const places = ['on a bed', 'in a kitchen', 'on a beach', 'in a garden'];
const { file, path } = useFolder();
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const between = (random: Random, from: number, to: number) => from + random.below(to - from);

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

function start(...args: string[]): Started {
  const child = spawn(process.execPath, [bin, ...args, '--quiet'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr!.on('data', (text) => {
    said += text;
  });
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, said }))) };
}

/** SHA-256 of each file in a folder, however deep. */
function hashesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }): [string, string] => {
        const whole = join(parentPath, name);
        return [
          whole.slice(folder.length + 1),
          createHash('sha256').update(readFileSync(whole)).digest('hex'),
        ];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** How long an unbroken run of each step took here, in milliseconds: kills come at moments within. */
const lasted = new Map<string, number>();

async function runTimed(name: string, ...args: string[]) {
  const begun = performance.now();
  const end = await start(...args).ended;
  lasted.set(name, Math.ceil(performance.now() - begun));
  return end;
}

const inputs = () => path('in-{0..7}.jsonl');
const siteArgs = (output: string) => ['sites', inputs(), '-o', path(output)];

beforeAll(async () => {
  for (let shard = 0; shard < 8; shard += 1) {
    const rows = Array.from({ length: 900 }, (_, i) => ({
      id: `${shard}-${i}`,
      // Some images come in each shard.
      image_id: i % 9 === 0 ? `i${i}` : `${shard}-${i}`,
      caption: `A ${things[(i + shard) % 8]} ${places[(i >> 3) % 4]} beside number ${i >> 5}.`,
    }));
    file(`in-${shard}.jsonl`, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }
  expect(await runTimed('whole', ...siteArgs('whole'))).toEqual({ code: 0, said: '' });
  const args = ['pairs', path('whole'), '-o', path('natural.jsonl')];
  expect(await runTimed('natural', ...args)).toEqual({ code: 0, said: '' });
  expect(readFileSync(path('natural.jsonl')).length).toBeGreaterThan(0);
});

test('site files: killed at any moment and started again, the bytes are those of an unbroken run', async () => {
  const whole = 'whole';
  const random = createRandom(17, whole);
  const expected = hashesOf(path(whole));
  let left = 0;
  for (let kill = 0; kill < 20; kill += 1) {
    const { child, ended } = start(...siteArgs('killed'));
    await pause(between(random, 0, lasted.get(whole)!));
    child.kill('SIGKILL');
    const { said } = await ended;
    expect(said).not.toMatch(/ {4}at |this is a bug/);
    const there = new Set(readdirSync(path('.')).includes('killed') ? readdirSync(path('killed')) : []);
    // A folder or a file under its own name is whole.
    for (const [name, hash] of Object.entries(expected)) {
      if (!there.has(name.split('/')[0]!)) continue;
      expect(hashesOf(path('killed'))[name]).toBe(hash);
    }
    left += [...there].filter((name) => /^\.slipform|\.lock$/.test(name)).length;
    if (kill % 5 === 4) rmSync(path('killed'), { recursive: true, force: true });
  }
  expect(left).toBeGreaterThan(0);
  expect(await start(...siteArgs('killed')).ended).toMatchObject({ code: 0 });
  expect(hashesOf(path('killed'))).toEqual(expected);
  rmSync(path('killed'), { recursive: true });
});

test('site files: two runs of one task at once share the work, and both end well', async () => {
  const whole = 'whole';
  const random = createRandom(19, whole);
  const expected = hashesOf(path(whole));
  for (let round = 0; round < 6; round += 1) {
    const one = start(...siteArgs('twice'));
    await pause(round === 0 ? 0 : between(random, 0, lasted.get(whole)!));
    const two = start(...siteArgs('twice'));
    if (round % 3 === 2) {
      await pause(between(random, 0, lasted.get(whole)!));
      one.child.kill('SIGKILL');
    }
    const ends = [await one.ended, await two.ended];
    expect(ends[1]).toMatchObject({ code: 0 });
    if (round % 3 !== 2) expect(ends[0]).toMatchObject({ code: 0 });
    expect(hashesOf(path('twice'))).toEqual(expected);
    rmSync(path('twice'), { recursive: true });
  }
});

test('the query: killed at any moment and started again, the bytes are the same', async () => {
  const random = createRandom(23, 'join');
  const args = ['pairs', path('whole'), '-o', path('once/out.jsonl'), '--force'];
  mkdirSync(path('once'));
  for (let kill = 0; kill < 8; kill += 1) {
    const { child, ended } = start(...args);
    await pause(between(random, 0, lasted.get('natural')!));
    child.kill('SIGKILL');
    expect((await ended).said).not.toMatch(/ {4}at |this is a bug/);
    if (kill % 3 === 2)
      for (const name of readdirSync(path('once'))) rmSync(path(`once/${name}`), { recursive: true });
  }
  expect(await start(...args).ended).toMatchObject({ code: 0 });
  expect(readFileSync(path('once/out.jsonl')).equals(readFileSync(path('natural.jsonl')))).toBe(true);
  expect(readdirSync(path('once')).sort()).toEqual(['out.jsonl']);
});
