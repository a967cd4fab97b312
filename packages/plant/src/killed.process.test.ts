import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runHere } from '@slipform/kit/testing/run-here';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { expect, test } from 'vitest';
import { runCommand } from './command';

const bin = fileURLToPath(new URL('../bin/slipform-plant.js', import.meta.url));
const fixture = readFileSync(new URL('../fixtures/captions.txt', import.meta.url), 'utf8');
const { file, path } = useFolder();

/** 180 captions, in blocks of five: 36 blocks, so that much is left to do where a run is killed. */
const input = fixture.repeat(3);

const argumentsOf = (output: string, ...more: string[]) => [
  'mine',
  file('in.txt', input),
  '-o',
  path(output),
  '--quiet',
  '--block-size',
  '5',
  ...more,
];
/** The command in this process, which is another one than that which was killed. */
async function runWith(args: readonly string[]) {
  const { code: status, ...printed } = await runHere('slipform-plant', runCommand, args, import.meta.dirname);
  return { status, ...printed };
}
const run = (output: string, ...more: string[]) => runWith(argumentsOf(output, ...more));
/** The built one in a process of its own. */
const start = (args: readonly string[], given?: string) =>
  spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', input: given });

/** Lets the built command run until `isFar`, and sends the signal. */
async function runAndStop(
  signal: NodeJS.Signals,
  args: readonly string[],
  isFar: () => boolean,
): Promise<{ readonly code: number | null; readonly told: string }> {
  const child = spawn(process.execPath, [bin, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (text) => {
    told += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  while (child.exitCode === null && !isFar()) await new Promise((resolve) => setTimeout(resolve, 3));
  child.kill(signal);
  const code = await ended;
  if (code !== 0) return { code, told };
  // On a busy machine it can end before it is seen to have begun: once more.
  rmSync(args[3]!, { recursive: true });
  return runAndStop(signal, args, isFar);
}

/** Whether a part of an output is written. */
const isBegun = (folder: string) => () =>
  existsSync(folder) &&
  readdirSync(folder).some((name) => {
    const draft =
      /^\.slipform-.*\.tmp$/.test(name) && statSync(join(folder, name), { throwIfNoEntry: false });
    return draft && draft.size > 0;
  });

test.each([
  ['out.tsv.gz', '2'],
  ['out.parquet', '1'],
  ['out.tar', '1'],
])(
  '%s, %s workers: a run that is killed leaves no output, and the next one has the bytes',
  async (output, workers) => {
    expect((await run(output)).status).toBe(0);
    const whole = readFileSync(path(output));
    mkdirSync(path('cut'), { recursive: true });
    const cut = `cut/${output}`;
    const { code } = await runAndStop(
      'SIGKILL',
      argumentsOf(cut, '--workers', workers),
      isBegun(path('cut')),
    );
    expect(code).toBe(null);
    expect(existsSync(path(cut))).toBe(false);
    expect(await run(cut)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(path(cut)).equals(whole)).toBe(true);
    expect(readdirSync(path('cut'))).toEqual([output]);
    rmSync(path('cut'), { recursive: true });
  },
);

test('2 and 8 workers give the bytes of one', async () => {
  expect((await run('one.jsonl')).status).toBe(0);
  for (const workers of ['2', '8']) {
    expect(start(argumentsOf('many.jsonl', '--workers', workers, '--force'))).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(readFileSync(path('many.jsonl')).equals(readFileSync(path('one.jsonl')))).toBe(true);
  }
});

test('a file of the user under the name of a record stays, with --force too', async () => {
  file('kept.jsonl.done.json', 'mine');
  expect((await run('kept.jsonl')).status).toBe(0);
  expect((await run('kept.jsonl', '--force')).status).toBe(0);
  expect(readFileSync(path('kept.jsonl.done.json'), 'utf8')).toBe('mine');
});

test('Ctrl-C leaves nothing of one output, and says so', async () => {
  mkdirSync(path('early'));
  const { code, told } = await runAndStop('SIGINT', argumentsOf('early/out.jsonl'), isBegun(path('early')));
  expect(code).toBe(130);
  expect(told).toMatch(/slipform-plant: interrupted; nothing was written\.\n$/);
  expect(readdirSync(path('early'))).toEqual([]);
});

test.each(['SIGKILL', 'SIGINT'] as const)(
  '%s: a folder keeps what is finished and goes on from there',
  async (signal) => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const name of names) file(`${name}.txt`, input);
    const of = (output: string) => ['mine', path('{a,b,c,d,e,f}.txt'), '-o', `${path(output)}/`, '--quiet'];
    const isFar = () => existsSync(path('shards/b.jsonl'));
    const { code, told } = await runAndStop(signal, of('shards'), isFar);
    expect(code).toBe(signal === 'SIGKILL' ? null : 130);
    if (signal === 'SIGINT') {
      expect(told).toContain(
        `interrupted; ${path('shards')} keeps the files that are finished: run the same command to go on.`,
      );
    }
    const { mtimeMs } = statSync(path('shards/a.jsonl'));
    expect((await runWith(of('shards'))).status).toBe(0);
    expect(statSync(path('shards/a.jsonl')).mtimeMs).toBe(mtimeMs);
    expect((await runWith(of('unbroken'))).status).toBe(0);
    expect(readdirSync(path('shards'))).toEqual(readdirSync(path('unbroken')));
    for (const name of readdirSync(path('shards'))) {
      expect(readFileSync(path(`shards/${name}`)).equals(readFileSync(path(`unbroken/${name}`)))).toBe(true);
    }
    for (const name of ['shards', 'unbroken']) rmSync(path(name), { recursive: true });
  },
);

test.each([
  [
    ['mine', 'in.txt', '-o', 'x.jsonl', '--resume'],
    /--resume is no more: one file is written whole or not at all; split .* \(-o OUT\/\), where a run that was cut off goes on by itself\.\n$/,
  ],
  [
    ['pairs', 'in.txt', '-o', 'x.jsonl', '--resume'],
    /--resume is no more: .* site files .* goes on by itself\.\n$/,
  ],
  [
    ['mine', 'in.txt', '-o', 'x.json', '--output-format', 'units'],
    /--output-format units is no more; write jsonl/,
  ],
  [
    ['fit', 'in.csv', '-o', 'x.fit', '--id-field', 'key'],
    /--id-field is no more: write --fields id=NAME\.\n$/,
  ],
  [
    ['mine', 'in.txt', '-o', 'x.jsonl', '--max-gap=2'],
    /--max-gap is no more: it is 1\.5; createPlant .* as maxGap/,
  ],
  [['pairs', 'in.txt', '-o', 'x.jsonl', '--temperature', '1'], /--temperature is no more: it is 0\.5 for/],
  [['mine', 'in.tar', '-o', 'out/', '--without-images'], /is no more: write --output-format side-tar\.\n$/],
  [
    ['mine', 'in.csv', '-o', 'out/', '--id-prefix', 'c:'],
    /is no more: name a column of ids .* --fields id=NAME/,
  ],
])('an option that is gone names the new way: %j', (args, sentence) => {
  const { status, stderr } = start(args);
  expect([status, stderr]).toEqual([2, expect.stringMatching(sentence)]);
});
