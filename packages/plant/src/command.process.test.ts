import { spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { runHere } from '@slipform/kit/testing/run-here';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from './command';
import type { HardNegative } from './hard-negative';

const bin = fileURLToPath(new URL('../bin/slipform-plant.js', import.meta.url));
const fixture = fileURLToPath(new URL('../fixtures/captions.txt', import.meta.url));
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-plant-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The built command in a process of its own. */
function start(args: string[], input?: string | Buffer) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** The same in this one. */
async function run(args: string[]) {
  const { code: status, ...printed } = await runHere('slipform-plant', runCommand, args, folder);
  return { status, ...printed };
}

/** Lines of progress, which a run prints that a busy machine makes last more than five seconds. */
const progress = /^mining: .*\n/gm;

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const records = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line): HardNegative => JSON.parse(line));

describe('mine', () => {
  test('writes one record a negative, tells what it did, and leaves nothing else behind', () => {
    const { status, stdout, stderr } = start(['mine', fixture, '-o', 'out.jsonl', '--sense', '0.15']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr.replace(progress, '')).toMatch(
      /^60 captions, \d+ with a negative \(.* %\)\n(?: {2}[a-z-]+ .*\n)*negatives +\d+: .*\nslots +.*\nconcreteness .*\nrefused +.*\n[\d.]+ s\n$/,
    );
    const written = records(readFileSync(join(folder, 'out.jsonl'), 'utf8'));
    expect(written.length).toBeGreaterThan(40);
    const captions = readFileSync(fixture, 'utf8').split('\n');
    for (const { id, caption } of written) expect(caption).toBe(captions[Number(id) - 1]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a folder, and a task of fit, go on by themselves; one file does not', async () => {
    file('few.txt', 'A dog sleeps.\nA red car.\n');
    for (const command of [
      ['mine', 'few.txt', '-o', 'shares/', '--task', '0', '--of', '1'],
      ['fit', 'few.txt', '-o', 'share.fit', '--task', '0', '--of', '1'],
    ]) {
      for (const _ of [1, 2]) expect((await run(command)).status, command.join(' ')).toBe(0);
    }
    expect((await run(['mine', 'few.txt', '-o', 'few.jsonl'])).status).toBe(0);
    expect((await run(['mine', 'few.txt', '-o', 'few.jsonl'])).stderr).toContain(
      'pass --force to overwrite it',
    );
  });

  test('reads standard input and writes standard output; the same seed gives the same bytes', async () => {
    const captions = readFileSync(fixture);
    const first = start(['mine', '-', '-o', '-', '--seed', '7', '--quiet'], captions);
    const second = await run(['mine', fixture, '-o', '-', '--seed', '7', '--quiet']);
    const other = await run(['mine', fixture, '-o', '-', '--seed', '8', '--quiet']);
    expect(first.stderr).toBe('');
    expect(second.stdout).toBe(first.stdout);
    expect(other.stdout).not.toBe(first.stdout);
  });

  test.each(['image_id', 'image'])(
    'JSON lines: id and %s; captions of one image know each other',
    async (image) => {
      const lines = [
        { id: 'a', [image]: '1', caption: 'A dog waits.' },
        { id: 'x', [image]: '2', caption: 'A dog waits.' },
        { [image]: '1', caption: 'The cat and the horse wait.' },
      ];
      file('in.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
      file('animals.txt', 'cat\ncow\nhorse\nsheep\nbird\n');
      const only = ['--vocabulary', 'animals.txt', '--operations', 'replace', '--slots', 'object'];
      const args = ['mine', 'in.jsonl', '-o', '-', '--quiet', '--per-caption', '60', ...only];
      const found = records((await run(args)).stdout);
      const words = (id: string) => found.filter((r) => r.id === id).map((r) => r.replacement.lemma);
      expect(words('x')).toContain('cat');
      expect(words('a').length).toBeGreaterThan(0);
      expect(words('a')).not.toContain('cat');
      expect(words('a')).not.toContain('horse');
      expect(found.some(({ id }) => id === '3')).toBe(true);
    },
  );

  test('TSV by its header, with CRLF and a byte-order mark', async () => {
    file('in.tsv', '\ufeffimage_id\tcaption\tid\r\n7\tA dog barks.\tq\r\n\r\n7\tA red car.\t\r\n');
    const found = records((await run(['mine', 'in.tsv', '-o', '-', '--quiet', '--keep-all'])).stdout);
    expect(found.map(({ id, caption }) => [id, caption])).toEqual([
      ['q', 'A dog barks.'],
      ['4', 'A red car.'],
    ]);
  });

  test('options: per caption, policy, operations, slots, norms, vocabulary, JSON summary', async () => {
    file('norms.csv', 'word,rating\ndog,4.85\ncat,4.86\n');
    file('vocabulary.txt', 'red\nblue\ndog\ncat\nleft\nof\n');
    file('one.txt', 'red dog left of blue cat\n');
    const args = '--per-caption 9 --policy random --operations swap --slots object --json --force'.split(' ');
    const { status, stdout, stderr } = await run([
      'mine',
      'one.txt',
      '-o',
      'one.jsonl',
      '--norms',
      'norms.csv',
      '--vocabulary',
      'vocabulary.txt',
      ...args,
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      captions: 1,
      negatives: 1,
      operations: { swap: 1 },
      brokenLines: 0,
    });
    const [record] = records(readFileSync(join(folder, 'one.jsonl'), 'utf8'));
    expect(record).toMatchObject({
      negative: 'red cat left of blue dog',
      concretenessSource: 'norms',
      concreteness: 4.855,
    });
  });

  test('a broken JSON line is named, the rest goes on, and the exit code is 1 unless it may be skipped', async () => {
    file(
      'broken.jsonl',
      '{"caption":"A dog barks."}\n{"caption":\n[1]\n{"caption":7}\n{"caption":"A red car."}\n',
    );
    const failed = await run(['mine', 'broken.jsonl', '-o', 'broken.out', '--keep-all']);
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('broken.out holds JSON lines, since .out names no format');
    expect(failed.stderr).toContain('slipform-plant: broken.jsonl line 2 is not JSON.\n');
    expect(failed.stderr).toContain('slipform-plant: broken.jsonl line 3 is no JSON object.\n');
    expect(failed.stderr).toContain(
      'slipform-plant: broken.jsonl line 4 has no "caption" that is a string.\n',
    );
    expect(records(readFileSync(join(folder, 'broken.out'), 'utf8')).map(({ id }) => id)).toEqual(['1', '5']);
    expect(
      (await run(['mine', 'broken.jsonl', '-o', 'broken.out', '--force', '--skip-invalid'])).status,
    ).toBe(0);
  });

  test('a caption of 10,000 words is refused and counted; a line of megabytes is named', async () => {
    file('long.txt', `${'dog '.repeat(10_000)}\nA dog barks.\n`);
    const long = await run(['mine', 'long.txt', '-o', '-', '--json', '--keep-all']);
    expect(long.status).toBe(0);
    expect(records(long.stdout)[0]).toMatchObject({ id: '1', reason: 'too-long' });
    expect(records(long.stdout)).toHaveLength(2);
    expect(JSON.parse(long.stderr.replace(progress, '')).reasons['too-long']).toBe(1);
    file('huge.txt', `${'x'.repeat(5_000_000)}\nA dog barks.\n`);
    const huge = await run(['mine', 'huge.txt', '-o', '-', '--quiet', '--keep-all']);
    expect(huge).toMatchObject({
      status: 1,
      stderr: 'slipform-plant: huge.txt line 1 is longer than 4 MiB.\n',
    });
    expect(records(huge.stdout)).toHaveLength(1);
  });
});

describe('the output', () => {
  test('a link stays one; the file behind it is replaced', async () => {
    mkdirSync(join(folder, 'behind'));
    file('behind/real.jsonl', 'old');
    symlinkSync('behind/real.jsonl', join(folder, 'link.jsonl'));
    expect(
      (await run(['mine', fixture, '-o', 'link.jsonl', '--force', '--quiet', '--keep-all'])).status,
    ).toBe(0);
    expect(lstatSync(join(folder, 'link.jsonl')).isSymbolicLink()).toBe(true);
    expect(records(readFileSync(join(folder, 'behind/real.jsonl'), 'utf8'))).toHaveLength(60);
    expect(readdirSync(join(folder, 'behind'))).toEqual(['real.jsonl']);
  });

  test.skipIf(process.platform === 'win32')('devices and pipes are written to, not replaced', async () => {
    expect(await run(['mine', fixture, '-o', '/dev/null', '--quiet'])).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect((await run(['mine', fixture, '-o', '/dev/null', '--quiet', '--force'])).status).toBe(0);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    const line =
      'mkfifo pipe && cat pipe > read.jsonl & while [ ! -p pipe ]; do :; done; "$@" -o pipe; code=$?; wait; exit $code';
    const command = ['sh', '-c', line, 'sh', process.execPath, bin, 'mine', fixture, '--quiet', '--keep-all'];
    const { status } = spawnSync(command[0]!, command.slice(1), { cwd: folder, timeout: 30 * 60_000 });
    expect(status).toBe(0);
    expect(records(readFileSync(join(folder, 'read.jsonl'), 'utf8'))).toHaveLength(60);
    expect(lstatSync(join(folder, 'pipe')).isFIFO()).toBe(true);
  });

  test('the summary counts one in the singular', async () => {
    file('one-broken.jsonl', '{"caption":"A red car is parked near a blue bus."}\n{\n');
    const { stderr } = await run(['mine', 'one-broken.jsonl', '-o', '-', '--skip-invalid']);
    expect(stderr).toMatch(/^1 caption, 1 with a negative/m);
    expect(stderr).toMatch(/^1 broken line left out$/m);
  });
});

describe('mistakes are one sentence', () => {
  test.each([
    [
      'a missing file',
      () => ['no.txt', '-o', 'x'],
      1,
      'slipform-plant: cannot read no.txt: there is no such file or folder.\n',
    ],
    [
      'a folder',
      () => ['.', '-o', 'x', '--format', 'text'],
      1,
      'slipform-plant: cannot read .: it is a folder; name a file.\n',
    ],
    [
      'a folder whose name tells no format',
      () => {
        mkdirSync(join(folder, 'captions.d'), { recursive: true });
        return ['captions.d', '-o', 'x'];
      },
      1,
      'slipform-plant: cannot read captions.d: it is a folder; name a file.\n',
    ],
    [
      'an output that can’t be written so',
      () => [fixture, '-o', 'x.csv'],
      2,
      'slipform-plant: records cannot be written as csv, as x.csv asks; pass --output-format jsonl|tsv|parquet|tar.\n',
    ],
    [
      'CSV without a caption column',
      () => [file('in.csv', 'a,b\n1,2\n'), '-o', 'x'],
      1,
      'slipform-plant: in.csv: the header must name a column "caption" or "title" or "text", got a, b; name the field with --fields caption=NAME.\n',
    ],
    [
      'a vocabulary without a word',
      () => [fixture, '-o', 'x', '--vocabulary', file('blank.txt', '\n \n')],
      1,
      'slipform-plant: blank.txt holds no word; write one a line.\n',
    ],
    [
      'an empty file',
      () => [file('empty.txt', ''), '-o', 'x'],
      1,
      'slipform-plant: empty.txt holds no caption.\n',
    ],
    [
      'a file that is not UTF-8',
      () => [file('latin.txt', Buffer.from('A dog.\nA caf\xe9.\n', 'latin1')), '-o', 'x'],
      1,
      'slipform-plant: latin.txt line 2 is not UTF-8: byte 6 is 0xe9; save it as UTF-8, or pass --skip-invalid.\n',
    ],
    [
      'a TSV without a caption column',
      () => [file('bad.tsv', 'a\tb\n1\t2\n'), '-o', 'x'],
      1,
      'slipform-plant: bad.tsv: the header must name a column "caption" or "title" or "text", got a, b; name the field with --fields caption=NAME.\n',
    ],
    [
      'an output folder that is not there',
      () => [fixture, '-o', 'no/x'],
      1,
      'slipform-plant: cannot write no/x: there is no folder no; make it first.\n',
    ],
    [
      'an output that exists',
      () => [fixture, '-o', file('there.jsonl', 'mine')],
      1,
      'slipform-plant: there.jsonl exists; pass --force to overwrite it.\n',
    ],
    [
      'norms without a file',
      () => [fixture, '-o', 'x', '--norms', 'no.csv'],
      1,
      'slipform-plant: cannot read no.csv: there is no such file or folder.\n',
    ],
    [
      'an unknown policy',
      () => [fixture, '-o', 'x', '--policy', 'best'],
      2,
      "slipform-plant: option '--policy <name>' argument 'best' is invalid. Allowed choices are max, min, random, weighted.\n",
    ],
    [
      'a number that is none',
      () => [fixture, '-o', 'x', '--per-caption', 'many'],
      2,
      "slipform-plant: option '--per-caption <n>' argument 'many' is invalid. It must be an integer from 1 to 100.\n",
    ],
    [
      'an unknown slot',
      () => [fixture, '-o', 'x', '--slots', 'object,verb'],
      2,
      "slipform-plant: option '--slots <a,b,c>' argument 'object,verb' is invalid. It must be a list with at least 1 entry, each one of object, attribute, action, relation, count.\n",
    ],
    [
      'a format that its name does not tell',
      () => [file('in.xml', 'x'), '-o', 'x'],
      2,
      'slipform-plant: cannot tell the format of in.xml by its name; pass --format text|jsonl|csv|tsv|json|parquet|tar.\n',
    ],
    [
      'no output',
      () => [fixture],
      2,
      'slipform-plant: the output (-o FILE, or -o - for standard output) must be named; see slipform-plant mine --help.\n',
    ],
    [
      'neither input nor output',
      () => [],
      2,
      'slipform-plant: the input and the output (-o FILE, or -o - for standard output) must be named; see slipform-plant mine --help.\n',
    ],
    [
      'a fit that is another file',
      () => [fixture, '-o', 'x', '--fit', file('no-fit.txt', 'A dog.\n')],
      1,
      'slipform-plant: no-fit.txt: the first line must be "slipform-plant fit 2" and its numbers, got "A dog."; --fit takes what `slipform-plant fit` wrote.\n',
    ],
    [
      'norms of one column',
      () => [fixture, '-o', 'x', '--norms', file('no-norms.txt', 'dog\ncat\n')],
      1,
      'slipform-plant: no-norms.txt: columns must be separated by tabs, commas or semicolons, got the first line "dog"; --norms takes a header and a word with its rating on each line.\n',
    ],
    [
      'fields of a text',
      () => [fixture, '-o', 'x', '--fields', 'id=id,image=image'],
      1,
      `slipform-plant: ${fixture} is read as text, a caption a line, which has no fields; leave out --fields id and --fields image, or name its format.\n`,
    ],
    [
      'a misspelt column of images',
      () => [file('images.tsv', 'caption\timage_id\nA dog.\t1\n'), '-o', 'x', '--fields', 'image=imageid'],
      1,
      'slipform-plant: images.tsv: the header must name the column "imageid" of --fields image, got caption, image_id; name one of these or leave the option out.\n',
    ],
    [
      'a file whose lines are all broken',
      () => [file('all-broken.jsonl', '{"sentence":"A dog."}\n{\n'), '-o', 'x', '--skip-invalid'],
      1,
      [
        'slipform-plant: all-broken.jsonl line 1 has no "caption" (it has sentence); name the field with --fields caption=NAME.\n',
        'slipform-plant: all-broken.jsonl line 2 is not JSON.\n',
        'slipform-plant: all-broken.jsonl holds no caption that can be read, but 2 broken lines; correct them, or name the format and the fields.\n',
      ].join(''),
    ],
  ])('%s', async (_, args, status, stderr) => {
    expect(await run(['mine', ...args()])).toEqual({ status, stdout: '', stderr });
    expect(existsSync(join(folder, 'x'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('pairs says too what an output is whose name tells no format', async () => {
    const { stderr } = await run(['pairs', fixture, '-o', 'pairs.out']);
    expect(stderr).toContain('pairs.out holds JSON lines, since .out names no format');
  });

  test('options that would have no use are named', async () => {
    const offsets = await run(['pairs', fixture, '-o', 'idle.tsv', '--offsets', 'codepoints']);
    expect(offsets).toMatchObject({ status: 2, stdout: '' });
    expect(offsets.stderr).toContain('--offsets has no use for tsv');
    expect(existsSync(join(folder, 'idle.tsv'))).toBe(false);
  });

  test('norms that are none are named', async () => {
    const { status, stderr } = await run([
      'mine',
      fixture,
      '-o',
      'x',
      '--norms',
      file('none.csv', 'a,b\n1,2\n'),
    ]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^slipform-plant: none\.csv: .+\n$/);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test.each([[[]], [['--force']]])('the input is never the output, under any name %j', async (force) => {
    file('self.txt', 'A dog barks.\n');
    for (const name of ['alias.txt', 'hard.txt']) rmSync(join(folder, name), { force: true });
    symlinkSync('self.txt', join(folder, 'alias.txt'));
    linkSync(join(folder, 'self.txt'), join(folder, 'hard.txt'));
    for (const name of ['self.txt', './self.txt', 'alias.txt', 'hard.txt']) {
      expect(await run(['mine', 'self.txt', '-o', name, ...force])).toEqual({
        status: 1,
        stdout: '',
        stderr: `slipform-plant: the output would overwrite ${name}, which is the input; name another file.\n`,
      });
    }
    expect(readFileSync(join(folder, 'self.txt'), 'utf8')).toBe('A dog barks.\n');
  });

  test('a link to nothing is refused', async () => {
    symlinkSync('nowhere.jsonl', join(folder, 'dangling.jsonl'));
    expect(await run(['mine', fixture, '-o', 'dangling.jsonl', '--force'])).toMatchObject({
      status: 1,
      stderr: 'slipform-plant: cannot write dangling.jsonl: it is a link to nothing; remove it first.\n',
    });
  });

  test('an existing output stays as it was', async () => {
    expect(readFileSync(join(folder, file('kept.jsonl', 'mine')), 'utf8')).toBe('mine');
    await run(['mine', fixture, '-o', 'kept.jsonl']);
    expect(readFileSync(join(folder, 'kept.jsonl'), 'utf8')).toBe('mine');
  });

  test('broken UTF-8 can be skipped', async () => {
    file('latin.txt', Buffer.from('A dog barks.\nA caf\xe9.\n', 'latin1'));
    const { status, stdout, stderr } = await run([
      'mine',
      'latin.txt',
      '-o',
      '-',
      '--skip-invalid',
      '--quiet',
      '--keep-all',
    ]);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: 'slipform-plant: latin.txt line 2 is not UTF-8: byte 6 is 0xe9.\n',
    });
    expect(records(stdout)).toHaveLength(1);
  });
});

describe('check', () => {
  const mine = async (output: string) =>
    expect(await run(['mine', fixture, '-o', output, '--quiet', '--sense', '0.15'])).toMatchObject({
      status: 0,
    });
  /** Every fifth is wrong. */
  const filled = (sheet: string) =>
    sheet
      .split('\n')
      .map((line, i) => (i === 0 || line === '' ? line : `${i % 5 === 0 ? 'hard' : 'ok'}${line}`))
      .join('\n');

  test('draws a sheet, and tells from it what was found and a bound', async () => {
    await mine('check.jsonl');
    const { status, stdout, stderr } = await run(['check', 'check.jsonl', '--sample', '40']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.split('\n')).toHaveLength(42);
    expect(await run(['check', 'check.jsonl', '--sample', '40', '-o', 'sheet.tsv'])).toMatchObject({
      status: 0,
      stderr: 'slipform-plant: wrote sheet.tsv\n',
    });
    expect((await run(['card', 'check.jsonl', '-o', 'card.md'])).stderr).toBe(
      'slipform-plant: wrote card.md\n',
    );
    expect(readFileSync(join(folder, 'sheet.tsv'), 'utf8')).toBe(stdout);
    const table = await run(['check', 'negatives.tsv', '-o', 'other.csv']);
    expect(table).toMatchObject({ status: 2, stderr: expect.stringContaining('which names no slots') });
    const again = await run(['check', 'check.jsonl', '-o', 'sheet.tsv']);
    expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining('sheet.tsv exists') });

    file('sheet.tsv', filled(stdout));
    const told = await run(['check', 'check.jsonl', '--verdicts', 'sheet.tsv', '--goal', '0.85']);
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.stdout).toMatch(
      /^40 verdicts \(32 ok, 0 mild, 8 hard\); so many tell a share to ±12 points\nwithout a hard fault: claimed \d\d %, found 80 % \(65–90\), off by \d+ points\nhard by slot: .*object \d of \d\d.*\n(--sense 0\.\d+: \d+ % of these negatives pass, and 85 % of those should be .*\nmine again|no bound is needed: )/,
    );
    const { sense } = JSON.parse(
      (await run(['check', 'check.jsonl', '--verdicts', 'sheet.tsv', '--json'])).stdout,
    );
    const surprises = records(readFileSync(join(folder, 'check.jsonl'), 'utf8')).map(({ scores }) => scores!);
    const sure = await run(['mine', fixture, '-o', '-', '--quiet', '--sense', String(sense)]);
    expect(sure.status).toBe(0);
    expect(surprises.some(({ surprise }) => surprise > sense)).toBe(true);
    for (const { slot, scores } of records(sure.stdout)) {
      // Records have three decimals.
      if (slot === 'object') expect(scores!.surprise).toBeLessThanOrEqual(sense + 0.0005);
    }
  });

  test('few verdicts tell no bound, and none are an error', async () => {
    await mine('few-verdicts.jsonl');
    const sheet = (await run(['check', 'few-verdicts.jsonl', '--sample', '6'])).stdout;
    file('few.tsv', filled(sheet));
    const told = await run(['check', 'few-verdicts.jsonl', '--verdicts', 'few.tsv']);
    expect(told.stdout).toContain('6 verdicts (5 ok, 0 mild, 1 hard); so many tell a share to ±27 points');
    expect(told.stdout).toContain('no bound: it needs 20 verdicts or more, better 60');
    file('empty.tsv', sheet);
    expect(await run(['check', 'few-verdicts.jsonl', '--verdicts', 'empty.tsv'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'slipform-plant: empty.tsv holds no verdict; write ok, mild, hard into the column "verdict".\n',
    });
  });

  test.each(['parquet', 'tar'])('reads what mine writes as %s, the same negatives', async (format) => {
    await mine(`as-${format}.jsonl`);
    await mine(`one.${format}`);
    const all = async (name: string) =>
      (await run(['check', name, '--sample', '1000'])).stdout
        .trim()
        .split('\n')
        .map((line) => line.split('\t'));
    const [expected, found] = [await all(`as-${format}.jsonl`), await all(`one.${format}`)];
    expect(expected.length).toBeGreaterThan(40);
    expect(found).toEqual(expected);
  });

  test.each([
    [['check', 'x.jsonl', '--json'], '--json has no use without --verdicts'],
    [['check', 'x.jsonl', '--verdicts', 'y.tsv', '--sample', '5'], '--sample has no use with --verdicts'],
    [['check', 'x.jsonl', '--sample', '0'], 'It must be an integer from 1 to 10000'],
    [['check', 'x.jsonl', '--verdicts', 'y.tsv', '--goal', '1'], 'It must be'],
    [['check'], "missing required argument 'records'"],
  ])('%j is wrong usage', async (args, message) => {
    expect(await run(args)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(message),
    });
  });

  test('what holds no negatives is an error, and nothing is written', async () => {
    const { status, stderr } = await run([
      'check',
      file('plain.jsonl', '{"caption":"A dog."}\n'),
      '-o',
      'no.tsv',
    ]);
    expect(status).toBe(1);
    expect(stderr).toBe(
      'slipform-plant: plain.jsonl line 1 has no "caption" and "negative" that are strings.\nslipform-plant: plain.jsonl holds no negative; pass what `slipform-plant mine` wrote.\n',
    );
    expect(existsSync(join(folder, 'no.tsv'))).toBe(false);
  });
});

describe('fit', () => {
  test('a name that ends in .gz is packed, and mine reads it by its first bytes', async () => {
    expect(await run(['fit', fixture, '-o', 'plain.fit'])).toMatchObject({ status: 0 });
    expect(await run(['fit', fixture, '-o', 'packed.fit.gz'])).toMatchObject({ status: 0 });
    const packed = readFileSync(join(folder, 'packed.fit.gz'));
    expect(gunzipSync(packed)).toEqual(readFileSync(join(folder, 'plain.fit')));
    file('misnamed.fit', packed);
    const mine = async (fit: string) => run(['mine', fixture, '-o', '-', '--quiet', '--fit', fit]);
    expect(await mine('plain.fit')).toMatchObject({ status: 0, stderr: '' });
    expect(await mine('packed.fit.gz')).toEqual(await mine('plain.fit'));
    expect(await mine('misnamed.fit')).toEqual(await mine('plain.fit'));
  });

  test('parts that were fitted apart add up to the whole, byte for byte, and --least drops what is rare', async () => {
    const lines = readFileSync(fixture, 'utf8').trim().split('\n');
    expect(lines.length).toBeGreaterThan(50);
    file('a.txt', `${lines.slice(0, 30).join('\n')}\n`);
    file('b.txt', `${lines.slice(30).join('\n')}\n`);
    for (const part of ['a', 'b'])
      expect((await run(['fit', `${part}.txt`, '-o', `${part}.fit`])).status).toBe(0);
    expect((await run(['fit', '--merge', 'b.fit', 'a.fit', '-o', 'sum.fit'])).status).toBe(0);
    expect((await run(['fit', 'a.txt', 'b.txt', '-o', 'both.fit'])).status).toBe(0);
    expect((await run(['fit', fixture, '-o', 'whole.fit'])).status).toBe(0);
    const whole = readFileSync(join(folder, 'whole.fit'), 'utf8');
    for (const name of ['sum.fit', 'both.fit']) expect(readFileSync(join(folder, name), 'utf8')).toBe(whole);
    expect((await run(['fit', fixture, '-o', 'few.fit', '--least', '2'])).stderr).toContain(
      'fitted to 60 captions',
    );
    const few = readFileSync(join(folder, 'few.fit'), 'utf8');
    expect(few).toMatch(/^slipform-plant fit 2 captions 60 pictures 60 least 2 /);
    expect(few.length).toBeLessThan(whole.length / 2);
    expect((await run(['fit', '--merge', fixture, '-o', 'no.fit'])).stderr).toContain(
      'the first line must be "slipform-plant fit 2" and its numbers, got',
    );
  });

  test('nothing is written where no line could be read, and the image’s field counts', async () => {
    file('no-caption.jsonl', '{\n');
    const { status, stderr } = await run(['fit', 'no-caption.jsonl', '-o', 'no.fit']);
    expect(status).toBe(1);
    expect(stderr).toContain('no-caption.jsonl holds no caption that can be read, but 1 broken line;');
    expect(existsSync(join(folder, 'no.fit'))).toBe(false);
    file('fit.csv', 'caption,image_id\nA dog.,1\n');
    expect((await run(['fit', 'fit.csv', '-o', 'no.fit', '--fields', 'image=photo'])).stderr).toContain(
      'must name the column "photo" of --fields image, got caption, image_id;',
    );
  });
});

test.each([
  [0, ['fit', fixture, '-o', '-']],
  [0, ['check', 'whole.jsonl']],
  [1, ['mine', 'half.jsonl', '-o', '-', '--quiet']],
  [1, ['mine', 'no.txt', '-o', 'x']],
  [2, ['mine', fixture, '-o', 'x', '--policy', 'best']],
])('a process of its own ends with %i and the same words: %j', async (status, args) => {
  file('half.jsonl', '{"caption":"A dog barks."}\n{\n');
  await run(['mine', fixture, '-o', 'whole.jsonl', '--quiet', '--force']);
  const own = start(args);
  expect(own.status).toBe(status);
  expect(own).toEqual(await run(args));
});

test('--help names what changes the negatives most, --help-all all options; both exit with 0', () => {
  const help = start(['mine', '--help']);
  const all = start(['mine', '--help-all']);
  expect([help.status, all.status]).toEqual([0, 0]);
  for (const name of ['--policy', '--balance', '--vocabulary', '--sense', '--seed', '--force', 'Example:']) {
    expect(help.stdout).toContain(name);
    expect(all.stdout).toContain(name);
  }
  expect(help.stdout.match(/^ {2}-/gm)!.length).toBeLessThanOrEqual(15);
  for (const name of ['--skip-invalid', '--workers', '--keep-all', '--fields', '--norms']) {
    expect(help.stdout).not.toContain(name);
    expect(all.stdout).toContain(name);
  }
  // Each option is one that a user would miss; a new one takes the place of another.
  expect(all.stdout.match(/^ {2}-/gm)!.length).toBeLessThanOrEqual(31);
  for (const name of ['--resume', '--temperature', '--id-field'])
    expect(all.stdout).not.toContain(`${name} `);
});
