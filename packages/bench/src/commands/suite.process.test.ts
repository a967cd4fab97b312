import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createClip, saveClip, saveTokenizer, trainTokenizer, useBackend } from '@slipform/clip';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { publishedBenchmarks } from '../loaders/published-table';
import { listBenchmarks } from '../loaders/registry';
import { runCommand } from '../testing/run-command';
import { publishedOf, publishedScores } from './suite-table';

const folder = useFolder();
const run = (...args: string[]) => runCommand(folder.path('.'), ...args);

/** A folder of three benchmarks, the pictures of one of them shared and those of another missing, and a model of chance. */
beforeAll(async () => {
  const write = (name: string, content: unknown) => {
    mkdirSync(dirname(folder.path(name)), { recursive: true });
    writeFileSync(folder.path(name), typeof content === 'string' ? content : JSON.stringify(content));
  };
  for (const [index, name] of [
    'images/val2017/0.jpg',
    'images/val2017/1.jpg',
    'coco-counterfactuals/images/a_0.jpg',
    'coco-counterfactuals/images/a_1.jpg',
  ].entries()) {
    write(`suite/${name}`, '');
    const background = { r: 60 * index, g: 255 - 60 * index, b: 90 };
    await sharp({ create: { width: 16, height: 16, channels: 3, background } })
      .jpeg()
      .toFile(folder.path(`suite/${name}`));
  }
  const rows = [0, 1].map((n) => [
    n,
    { filename: `${n}.jpg`, caption: `a red square ${n}`, negative_caption: `a red circle ${n}` },
  ]);
  write('suite/sugarcrepe/swap_att.json', Object.fromEntries(rows));
  write(
    'suite/coco-counterfactuals/examples.jsonl',
    `${JSON.stringify({ id: 'a', image_0: 'a_0', image_1: 'a_1', caption_0: 'a red square', caption_1: 'a red circle' })}\n`,
  );
  write('suite/whatsup/coco_qa_one_obj.json', [[7, 'a square on the left', 'a square on the right']]);
  write('few.csv', 'image,caption\n0.jpg,a red square\n');
  await useBackend('cpu');
  const tokenizer = trainTokenizer(['a red square 0 1', 'a red circle', 'a square on the left', 'right']);
  const { vocabularySize, contextLength, startToken, endToken } = tokenizer;
  const tower = { width: 8, layers: 1, heads: 1 };
  const text = { ...tower, vocabularySize, contextLength, startToken, endToken };
  const model = createClip(
    { embeddingSize: 8, image: { ...tower, imageSize: 16, patchSize: 8 }, text },
    { seed: 0 },
  );
  await saveClip(model, folder.path('mine'));
  await saveTokenizer(tokenizer, folder.path('mine'));
  model.dispose();
});

const suite = ['run', 'mine', '--backend', 'cpu', '--suite', 'composition=suite'];

test('every benchmark that is on the disk, in one table, beside published scores and a text-only model', async () => {
  const { code, stdout, stderr } = await run(
    ...suite,
    '--html',
    'page.html',
    '-o',
    'mine.json',
    '--answers',
    'answers.jsonl',
  );
  expect([code, stderr]).toEqual([
    0,
    expect.stringContaining("What'sUp: no picture was found, so only a text-only model is judged"),
  ]);
  const table = stdout.slice(stdout.indexOf('Composition, the headline'));
  expect(table).toMatch(/ mine +text only +CLIP\* +NegCLIP\* +CE-CLIP\*/);
  expect(table).toMatch(
    /SugarCrepe +swap_att \(1 of 7 kinds\) +2 of 2 +\.50 +[\d.]+ \([\d.–]+\) +[\d.]+ \([\d.–]+\) +\.731 +\.837/,
  );
  expect(table).toMatch(/COCO-Counterfactuals +group +1 of 1 +\.17 /);
  expect(table).toMatch(/What'sUp +coco_one \(1 of 6 kinds\) +0 of 1 +\.50 +– /);
  expect(table).toMatch(/\* Oh et al\. 2024, FSC-CLIP, arXiv 2410\.05210, Table 1: /);
  const page = readFileSync(folder.path('page.html'), 'utf8');
  expect(page).toContain('<h1>mine on SugarCrepe, COCO-Counterfactuals');
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);

  const answers = readFileSync(folder.path('answers.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const group = answers.find(({ kind, model }) => kind === 'group' && model === 'mine');
  // Two pictures and two captions, each pair once.
  expect(group.scores).toHaveLength(4);
  const score = (image: string, text: string) =>
    group.scores.find(
      (each: { image: string; text: string }) => each.image.endsWith(image) && each.text === text,
    ).score;
  const pairing = answers.find(({ kind, model }) => kind === 'pairing' && model === 'mine');
  expect(pairing.right).toBeCloseTo(
    (score('a_0.jpg', 'a red square') + score('a_1.jpg', 'a red circle')) / 2,
    12,
  );
  expect(pairing.wrong).toBeCloseTo(
    (score('a_0.jpg', 'a red circle') + score('a_1.jpg', 'a red square')) / 2,
    12,
  );
  // The record of results has no scores: the file of answers is for them.
  expect(readFileSync(folder.path('mine.json'), 'utf8')).not.toContain('"scores"');
});

describe('a benchmark that asks nothing', () => {
  const reason =
    /^negations=few\.csv is left out: negations: no question could be made of the 1 captions of 1 pictures of few\.csv; /m;
  test('is left out, and tables, page and record say so; the others are judged, and the exit code is 1', async () => {
    const { code, stdout, stderr } = await run(
      ...[...suite, '--benchmark', 'negations=few.csv', '--no-blind'],
      ...['--html', 'left.html', '-o', 'left/{model}.json'],
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(reason);
    expect(stderr).toMatch(
      /\nslipform-bench: run: 1 of 4 benchmarks asked nothing \(negations\); the results are those of the others\.\n$/,
    );
    expect(stdout).toMatch(/SugarCrepe +swap_att[\s\S]*\nnegations=few\.csv is left out: /);
    expect(readFileSync(folder.path('left.html'), 'utf8')).toContain('<p>negations=few.csv is left out: ');
    const { details, results } = JSON.parse(readFileSync(folder.path('left/mine.json'), 'utf8'));
    expect(details).toEqual([expect.stringMatching(reason)]);
    expect(results).toHaveLength(2);
    expect((await run('report', 'left/mine.json', '-o', 'report.html')).code).toBe(0);
    expect(readFileSync(folder.path('report.html'), 'utf8')).toContain('<p>negations=few.csv is left out: ');
  });
  test('has no file of its own', async () => {
    const pictures = ['--images', 'suite/images/val2017'];
    const wanted = ['negations=few.csv', 'sugarcrepe=suite/sugarcrepe'].flatMap((each) => [
      '--benchmark',
      each,
    ]);
    const { code } = await run(
      'run',
      'mine',
      '--backend',
      'cpu',
      ...wanted,
      ...pictures,
      '-o',
      'each/{benchmark}.json',
    );
    expect([code, readdirSync(folder.path('each'))]).toEqual([1, ['sugarcrepe.json']]);
  });
  test.each([
    [['negations=few.csv'], /^slipform-bench: negations: no question could be made/m],
    [
      ['negations=few.csv', 'half-truths=few.csv'],
      /^slipform-bench: run: none of 2 benchmarks asks anything: negations: no question .*; halfTruths: no question .*\.$/m,
    ],
  ])('is an error where there is no other: %j', async (wanted, sentence) => {
    const flags = wanted.flatMap((each) => ['--benchmark', each]);
    const { code, stdout, stderr } = await run('run', 'nowhere', ...flags, '-o', 'none.json');
    expect([code, stdout, existsSync(folder.path('none.json'))]).toEqual([1, '', false]);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe('what is refused', () => {
  test.each([
    [['--suite', 'composition'], 2, /--suite composition: It must be composition=FOLDER\./],
    [['--suite', 'other=suite'], 2, /It must be composition=FOLDER/],
    [['--suite', 'composition=nowhere'], 1, /--suite: there is no folder nowhere\./],
    [
      ['--suite', 'composition=mine'],
      1,
      /mine holds no benchmark; give the folder of folders that are called sugarcrepe, /,
    ],
    [
      ['--suite', 'composition=suite', '--force', '-o', 'suite/whatsup/coco_qa_one_obj.json'],
      1,
      /a file of whatsup/,
    ],
  ])('%j', async (args, expected, sentence) => {
    const { code, stdout, stderr } = await run('run', 'mine', '--backend', 'cpu', ...args);
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

test('benchmarks lists what is read: chance, source, licence, how it lies on the disk', async () => {
  const { code, stdout } = await run('benchmarks');
  expect(code).toBe(0);
  for (const [name, { title, licence, disk }] of publishedBenchmarks()) {
    expect(stdout).toContain(`${name}  (${title})`);
    expect(stdout).toContain(licence);
    expect(stdout).toContain(disk);
  }
  // All that --benchmark takes, and nothing else, in groups.
  expect(stdout.match(/^[\w-]+(?= {2}\()/gm)!.sort()).toEqual(listBenchmarks().sort());
  expect(stdout.match(/^# .*$/gm)).toHaveLength(3);
  expect(stdout).toMatch(/\n# made of your own captions\n\nhalf-truths {2}\(Half-truths\)\n/);
  const one = JSON.parse((await run('benchmarks', 'bivlc', '--json')).stdout);
  expect(one).toMatchObject([{ name: 'bivlc', title: 'BiVLC', kinds: expect.stringContaining('group 1/6') }]);
  expect(await run('benchmarks', 'x')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('benchmarks: there is no benchmark x; there are sugarcrepe, '),
  });
  expect(await run('benchmarks', 'colour-swap')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('there is no benchmark colour-swap; did you mean colorswap?'),
  });
});

describe('published scores', () => {
  const { rows, sources } = publishedScores();
  test.each(rows.flatMap((row) => (row.mean === undefined ? [] : [[row.source, row.model, row] as const])))(
    '%s, %s: the mean that the source prints is that of its scores',
    (source, _, { scores, mean }) => {
      const values = Object.values(scores);
      // Scores and mean are rounded to a tenth, each by a twentieth at most; one source gives more digits.
      const slack = source === 'fsc-clip-csv' ? 0.001 : 0.1;
      expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length - mean!)).toBeLessThan(
        slack,
      );
    },
  );
  test('every row has its source; the models that the field compares with are there', () => {
    for (const { source } of rows) expect(Object.keys(sources)).toContain(source);
    const models = new Set(rows.map(({ model }) => model));
    for (const model of [
      'CLIP',
      'NegCLIP',
      'CE-CLIP',
      'FSC-CLIP',
      'READ-CLIP',
      'CS-CLIP',
      'DAC-LLM',
      'DAC-SAM',
    ])
      expect(models).toContain(model);
    expect(publishedOf('sugarcrepe').get('READ-CLIP')).toEqual({ value: 0.87, source: 'read-clip' });
    expect(publishedOf('constructor').size).toBe(0);
  });
});
