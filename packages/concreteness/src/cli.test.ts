import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLexicon } from './index';

// The built command, as npm links it.
const bin = fileURLToPath(new URL('../bin/slipform-concreteness.js', import.meta.url));
const lexicon = createLexicon();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'concreteness-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(args: readonly string[], input: string | Uint8Array = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('slipform-concreteness rate', () => {
  const dog = lexicon.rate('dog')!.rating;

  test('prints word, rating and source; an unknown word is no failure', () => {
    expect(run(['rate', 'Dogs', 'qwxz'])).toEqual({
      status: 0,
      stdout: `Dogs\t${dog}\testimate\nqwxz\t\t\n`,
      stderr: '',
    });
  });

  test('reads one word a line from standard input', () => {
    expect(run(['rate'], 'dog\r\n\ntraffic light').stdout).toBe(
      `dog\t${dog}\testimate\ntraffic light\t${lexicon.rate('traffic light')!.rating}\testimate\n`,
    );
  });

  test('prints JSON lines', () => {
    const lines = run(['rate', '--json', 'dogs', 'qwxz']).stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { word: 'dogs', rating: dog, source: 'estimate', lemma: 'dog' },
      { word: 'qwxz', rating: null },
    ]);
  });

  test('takes human norms and passes their warnings on to standard error', () => {
    const norms = file('norms.csv', 'word,rating\ndog,1.5\ndog,2\n');
    const { status, stdout, stderr } = run(['rate', '--norms', norms, 'dog']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'dog\t1.5\tnorms\n' });
    expect(stderr).toMatch(/"dog" has rating 1\.5 in line 2 and 2 in line 3/);
  });

  test('a reader that leaves early is no failure', async () => {
    const child = spawn(process.execPath, [bin, 'rate'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('dog\n'.repeat(200_000));
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('failures are one sentence and exit with 1', () => {
  test.each([
    ['a missing file', () => join(folder, 'none.csv'), /cannot read .*none\.csv: there is no such file/],
    ['a folder', () => folder, /it is a folder/],
    ['an empty file', () => file('empty.csv', ''), /the text is empty/],
    [
      'a file that is not UTF-8',
      () => file('latin1.csv', new Uint8Array([0x63, 0xe9, 0x2c, 0x31])),
      /not UTF-8/,
    ],
    ['UTF-16', () => file('utf16.csv', Buffer.from('\uFEFFword,rating\ndog,4\n', 'utf16le')), /not UTF-8/],
    ['a rating outside the scale', () => file('scale.csv', 'word,rating\ndog,7\n'), /\[1, 5\].*line 2/],
  ])('%s', (_, path, message) => {
    const { status, stdout, stderr } = run(['rate', '--norms', path(), 'dog']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('standard input that is not UTF-8', () => {
    const { status, stderr } = run(['rate'], new Uint8Array([0x64, 0xff, 0x0a]));
    expect(status).toBe(1);
    expect(stderr).toMatch(/standard input is not UTF-8/);
  });
});

describe('usage', () => {
  test.each([[['rate', '--norm', 'x']], [['rat']], [[]], [['rate', '--norms']]])(
    '%j exits with 2',
    (args) => {
      const { status, stdout, stderr } = run(args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).not.toBe('');
      expect(stderr).not.toMatch(/\n {4}at /);
    },
  );

  test('--help and --version exit with 0 and print on standard output', () => {
    expect(run(['rate', '--help'])).toMatchObject({ status: 0, stderr: '' });
    expect(run(['--version'])).toMatchObject({ status: 0, stdout: '0.1.0\n' });
  });
});
