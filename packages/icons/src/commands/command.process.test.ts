import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { meetRefusals } from '@slipform/kit/testing/meet-refusals';
import { type Ended, runHere } from '@slipform/kit/testing/run-here';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../command';

const bin = join(import.meta.dirname, '../../bin/slipform-icons.js');
const root = join(import.meta.dirname, '../..');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-icons-'));
  writeFileSync(join(folder, 'mine.txt'), 'mine');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The built command in a process of its own. */
function start(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, ...args], { cwd: folder }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}
/** The same in this one. */
const run = (args: readonly string[]) => runHere('slipform-icons', runCommand, args, folder);

const from = (...sets: string[]) => ['--root', root, '--sets', sets.join(',')];

test('list: a row for each set, and how many there are', async () => {
  const { code, stdout, stderr } = await run(['list', ...from('octicon', 'lucide')]);
  expect([code, stderr]).toEqual([0, '']);
  const [head, lucide, octicon, total] = stdout.trimEnd().split('\n');
  expect(head).toMatch(/^set +artist +family +split +licence +icons +captions +version$/);
  expect(lucide).toMatch(
    /^lucide +Lucide Contributors +lucide +train +ISC +1,\d{3} +1,\d{3} +\d+\.\d+\.\d+$/,
  );
  expect(octicon).toMatch(/^octicon +GitHub +octicon +test +MIT +\d{3} +\d{3} +\d+\.\d+\.\d+$/);
  expect(total).toMatch(/^2 sets of 2 families, 2,\d{3} icons$/);
  const json = await run(['list', ...from('octicon', 'lucide'), '--split', 'test', '--json']);
  expect(
    json.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).set),
  ).toEqual(['octicon']);
});

describe('pairs', () => {
  test('the same as JSON lines and as CSV', async () => {
    const limits = [...from('octicon'), '--limit', '3', '--seed', '5'];
    const lines = (await run(['pairs', ...limits])).stdout.trim().split('\n');
    const rows = lines.map((line) => JSON.parse(line));
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      const [first, second] = [row.caption_0.split(' '), row.caption_1.split(' ')];
      expect([first[row.slot], second[row.slot]]).toEqual([row.word_0, row.word_1]);
      expect(first.toSpliced(row.slot, 1)).toEqual(second.toSpliced(row.slot, 1));
      expect([row.set, row.split]).toEqual(['octicon', 'test']);
    }
    expect((await run(['pairs', ...limits, '-o', 'pairs.csv'])).stderr).toBe('wrote pairs.csv: 3 pairs\n');
    const cells = readFileSync(join(folder, 'pairs.csv'), 'utf8').trim().split('\n');
    expect(cells[0]).toBe(Object.keys(rows[0]).join(','));
    expect(cells.slice(1)).toEqual(rows.map((row) => Object.values(row).join(',')));
  });

  test('of a split that the sets have not', async () => {
    const { code, stdout } = await run(['pairs', ...from('octicon'), '--split', 'train']);
    expect([code, stdout]).toEqual([0, '']);
  });
});

test('notice: the sets that are named, and no others', async () => {
  const { stdout } = await run(['notice', ...from('octicon', 'lucide'), '--split', 'train']);
  expect(stdout).toContain('Lucide');
  expect(stdout).toContain('https://github.com/lucide-icons/lucide/blob/main/LICENSE');
  expect(stdout).not.toContain('Octicons');
});

describe('export', () => {
  test('writes a folder, and replaces it with --force alone', async () => {
    const args = [
      'export',
      'wino',
      '--format',
      'winoground',
      ...from('octicon'),
      '--limit',
      '4',
      '--size',
      '16',
    ];
    const { code, stdout, stderr } = await run(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^wino: 4 minimal pairs, [5-8] icons of 1 set\n$/);
    expect(readdirSync(join(folder, 'wino')).sort()).toEqual([
      '.slipform-icons',
      'NOTICE.txt',
      'examples.jsonl',
      'export.json',
      'images',
    ]);
    const again = await run(args);
    expect([again.code, again.stdout]).toEqual([1, '']);
    expect(again.stderr).toMatch(/^slipform-icons: wino exists already; .*--force.*\n$/);
    const forced = await run([...args, '--force', '--json']);
    expect(JSON.parse(forced.stdout)).toMatchObject({ pairs: 4, sets: ['octicon'], skipped: [] });
  });

  test('Ctrl-C leaves nothing', async () => {
    const args = [bin, 'export', 'stopped', '--format', 'coco', ...from('lucide'), '--size', '512'];
    const child = execFile(process.execPath, args, { cwd: folder });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const said: string[] = [];
    child.stderr!.on('data', (text) => said.push(String(text)));
    // The lock is there while the folder is written.
    while (!existsSync(join(folder, 'stopped.lock'))) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(said.join('')).toContain('slipform-icons: interrupted; nothing was written.');
    expect(readdirSync(folder).filter((name) => /stopped|tmp/.test(name))).toEqual([]);
  });
});

meetRefusals('slipform-icons', run, () => folder, [
  ['', 2, ''],
  ['draw', 2, "unknown command 'draw'"],
  ['export', 2, '--format'],
  ['export x', 2, '--format'],
  ['export x --format zip', 2, '--format'],
  ['pairs --limit 0', 2, '--limit'],
  ['list --root nowhere', 1, '--root must be a folder that exists, got nowhere;'],
  [`list --root ${root} --sets nosuchset`, 1, 'the set nosuchset must be installed in'],
  [`list --root ${root} --sets lucid`, 1, 'no set lucid is installed; did you mean lucide?'],
  [`export mine.txt --format coco --force --root ${root}`, 1, 'mine.txt is a file'],
  [`pairs -o mine.txt --root ${root}`, 1, 'mine.txt exists'],
]);

test.each([
  [0, ['list', ...from('octicon')]],
  [1, ['list', '--root', 'nowhere']],
  [2, ['export']],
])('a process of its own ends with %i and the same words: %j', async (code, args) => {
  const own = await start(args);
  expect(own.code).toBe(code);
  expect(own).toEqual(await run(args));
});
