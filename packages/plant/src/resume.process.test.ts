import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runHere } from '@slipform/kit/testing/run-here';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { describe, expect, test } from 'vitest';
import { runCommand } from './command';

const bin = fileURLToPath(new URL('../bin/slipform-plant.js', import.meta.url));
const fixture = readFileSync(new URL('../fixtures/captions.txt', import.meta.url), 'utf8');
const { file, path } = useFolder();

/** 180 captions, in blocks of five: 36 blocks, so that much is left to do wherever a run is killed. */
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

/** Runs until so many blocks are in the journal, then sends the signal; tells whether it came in time. */
async function runAndStop(
  signal: NodeJS.Signals,
  blocks: number,
  output: string,
  ...more: string[]
): Promise<{ code: number | null; told: string }> {
  const child = spawn(process.execPath, [bin, ...argumentsOf(output, ...more)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (text) => {
    told += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const journal = path(`${output}.partial.journal`);
  while (child.exitCode === null) {
    if (existsSync(journal) && readFileSync(journal, 'utf8').split('\n').length - 2 >= blocks) break;
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  child.kill(signal);
  const code = await ended;
  if (code !== 0) return { code, told };
  // On a busy machine it can end before it is seen to have begun: once more.
  rmSync(path(output));
  return runAndStop(signal, blocks, output, ...more);
}

const left = (output: string) =>
  readdirSync(dirname(path(output))).filter((name) => name.startsWith(`${output}.`));

describe('a run that is killed and resumed gives the bytes of an unbroken one', () => {
  test.each([
    ['out.tsv.gz', '2'],
    ['out.parquet', '1'],
    ['out.tar', '1'],
  ])('%s, %s workers', async (output, workers) => {
    expect((await run(output)).status).toBe(0);
    const whole = readFileSync(path(output));
    rmSync(path(output));
    let blocks = 0;
    for (const more of [3, 12]) {
      blocks += more;
      await runAndStop('SIGKILL', blocks, output, '--resume', '--workers', workers);
      expect(existsSync(path(output))).toBe(false);
      expect(left(output)).toEqual(['lock', 'partial', 'partial.journal'].map((end) => `${output}.${end}`));
    }
    // Killed in the middle of a block, and in the middle of a line of the journal.
    writeFileSync(path(`${output}.partial`), 'half a block', { flag: 'a' });
    writeFileSync(path(`${output}.partial.journal`), '{"bytes":12', { flag: 'a' });
    const resumed = await run(output, '--resume');
    expect(resumed).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(path(output)).equals(whole)).toBe(true);
    expect(left(output)).toEqual([`${output}.done.json`]);
    const again = await run(output, '--resume', '--json');
    expect(again.status).toBe(0);
    expect(again.stderr).toMatch(
      /is finished already, from the same input .*; nothing to do; pass --force without --resume to write it again\.\n$/,
    );
    expect(JSON.parse(again.stdout)).toMatchObject({ captions: 180, brokenLines: 0 });
    expect(readFileSync(path(output)).equals(whole)).toBe(true);
  });
});

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

describe('what was cut off', () => {
  test('Ctrl-C keeps it and says how to go on; other options, another input or no --resume are refused', async () => {
    const { code, told } = await runAndStop('SIGINT', 2, 'cut.jsonl');
    expect(code).toBe(130);
    expect(told).toMatch(/interrupted; .*cut\.jsonl\.partial keeps what is done: .* --resume to go on\.\n$/);
    const kept = statSync(path('cut.jsonl.partial')).size;

    expect(await run('cut.jsonl')).toMatchObject({
      status: 1,
      stderr: `slipform-plant: ${path('cut.jsonl.partial')} is there from a run that was cut off; pass --resume to go on with it, or --force to start again.\n`,
    });
    expect(await run('cut.jsonl', '--resume', '--policy', 'min')).toMatchObject({
      status: 1,
      stderr: `slipform-plant: cannot resume ${path('cut.jsonl')}: --policy was max and is min; run it as before, or pass --force without --resume to start again.\n`,
    });
    const [first = '', file = '', ...rest] = argumentsOf('cut.jsonl', '--resume');
    writeFileSync(file, `${input}A dog barks.\n`);
    const changed = await runWith([first, file, ...rest]);
    expect(changed.status).toBe(1);
    expect(changed.stderr).toMatch(
      /cannot resume .*: the input was [\da-f]{12}… and is [\da-f]{12}…; run it as before/,
    );
    expect(statSync(path('cut.jsonl.partial')).size).toBe(kept);

    expect((await run('cut.jsonl', '--force')).status).toBe(0);
    expect(left('cut.jsonl')).toEqual([]);
  });

  test('before the first block it is nothing, and Ctrl-C says so', async () => {
    const { code, told } = await runAndStop('SIGINT', 0, 'early.jsonl', '--block-size', '1000000');
    expect(code).toBe(130);
    expect(told).toMatch(/\nslipform-plant: interrupted; nothing was written\.\n$/);
    expect(existsSync(path('early.jsonl'))).toBe(false);
  });

  test('standard input can’t be resumed, and leaves nothing', () => {
    expect(start(['mine', '-', '-o', path('piped.jsonl'), '--resume'], fixture)).toMatchObject({
      status: 1,
      stderr: 'slipform-plant: --resume needs an input and an output that are regular files.\n',
    });
    expect(left('piped.jsonl')).toEqual([]);
  });
});
