import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClip, saveClip, saveTokenizer, trainTokenizer, useBackend } from '@slipform/clip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from './scoring/result';

const bin = join(import.meta.dirname, '../bin/slipform-bench.js');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipform-bench-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

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

/** Quickly mined, but a training that no test waits for. */
const LONG = ['--steps', '5000', '--captions', '128', '--test-scenes', '20'];
const TINY = ['--steps', '2', '--captions', '128', '--test-scenes', '20'];

describe('slipform-bench', () => {
  test.each([
    [['experiment', 'demo', '--backend', 'abacus'], /abacus.*cpu, wasm/],
    [['experiment', 'demo', '--steps', '0'], /--steps.*whole number of at least 1/],
    [['experiment', 'demo', '--steps', 'many'], /--steps/],
    [['experiment', 'demo', '--seeds', '1,1'], /Each seed may come once/],
    [['experiment', 'demo', '--stepz', '3'], /^slipform-bench: unknown option '--stepz'/],
    [
      ['experiment', 'demo', '--seed', '1', '--seeds', '1,2'],
      /'--seeds <list>' cannot be used with option '--seed <n>'/,
    ],
    [['experiment', 'dmo'], /unknown command 'dmo'/],
    [['report'], /missing required argument|required option/],
    [['run'], /missing required argument/],
  ])('wrong usage exits with 2 and one sentence: %j', async (args, sentence) => {
    const { code, stdout, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe('');
  });

  test('--help lists the commands', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    for (const command of ['experiment', 'run', 'report', 'pretrain']) expect(stdout).toContain(command);
  });

  test('--help of the demo says what --quick cuts', async () => {
    const { stdout } = await run('experiment', 'demo', '--help');
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /--quick 120 steps, 4,000 captions and 300 .* too short to show/,
    );
  });

  test.each([
    ['missing.json', undefined, /cannot read missing\.json: there is no such file/],
    ['empty.json', '', /empty\.json must be JSON: .*; give the results\.json that slipform-bench wrote/],
    ['foreign.json', '{"a": 1}', /foreign\.json: no results of slipform-bench/],
    ['list.json', '[]', /list\.json: no results of slipform-bench/],
    [
      'holes.json',
      JSON.stringify({
        format: 'slipform-experiment',
        version: 1,
        title: '',
        command: '',
        startedAt: '',
        seconds: 0,
        environment: {},
        settings: {},
        results: [{ model: 'm', benchmark: 'b', chance: 0.5, kinds: { a: { value: null } }, mean: {} }],
        comparisons: [],
        runs: [],
        examples: [],
        conclusion: [],
      }),
      /holes\.json: results\[0\]\.kinds\.a\.correct must be a whole number of at least 0, got undefined; give the/,
    ],
  ])('report refuses %s', async (name, content, sentence) => {
    if (content !== undefined) await writeFile(join(folder, name), content);
    const { code, stderr } = await run('report', name, '-o', 'never.html');
    expect(code).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await readdir(folder)).not.toContain('never.html');
  });

  test('an output that can’t be written is refused before the work', async () => {
    await writeFile(join(folder, 'file'), '');
    const demo = await run('experiment', 'demo', '--out', 'file');
    expect([demo.code, demo.stdout]).toEqual([1, '']);
    expect(demo.stderr).toMatch(/--out: file is a file; name a folder/);
    // The model's folder is missing as well; the output is looked at first.
    for (const command of ['run', 'report']) {
      const { code, stderr } = await run(command, 'nowhere', '-o', 'nodir/file');
      expect(code).toBe(1);
      expect(stderr).toBe(
        "slipform-bench: nodir/file can't be written: its folder does not exist; make it first.\n",
      );
      expect((await run(command, 'nowhere', '--force', '-o', '.')).stderr).toMatch(
        /\. is a folder; name a file/,
      );
    }
  });

  test('run refuses a folder without a model', async () => {
    const { code, stderr } = await run('run', 'nowhere', '--count', '2');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^slipform-bench: There is no folder nowhere.*\n$/);
    expect(stderr).not.toMatch(/\n\s+at /);
    await writeFile(join(folder, 'model.txt'), '');
    const file = await run('run', 'model.txt', '--count', '2');
    expect(file.stderr).toMatch(/^slipform-bench: .*model\.txt/);
  });
});

describe('slipform-bench experiment demo', () => {
  test('mines, trains, judges, and writes what it says', async () => {
    const { code, stdout, stderr } = await run('experiment', 'demo', ...TINY, '--out', 'out');
    expect(stderr).toMatch(
      /^The demo mines hard negatives for 128 captions, trains 3 models for 2 steps each, .*artists\.\n/,
    );
    expect(stderr).toMatch(/hard negatives for 128 of 128 captions/);
    for (const count of [1, 2, 3, 4]) expect(stderr).toContain(`${count} of 4 models done`);
    expect(code).toBe(0);
    for (const text of [
      'text only',
      'checkpoint',
      'InfoNCE',
      'hard negatives',
      'Cement',
      'chance',
      'This does not show that concreteness is the reason',
      'This was a short run (128 of 8,000 captions, 2 of 300 steps, 20 of 1,000 questions',
      'Report: ',
    ]) {
      expect(stdout).toContain(text);
    }
    expect((await readdir(join(folder, 'out'))).sort()).toEqual([
      'negatives.jsonl',
      'report.html',
      'results.json',
    ]);
    const negatives = (await readFile(join(folder, 'out/negatives.jsonl'), 'utf8')).trim().split('\n');
    for (const line of negatives) expect(JSON.parse(line)).toMatchObject({ caption: expect.any(String) });
    const record = JSON.parse(await readFile(join(folder, 'out/results.json'), 'utf8'));
    expect(record.mining.negatives).toBe(negatives.length);
    expect(record.results).toHaveLength(10);
    expect(record.runs.map((entry: { points: unknown[] }) => entry.points.length)).toEqual([2, 2, 2]);
    // The arms start from one checkpoint and see one first batch: the no-margin and the Cement arm differ in the loss.
    expect(record.runs[1].points[0].loss).not.toBe(record.runs[2].points[0].loss);
    expect(record.runs[0].points[0].logitScale).toBe(record.runs[2].points[0].logitScale);
  });

  test('overwrites a former run’s files, and the same seed gives the same results', async () => {
    const read = async () => JSON.parse(await readFile(join(folder, 'out/results.json'), 'utf8')).results;
    const before = await read();
    const { code, stdout, stderr } = await run('experiment', 'demo', ...TINY, '--out', 'out', '--json');
    expect(code).toBe(0);
    expect(stderr).toContain('Overwriting');
    expect(await read()).toEqual(before);
    expect(JSON.parse(stdout).tables).toHaveLength(2);
  });

  test('a run with other options keeps a former run’s results', async () => {
    const read = async () => readFile(join(folder, 'out/results.json'), 'utf8');
    const before = await read();
    for (const [other, difference] of [
      [['--seed', '5'], 'seed: 0 there, 5 here'],
      [['--seeds', '0,1'], 'seed: 0 there, none here; seeds: none there, 0, 1 here'],
      [['--backend', 'cpu'], 'backend: wasm there, cpu here'],
    ] as const) {
      const { code, stdout, stderr } = await run('experiment', 'demo', ...TINY, ...other, '--out', 'out');
      expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
      expect(stderr).toContain(difference);
      expect(stderr).toMatch(/is from a former run with other options .*; give another --out, or --force/);
      expect(await read()).toBe(before);
    }
  });

  test('a run that never starts says nothing of overwriting', async () => {
    const { code, stderr } = await run('experiment', 'demo', ...TINY, '--out', 'out', '--backend', 'webgl');
    expect(code).toBe(1);
    expect(stderr).toMatch(/webgl/);
    expect(stderr).not.toContain('Overwriting');
  });

  test('its results render again with `report`', async () => {
    const { code, stdout } = await run('report', 'out/results.json', '-o', 'again.html');
    expect([code, stdout]).toEqual([0, 'again.html\n']);
    const [again, first] = await Promise.all(
      ['again.html', 'out/report.html'].map((file) => readFile(join(folder, file), 'utf8')),
    );
    expect(again === first).toBe(true);
    expect((await run('report', 'out/results.json', '-o', 'again.html')).code).toBe(1);
    const nowhere = await run('report', 'out/results.json', '-o', 'no/such/page.html');
    expect(nowhere.code).toBe(1);
    expect(nowhere.stderr).toMatch(/page\.html can't be written: its folder does not exist/);
    expect((await run('report', 'out/results.json', '-o', 'again.html', '--force')).code).toBe(0);
  });

  test('does not overwrite what it did not write', async () => {
    await writeFile(join(folder, 'report.html'), 'mine');
    const { code, stderr } = await run('experiment', 'demo', ...TINY, '--out', '.');
    expect(code).toBe(1);
    expect(stderr).toMatch(/report\.html exists and is not from a former run/);
    expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe('mine');
  });

  test.skipIf(process.platform === 'win32').each([
    ['once', [300]],
    ['twice at once', [300, 310]],
    ['again and again', [300, 320, 340, 360, 400, 450, 500]],
  ])('Ctrl-C, %s, stops it cleanly and leaves nothing', async (_, times) => {
    const child = spawn(process.execPath, [bin, 'experiment', 'demo', ...LONG, '--out', 'stopped'], {
      cwd: folder,
    });
    let stderr = '';
    let sent = false;
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk;
      // Training begins where mining has been told.
      if (sent || !stderr.includes('hard negatives for')) return;
      sent = true;
      for (const time of times) setTimeout(() => child.kill('SIGINT'), time);
    });
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
      child.on('close', (...end) => resolve(end)),
    );
    // While Node takes itself down it catches no signals any more; a shell counts that death as 130 as well.
    expect(code ?? 128 + constants.signals[signal!]).toBe(130);
    if (times.length === 1) expect(stderr).toContain('interrupted; nothing was written.');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await readdir(folder)).not.toContain('stopped');
  });
});

test('slipform-bench run says where a tokenizer that knows few words makes ties', async () => {
  await useBackend('cpu');
  const tokenizer = trainTokenizer(['red dog', 'blue cat']);
  const tower = { width: 8, layers: 1, heads: 1 };
  const model = createClip(
    {
      embeddingSize: 8,
      image: { ...tower, imageSize: 48, patchSize: 16 },
      text: {
        ...tower,
        vocabularySize: tokenizer.vocabularySize,
        contextLength: tokenizer.contextLength,
        startToken: tokenizer.startToken,
        endToken: tokenizer.endToken,
      },
    },
    { seed: 0 },
  );
  await saveClip(model, join(folder, 'small'));
  await saveTokenizer(tokenizer, join(folder, 'small'));
  model.dispose();
  const { code, stdout, stderr } = await run('run', 'small', '--style', 'noto', '--count', '40');
  expect(code).toBe(0);
  expect(stderr).toMatch(/The tokenizer doesn't know 1\d\d of the 1\d\d words/);
  expect(stderr).toMatch(/test pairs: \d+ of 200 questions \([\d.]+ %\) are ties, which count as wrong/);
  expect(stdout).not.toContain('ties');
});

test('slipform-bench run judges the committed checkpoint, and its results render', async () => {
  const checkpoint = join(import.meta.dirname, '../checkpoint');
  const { code, stdout, stderr } = await run(
    'run',
    checkpoint,
    '--style',
    'noto',
    '--count',
    '100',
    '-o',
    'run.json',
  );
  expect(code).toBe(0);
  expect(stderr).toContain(
    "35 of the 163 things in the scenes are left out: the tokenizer doesn't know their names",
  );
  expect(stderr).not.toContain('ties');
  expect(stdout).toContain('Scenes in Noto drawings, test pairs: 100 questions');
  const { results } = JSON.parse(await readFile(join(folder, 'run.json'), 'utf8'));
  // Far above chance on things and colours: it is the trained checkpoint that was judged.
  expect(results[0].kinds.replace_object.value).toBeGreaterThan(0.85);
  expect(results[0].kinds.replace_attribute.value).toBeGreaterThan(0.95);
  expect((await run('report', 'run.json', '-o', 'run.html')).code).toBe(0);
});

test('slipform-bench run computes on wasm with our kernels, and scores as another backend does', async () => {
  const checkpoint = join(import.meta.dirname, '../checkpoint');
  const scoresOf = async (backend: string) => {
    const output = `${backend}.json`;
    await run('run', checkpoint, '--style', 'noto', '--count', '30', '--backend', backend, '-o', output);
    const { results } = JSON.parse(await readFile(join(folder, output), 'utf8'));
    return results[0].answers.flatMap(({ right, wrong }: Answer) => [right, wrong]);
  };
  const [ours, theirs]: number[][] = [await scoresOf('wasm'), await scoresOf('cpu')];
  expect(ours!.length).toBeGreaterThan(250);
  ours!.forEach((score, index) => {
    expect(Math.abs(score - theirs![index]!)).toBeLessThan(1e-5);
  });
});
