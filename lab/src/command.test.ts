import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { acquireLock } from '@slipform/kit/files/lock';
import { runHere } from '@slipform/kit/testing/run-here';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from './command';
import { PAIR_MODEL } from './pairs/folders';
import type { Row } from './row';

const bin = join(import.meta.dirname, '../bin/slipform-lab.js');
const SMALL = ['--quick', '--steps', '2', '--captions', '256', '--pairs', '24', '--out', 'icons'];
const results = join(import.meta.dirname, '../results');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-lab-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** In this process: for what trains nothing. */
const here = (...args: string[]) => runHere('slipform-lab', runCommand, args, folder);

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [bin, ...args],
      { cwd: folder, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });
}
const inside = (...names: string[]) => join(folder, ...names);
const read = (...names: string[]) => readFile(inside(...names), 'utf8');
const rowsOf = async (...names: string[]): Promise<Row[]> =>
  (await read(...names))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
/** Without what differs: the time that it took, and whether somebody changes the clone meanwhile. */
const timeless = (rows: readonly Row[]) =>
  rows
    .filter(({ metric }) => metric !== 'seconds')
    .map((row) =>
      JSON.stringify({ ...row, startedAt: null, processorSeconds: null, commit: null, changed: null }),
    )
    .sort();

describe('slipform-lab', () => {
  test('lists the experiments', async () => {
    const { code, stdout } = await run();
    expect(code).toBe(0);
    for (const name of ['demo', 'colours', 'pair-model', 'pair-questions'])
      expect(stdout).toContain(`\n  ${name} `);
  });

  test.each([
    [['demo', '--backend', 'abacus'], /abacus.*cpu, wasm/],
    [['demo', '--steps', '0'], /--steps.*integer of at least 1/],
    [['demo', '--seeds', '1,1'], /--seeds must name each seed once/],
    [['demo', '--stepz', '3'], /^slipform-lab: unknown option '--stepz'/],
    [['dmo'], /unknown command 'dmo'/],
    [['colours', '--task', '1'], /--task needs --of beside it/],
    [['colours', '--task', '2', '--of', '2'], /--task must be from 0 to 1/],
  ])('wrong usage exits with 2 and one sentence: %j', async (args, sentence) => {
    const { code, stdout, stderr } = await here(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test('an output that is a file, and variants that do not exist, are refused', async () => {
    await writeFile(inside('file'), '');
    const demo = await here('demo', '--out', 'file');
    expect([demo.code, demo.stdout]).toEqual([1, '']);
    expect(demo.stderr).toMatch(/--out: file is a file; name a folder/);
    expect((await here('colours', '--variants', 'none such')).stderr).toMatch(
      /no variant of colours contains/,
    );
    const none = await here('colours', '--seeds', '2,3', '--task', '2', '--of', '3');
    expect([none.code, none.stderr]).toEqual([
      1,
      expect.stringMatching(/share 2 seeds, and this one has none/),
    ]);
    for (const models of ['nowhere', `${PAIR_MODEL},nowhere`]) {
      const model = await here('colours', '--model', models);
      expect([model.code, model.stderr]).toEqual([
        1,
        expect.stringMatching(/--model must be a folder with config.*nowhere\/model\.safetensors/),
      ]);
    }
    expect((await here('colours', '--summary', '--answers', 'file')).stderr).toMatch(
      /--answers: file exists already/,
    );
  });

  test.each([
    [
      'x.csv',
      2,
      /^slipform-lab: --answers must be a name that ends in \.jsonl or \.parquet, got x\.csv\.\n$/,
    ],
    ['x.json', 2, /^slipform-lab: --answers must be .*, got x\.json\.\n$/],
    ['nowhere/x.jsonl', 1, /^slipform-lab: --answers: there is no folder nowhere; make it first/],
  ])('--answers %s is refused before anything runs or is printed', async (name, exit, sentence) => {
    for (const more of [['--summary', '--out', results], SMALL]) {
      const { code, stdout, stderr } = await here('demo', ...more, '--answers', name);
      expect([code, stdout]).toEqual([exit, '']);
      expect(stderr).toMatch(sentence);
    }
  });
});

describe('the demo', () => {
  test('mines captions, draws them, trains, judges on held-out artists, and writes a report with pictures', async () => {
    const { code, stdout, stderr } = await run('demo', ...SMALL);
    expect(stderr).toMatch(/^demo: 5 runs, 5 to do\n/);
    expect([code, stderr.match(/at .*\.js/)]).toEqual([0, null]);
    for (const text of [
      ...['checkpoint', 'InfoNCE', 'mined captions', 'Slipform', 'chance'],
      'Which caption belongs to which picture?',
      'This was a short run (2 of 150 steps, 256 of',
      'Report: ',
    ]) {
      expect(stdout).toContain(text);
    }
    const results = await readFile(inside('icons', 'results.json.gz'));
    const record = JSON.parse(gunzipSync(results).toString());
    expect(stdout.trimStart()).toMatch(/^Mined: of 256 captions \d+ have a hard caption/);
    expect(stdout).toMatch(/Binding: which of two captions .* Pairing accuracy: InfoNCE \d/);
    expect(stdout).toContain('in all, without the build');
    expect(record.results).toHaveLength(9);
    expect(
      record.leads.map(({ model, against }: { model: string; against: string }) => `${model} − ${against}`),
    ).toEqual(
      ['mined captions − InfoNCE', 'Slipform − mined captions', 'Slipform − InfoNCE'].flatMap((each) => [
        each,
        each,
      ]),
    );
    expect(record.tradeOff.against).toBe('InfoNCE');
    expect(record.pairs.length).toBeGreaterThan(3);
    const page = await read('icons', 'report.html');
    expect(page).toContain('<img src="data:image/png;base64,');
    expect(page).toContain('Slipform minus InfoNCE, points');
    expect(page).toMatch(/text only<\/th><td>\.000<small>none right<\/small><\/td>/);
    expect(page.replaceAll(/data:image[^"]*/g, '')).not.toMatch(/NaN|undefined/);
    // slipform-bench makes the very same page of it.
    const bench = join(import.meta.dirname, '../../packages/bench/bin/slipform-bench.js');
    await promisify(execFile)(process.execPath, [bench, 'report', 'results.json.gz', '-o', 'again.html'], {
      cwd: inside('icons'),
    });
    expect(await read('icons', 'again.html')).toBe(page);
    // All start from one model and see the same first batch: losses differ in themselves alone.
    const [, mined, slipform] = record.runs;
    expect(mined.points[0].loss).not.toBe(slipform.points[0].loss);
    expect(mined.points[0].logitScale).toBe(slipform.points[0].logitScale);
  });

  test('its rows say what they are about, the last one of a run its origin', async () => {
    const rows = await rowsOf('icons', 'demo.jsonl');
    for (const row of rows) expect(row).toMatchObject({ experiment: 'demo', seed: 0 });
    const done = rows.filter(({ metric }) => metric === 'done');
    expect(done.map(({ variant }) => variant).sort()).toEqual(
      ['Slipform', 'InfoNCE', 'checkpoint', 'mined captions', 'text only'].sort(),
    );
    for (const row of done) {
      expect(row).toMatchObject({
        settings: expect.any(String),
        startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      });
      for (const name of ['changed', 'processorSeconds']) expect(row).toHaveProperty(name);
    }
  });

  test('--answers says what it wrote, and not into what is printed', async () => {
    const { code, stdout, stderr } = await here(
      'demo',
      '--summary',
      '--out',
      results,
      '--answers',
      'x.jsonl',
    );
    const count = (await read('x.jsonl')).trim().split('\n').length;
    expect([code, stderr]).toEqual([0, `wrote ${count.toLocaleString('en')} answers to x.jsonl\n`]);
    expect(stdout).not.toContain('wrote ');
  });

  test('what is there is not computed again', async () => {
    const before = await read('icons', 'demo.jsonl');
    const again = await run('demo', ...SMALL, '--json');
    expect(again.stderr).toMatch(/^demo: 5 runs, 0 to do\n/);
    expect(JSON.parse(again.stdout).results).toHaveLength(9);
    expect(await read('icons', 'demo.jsonl')).toBe(before);
  });

  test('other options keep an earlier run’s rows', async () => {
    const before = await read('icons', 'demo.jsonl');
    const { code, stdout, stderr } = await here('demo', ...SMALL, '--steps', '3');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/of a run with other options; give another --out, or --force/);
    expect(await read('icons', 'demo.jsonl')).toBe(before);
  });

  test('a report that it did not write stays', async () => {
    await mkdir(inside('foreign'));
    await writeFile(inside('foreign', 'report.html'), 'mine');
    const { code, stderr } = await here('demo', ...SMALL, '--out', 'foreign');
    expect(code).toBe(1);
    expect(stderr).toMatch(/report\.html exists and is not from an earlier run of demo/);
    expect(await read('foreign', 'report.html')).toBe('mine');
  });

  test('goes on where it was killed, with the same rows and the same answers', async () => {
    const before = await read('icons', 'demo.jsonl');
    const answers = await readFile(inside('icons', 'demo.answers.json.gz'));
    const lines = before.trim().split('\n');
    const cut = lines.findIndex((line, at) => at > lines.length / 2 && JSON.parse(line).metric === 'done');
    await writeFile(inside('icons', 'demo.jsonl'), `${lines.slice(0, cut + 3).join('\n')}\n{"experi`);
    const { code, stderr } = await run('demo', ...SMALL);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^demo: 5 runs, [1-4] to do\n/);
    expect(timeless(await rowsOf('icons', 'demo.jsonl'))).toEqual(
      timeless(lines.map((line) => JSON.parse(line))),
    );
    expect(await readFile(inside('icons', 'demo.answers.json.gz'))).toEqual(answers);
  });

  test('--summary says it again from the answers, and a second process is refused', async () => {
    const { stdout } = await here('demo', '--summary', '--out', 'icons');
    expect(stdout).toContain('Which caption belongs to which picture?');
    const lock = await acquireLock(inside('icons', 'demo.jsonl.lock'), { what: 'the output' });
    try {
      const refused = await here('demo', ...SMALL);
      expect([refused.code, refused.stdout]).toEqual([1, '']);
      expect(refused.stderr).toMatch(/another process \(\d+, since .*\) writes .*; wait until it ends/);
    } finally {
      lock.release();
    }
  });
});

describe('what another process has, and Ctrl-C', () => {
  test('while another process has the rows, nothing is written', async () => {
    await mkdir(inside('taken'));
    const lock = await acquireLock(inside('taken', 'colours.jsonl.lock'), { what: 'the output' });
    try {
      const { code, stderr } = await here('colours', '--seeds', '0', '--out', 'taken');
      expect(stderr).toMatch(/another process \(\d+, since .*\) writes .*; wait until it ends/);
      expect(code).toBe(1);
      expect((await readdir(inside('taken'))).filter((name) => !name.endsWith('.lock'))).toEqual([]);
    } finally {
      lock.release();
    }
  });

  test('rows that another process writes are read and not cut', async () => {
    await mkdir(inside('half'));
    const half = '{"experiment":"colours","variant":"a","seed":0,"metric":"loss","value":1}\n';
    await writeFile(inside('half', 'colours.jsonl'), half);
    const { code, stderr } = await here('colours', '--summary', '--out', 'half');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^slipform-lab: No run has ended in .*colours\.jsonl yet; run the experiment/);
    expect(await read('half', 'colours.jsonl')).toBe(half);
  });

  test.skipIf(process.platform === 'win32')('Ctrl-C says what is left', async () => {
    // What the demo above prepared, so that it begins to train at once, for longer than a test lasts.
    const prepared = (await readdir(inside('icons'))).find((name) => name.startsWith('prepared-'))!;
    await cp(inside('icons', prepared), inside('stopped', prepared), { recursive: true });
    const options = [...SMALL, '--steps', '1000000', '--variants', 'InfoNCE', '--out', 'stopped'];
    const child = spawn(process.execPath, [bin, 'demo', ...options], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (child.exitCode === null && !existsSync(inside('stopped', 'demo.jsonl'))) await sleep(5);
    await sleep(200);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(stderr).toContain('slipform-lab: interrupted; no run has ended yet.\n');
  });
});
