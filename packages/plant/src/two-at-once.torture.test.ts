import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from './seeded-random';
import { packTar } from './testing/pack-tar';

const bin = fileURLToPath(new URL('../bin/slipform-plant.js', import.meta.url));
const fixture = readFileSync(new URL('../fixtures/captions.txt', import.meta.url), 'utf8');
const { file, path } = useFolder();
const between = (random: Random, from: number, to: number) => from + random.below(to - from);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function start(...args: string[]): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr!.on('data', (text) => {
    said += text;
  });
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, said }))) };
}

const run = (...args: string[]) => start(...args).ended;
const beside = (output: string) =>
  readdirSync(dirname(path(output))).filter(
    (name) => name.startsWith(output) || name.startsWith('.slipform'),
  );
const clear = (output: string) => {
  for (const name of beside(output)) rmSync(path(name));
};
/** Nothing of a stack trace: each line is ours. */
const isOneSentence = ({ said }: Ended) => /^(slipform-plant: [^\n]+\.\n)$/.test(said);

// Written once: an input that is written to while a run reads it ends that run.
const captions = () => (existsSync(path('in.txt')) ? path('in.txt') : file('in.txt', fixture.repeat(20)));

describe('pairs of runs with one output: one wins with the right bytes, the other ends with a sentence', () => {
  const flagSets = [[], ['--force']];
  const pairs = flagSets.flatMap((first) => flagSets.map((second) => [first.join(' '), second.join(' ')]));
  test.each(pairs)('mine, "%s" and "%s"', async (first, second) => {
    const random = createRandom(7, `${first}|${second}`);
    const args = (flags: string) => [
      'mine',
      captions(),
      '-o',
      path('out.jsonl'),
      '--quiet',
      '--block-size',
      '100',
      ...flags.split(' ').filter(Boolean),
    ];
    expect(
      await run('mine', captions(), '-o', path('whole.jsonl'), '--quiet', '--block-size', '100', '--force'),
    ).toMatchObject({ code: 0 });
    for (let round = 0; round < 4; round += 1) {
      clear('out.jsonl');
      const one = start(...args(first));
      await pause(round === 0 ? 0 : between(random, 0, 3000));
      const two = start(...args(second));
      const ends = [await one.ended, await two.ended];
      const failed = ends.filter(({ code }) => code !== 0);
      expect(failed.length).toBeLessThan(2);
      for (const end of failed) {
        expect(end.code).toBe(1);
        expect(end.said).toMatch(/another process \(|exists; pass --force/);
        expect(isOneSentence(end)).toBe(true);
      }
      expect(readFileSync(path('out.jsonl')).equals(readFileSync(path('whole.jsonl')))).toBe(true);
      expect(beside('out.jsonl').filter((name) => name !== 'out.jsonl')).toEqual([]);
    }
  });

  test('fit', async () => {
    const random = createRandom(7, 'fit');
    const args = (output: string) => ['fit', captions(), '-o', path(output), '--force', '--quiet'];
    await run(...args('whole.out'));
    for (let round = 0; round < 6; round += 1) {
      clear('pair.out');
      const one = start(...args('pair.out'));
      await pause(round === 0 ? 0 : between(random, 0, 1500));
      const two = start(...args('pair.out'));
      const ends = [await one.ended, await two.ended];
      for (const end of ends.filter(({ code }) => code !== 0)) {
        expect(end.said).toMatch(/another process \(/);
        expect(isOneSentence(end)).toBe(true);
      }
      expect(ends.some(({ code }) => code === 0)).toBe(true);
      expect(readFileSync(path('pair.out')).equals(readFileSync(path('whole.out')))).toBe(true);
      expect(beside('pair.out')).toEqual(['pair.out']);
    }
  });
});

describe('a hundred kills', () => {
  test.each([
    ['jsonl', 1],
    ['jsonl.gz', 2],
    ['tsv', 3],
    ['tsv.gz', 1],
    ['parquet', 2],
    ['tar', 1],
    ['tar.gz', 2],
    ['shard.tar', 3],
  ])(
    '%s with %i workers: killed at any moment, the output is whole or absent, and the next run leaves nothing else',
    async (extension, workers) => {
      const random = createRandom(11, extension);
      const input =
        extension === 'shard.tar'
          ? file(
              'in.tar',
              await packTar(
                ...fixture
                  .repeat(20)
                  .trim()
                  .split('\n')
                  .map((content, i) => ({ name: `${i}.txt`, content })),
              ),
            )
          : captions();
      const args = (output: string, ...more: string[]) => [
        'mine',
        input,
        '-o',
        path(output),
        '--quiet',
        '--block-size',
        '50',
        '--per-caption',
        '2',
        '--skip-invalid',
        ...more,
      ];
      expect(await run(...args(`whole.${extension}`, '--force'))).toMatchObject({ code: 0 });
      const output = `out.${extension}`;
      for (let kill = 0; kill < 14; kill += 1) {
        const { child, ended } = start(
          ...args(output, '--force', '--workers', String(1 + ((workers + kill) % 3))),
        );
        await pause(between(random, 0, 2500));
        child.kill('SIGKILL');
        const { said } = await ended;
        expect(said).not.toMatch(/ {4}at /);
        // What is there is whole.
        const made = readdirSync(dirname(path(output))).includes(output);
        if (!made) continue;
        expect(readFileSync(path(output)).equals(readFileSync(path(`whole.${extension}`)))).toBe(true);
        if (kill % 2 === 1) clear(output);
      }
      expect(await run(...args(output, '--force'))).toMatchObject({ code: 0 });
      expect(readFileSync(path(output)).equals(readFileSync(path(`whole.${extension}`)))).toBe(true);
      expect(beside(output)).toEqual([output]);
    },
  );

  test.each(['--quiet', '--force'])(
    'fit %s: half a file is never in place, and the next run leaves nothing behind',
    async (flag) => {
      const random = createRandom(13, 'fit');
      const args = (output: string) => ['fit', captions(), '-o', path(output), flag];
      clear('unbroken.out');
      clear('killed.out');
      await run(...args('unbroken.out'));
      const whole = readFileSync(path('unbroken.out'));
      for (let kill = 0; kill < 10; kill += 1) {
        const { child, ended } = start(...args('killed.out'));
        await pause(between(random, 100, 2500));
        child.kill('SIGKILL');
        await ended;
        if (readdirSync(dirname(path('x'))).includes('killed.out')) {
          expect(readFileSync(path('killed.out')).equals(whole)).toBe(true);
          rmSync(path('killed.out'));
        }
      }
      expect(await run(...args('killed.out'))).toMatchObject({ code: 0 });
      expect(beside('killed.out')).toEqual(['killed.out']);
    },
  );
});
