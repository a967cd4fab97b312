import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runHere } from '@slipform/kit/testing/run-here';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { runCommand } from './command';
import { openEstimates } from './estimates';
import { createLexicon } from './index';

// The built command, as npm links it.
const bin = fileURLToPath(new URL('../bin/slipform-concreteness.js', import.meta.url));
const lexicon = createLexicon();
const dog = lexicon.rate('dog')!.rating;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'concreteness-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The built command in a process of its own: what reads standard input, is short of memory or ends by itself. */
function start(args: readonly string[], input: string | Uint8Array = '', mebibytesOfHeap = 4096) {
  const heap = `--max-old-space-size=${mebibytesOfHeap}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [heap, bin, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { status, stdout, stderr };
}

/** The same in this process. */
async function run(args: readonly string[]) {
  const { code: status, ...printed } = await runHere('slipform-concreteness', runCommand, args, folder);
  return { status, ...printed };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('nothing is printed into a file that is read', () => {
  const norms = file('own.csv', 'word,rating\ndog,4\ncat,3\n');
  const before = readFileSync(norms, 'utf8');
  for (const [args, input] of [
    [['rate', 'dog', '--norms', norms], '/dev/null'],
    [['rate'], norms],
    [['caption'], norms],
    [['caption', 'a dog', '--norms', norms], '/dev/null'],
    [['compare', norms], '/dev/null'],
    [['export', '--norms', norms], '/dev/null'],
  ] as const) {
    const [from, to] = [openSync(input, 'r'), openSync(norms, 'a')];
    const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { stdio: [from, to, 'pipe'] });
    for (const each of [from, to]) closeSync(each);
    expect(String(stderr)).toMatch(
      /would overwrite (.*own\.csv, which is the \w+( of --norms)?|standard input); name/,
    );
    expect([status, readFileSync(norms, 'utf8')]).toEqual([1, before]);
  }
});

describe('slipform-concreteness rate', () => {
  test('prints word, rating, source and step; an unknown word is no failure', async () => {
    expect(await run(['rate', 'Dogs', 'qwxz'])).toEqual({
      status: 0,
      stdout: `Dogs\t${dog}\testimate\tlemma\nqwxz\t\t\t\n`,
      stderr: '',
    });
  });

  test('reads one word a line from standard input', () => {
    expect(start(['rate'], 'dog\r\n\ntraffic light').stdout).toBe(
      `dog\t${dog}\testimate\tentry\ntraffic light\t${lexicon.rate('traffic light')!.rating}\testimate\tentry\n`,
    );
  });

  test('prints JSON lines', async () => {
    const lines = (await run(['rate', '--json', 'dogs', 'qwxz'])).stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { word: 'dogs', rating: dog, source: 'estimate', lemma: 'dog', via: 'lemma' },
      { word: 'qwxz', rating: null },
    ]);
  });

  test('takes human norms and passes their warnings on to standard error', async () => {
    const norms = file('norms.csv', 'word,rating\ndog,1.5\ndog,2\n');
    const { status, stdout, stderr } = await run(['rate', '--norms', norms, 'dog']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'dog\t1.5\tnorms\tnorms\n' });
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

describe('slipform-concreteness caption', () => {
  test('in a pipe: the rating behind each word, a caption a line', () => {
    const { status, stdout, stderr } = start(['caption'], 'The hot dog, with a dog\n\nof the\n');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [first, second] = stdout.split('\n') as [string, string];
    expect(first).toMatch(/^The hot dog\(\d\.\d\), with a dog\(\d\.\d\)$/);
    expect(second).toBe('of the');
  });

  test('JSON keeps offsets; without a word the mean is null', async () => {
    const { stdout } = await run(['caption', '--json', 'a dog', 'of']);
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ text: 'a dog', words: [{ text: 'dog', start: 2, end: 5, lemma: 'dog' }] });
    expect(second).toEqual({ text: 'of', words: [], mean: null });
  });
});

describe('slipform-concreteness compare', () => {
  test('prints groups, the worst errors and unknown words', async () => {
    const norms = file(
      'compare.tsv',
      'Word\tConc.M\tDom_Pos\ndog\t5\tNoun\nhope\t1\tNoun\nroof\t4.9\tNoun\nqwxz\t3\t#N/A\n',
    );
    const { status, stdout, stderr } = await run(['compare', norms, '--worst', '1']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^\| all \| 4 \| 75\.0 % \| [01]\.\d{3} \|/m);
    expect(stdout).toMatch(/^\| noun \| 3 \| 100\.0 % /m);
    expect(stdout).toMatch(/Without an estimate, among others: qwxz\./);
    const { groups, worst } = JSON.parse((await run(['compare', norms, '--json', '--worst', '0'])).stdout);
    expect(groups[0]).toMatchObject({ group: 'all', words: 4, coverage: 0.75 });
    expect(worst).toEqual([]);
  });

  test('says on standard error that a scale was mapped', async () => {
    const norms = file('seven.csv', 'w,r\ndog,7\nhope,2\nroof,6.5\n');
    const { status, stderr } = await run([
      'compare',
      norms,
      '--word-column',
      'w',
      '--rating-column',
      'r',
      '--scale',
      '1-7',
    ]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/seven\.csv: ratings on a scale from 1 to 7 were mapped linearly to 1–5/);
  });
});

describe('slipform-concreteness export', () => {
  test('prints every entry, as TSV, CSV or JSON lines', async () => {
    const count = [...openEstimates().words()].length;
    const lines = (await run(['export'])).stdout.trim().split('\n');
    expect(lines).toHaveLength(count + 1);
    expect(lines[0]).toBe('word\trating\tsource');
    expect(lines).toContain(`dog\t${dog}\testimate`);
    expect((await run(['export', '--format', 'csv'])).stdout).toContain(`\ndog,${dog},estimate\n`);
    const json = (await run(['export', '--format', 'jsonl'])).stdout.trim().split('\n');
    expect(json).toHaveLength(count);
    expect(JSON.parse(json.find((line) => line.includes('"dog"'))!)).toEqual({
      word: 'dog',
      rating: dog,
      source: 'estimate',
    });
  });

  test('keeps a file that is there, unless forced, and leaves nothing half-written', async () => {
    const norms = file('export.csv', 'word,rating\ndog,1.5\n"qwxz, odd",2\n');
    const output = file('entries.csv', 'mine');
    const args = ['export', '--norms', norms, '-o', output]; // CSV by the file's name
    expect(await run([...args, '--force'])).toEqual({ status: 0, stdout: '', stderr: '' });
    const text = readFileSync(output, 'utf8');
    expect(text).toContain('\ndog,1.5,norms\n');
    expect(text).toContain('\n"qwxz, odd",2,norms\n');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('never takes the place of the ratings that it reads, under any name and with --force', async () => {
    const ratings = 'word,rating\ndog,1.5\n';
    const norms = file('kept.csv', ratings);
    linkSync(norms, join(folder, 'hard.csv'));
    symlinkSync('kept.csv', join(folder, 'soft.csv'));
    for (const output of ['kept.csv', 'hard.csv', 'soft.csv', '../kept.csv']) {
      const path = output.startsWith('..') ? `${folder}/x/${output}` : join(folder, output);
      if (output.startsWith('..')) mkdirSync(join(folder, 'x'));
      const { status, stderr } = await run(['export', '--norms', norms, '-o', path, '--force']);
      expect(status).toBe(1);
      expect(stderr).toMatch(/--output would overwrite .*, which is the file of --norms; name another file/);
    }
    expect(readFileSync(norms, 'utf8')).toBe(ratings);
  });

  test('words of norms with control characters are written out, in JSON lines as escapes', async () => {
    const norms = file('escapes.csv', 'word,rating\nr\x1b[2J\u202ef,4\n');
    const rows = async (format: string) =>
      (await run(['export', '--norms', norms, '--format', format])).stdout
        .split('\n')
        .filter((row) => /norms/.test(row));
    expect(await rows('tsv')).toEqual(['r\\u001b[2j\\u202ef\t4\tnorms']);
    expect(await rows('csv')).toEqual(['r\\u001b[2j\\u202ef,4,norms']);
    expect(JSON.parse((await rows('jsonl'))[0]!)).toEqual({
      word: 'r\x1b[2j\u202ef',
      rating: 4,
      source: 'norms',
    });
  });
});

describe('what a terminal acts on', () => {
  const hostile = 'dog\x1b]0;x\x07\x9b2J\u202e cat';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not come.
  const acting = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

  test.each([
    [['rate'], /^dog\\u001b\]0;x\\u0007\\u009b2J\\u202e cat\t/],
    [['caption'], /^dog\(4\.\d\)\\u001b\]0;/],
  ])('%j writes it out', (args, message) => {
    const { stdout, stderr } = start(args, hostile);
    expect(stdout).toMatch(message);
    expect(`${stdout}${stderr}`).not.toMatch(acting);
    const json = start([...args, '--json'], hostile).stdout;
    expect(json).not.toMatch(acting);
    const { word, text } = JSON.parse(json);
    expect(word ?? text).toBe(hostile);
  });

  test('it is in no message, warning or table', async () => {
    const norms = file(
      'hostile.csv',
      `word,rating,pos\n${hostile},1,${hostile}\n${hostile},2,x\nqw${hostile},3,y\n`,
    );
    const broken = file('broken.csv', `word,rating\n${hostile},${hostile}\n`);
    for (const args of [
      ['rate', '--norms', norms, 'dog'],
      ['rate', '--norms', broken, 'dog'],
      ['rate', '--norms', `${norms}${hostile}`, 'dog'],
      ['rate', `--${hostile}`],
      ['compare', norms],
      ['compare', norms, '--rating-column', hostile],
    ]) {
      const { stdout, stderr } = await run(args);
      expect(`${stdout}${stderr}`).not.toBe('');
      expect(`${stdout}${stderr}`).not.toMatch(acting);
    }
  });
});

describe('input of any size', () => {
  test('norms of many megabytes fit into a small heap', () => {
    const norms = file('many.csv', `word,rating\n${'dog,4\ndog,3\n'.repeat(1_000_000)}`);
    const { status, stdout, stderr } = start(['rate', '--norms', norms, 'dog'], '', 96);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'dog\t4\tnorms\tnorms\n' });
    expect(stderr.trim().split('\n')).toHaveLength(6);
  });

  test.each(['rate', 'caption'])('%s: a line of 64 MiB is refused by name', (command) => {
    const line = Buffer.alloc(64 * 1024 * 1024, 'dog ');
    const { status, stdout, stderr } = start([command], Buffer.concat([Buffer.from('dog\n'), line]), 64);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr:
        'slipform-concreteness: standard input line 2 is longer than 1 MiB; write one word or caption a line.\n',
    });
    expect(stdout.split('\n').length).toBeLessThanOrEqual(2);
  });

  test('a reader that waits for each answer gets it, be the word as short as can be', async () => {
    const child = spawn(process.execPath, [bin, 'rate'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
    for (const word of ['ox', 'ax', 'dog']) {
      child.stdin.write(`${word}\n`);
      expect((await answers.next()).value).toMatch(new RegExp(`^${word}\t`));
    }
    child.stdin.end();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });

  test.each([[['rate', 'dog']], [['caption', 'a dog']], [['export']]])(
    '%j: a full disk behind standard output',
    (args) => {
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [bin, ...args], {
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      closeSync(full);
      expect({ status, stderr }).toEqual({
        status: 1,
        stderr: 'slipform-concreteness: cannot write to standard output: the disk is full.\n',
      });
    },
  );
});

test.each([
  [
    'a byte that is not UTF-8',
    Buffer.from('dog\nd\xff\n', 'latin1'),
    / line 2 is not UTF-8: byte 2 is 0xff; /,
  ],
  ['UTF-16', Buffer.from('dog\ncat\n', 'utf16le'), / is UTF-16, not UTF-8; save it as UTF-8 first\./],
  ['line ends of CR alone', Buffer.from('dog\rcat\r'), / has line ends of CR alone, as on old Macs; save it/],
])('standard input with %s', (_, input, message) => {
  for (const command of ['rate', 'caption']) {
    const { status, stderr } = start([command], input);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^slipform-concreteness: standard input/);
    expect(stderr).toMatch(message);
  }
});

test('messages name the command and its own options', async () => {
  expect(start(['rate', '--norm', 'x']).stderr).toMatch(/^slipform-concreteness: unknown option '--norm'/);
  expect(await run(['export', '-o', '/dev/null', '--force'])).toMatchObject({ status: 0, stderr: '' });
});

test('--help and --version exit with 0 and print on standard output', async () => {
  expect(start(['rate', '--help'])).toMatchObject({ status: 0, stderr: '' });
  expect(await run(['--version'])).toMatchObject({ status: 0, stdout: `${manifest.version}\n` });
});
