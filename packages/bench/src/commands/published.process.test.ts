import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadClip, loadTokenizer, saveClip, saveTokenizer } from '@slipform/clip';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { blindScorer } from '../scoring/blind-scorer';
import { evaluate } from '../scoring/evaluate';
import type { Answer } from '../scoring/result';
import { runCommand, startCommand } from '../testing/run-command';
import { sampleBenchmark } from '../testing/sample-benchmark';
import { saveTinyModel } from '../testing/save-tiny-model';

const folder = temporaryFolder();
let copies = 0;

/** Twelve plain pictures with captions of their colours, in SugarCrepe's and in COCO's form, and two models of chance. */
beforeAll(async () => {
  await Promise.all(['pictures', 'sugarcrepe'].map((name) => mkdir(join(folder, name))));
  const captions = Array.from(
    { length: 12 },
    (_, index) => `a ${['red', 'green', 'blue'][index % 3]} square number ${index}`,
  );
  for (const index of captions.keys()) {
    const background = { r: index % 3 === 0 ? 255 : 0, g: index % 3 === 1 ? 255 : 0, b: 20 * index };
    await sharp({ create: { width: 16, height: 16, channels: 3, background } })
      .png()
      .toFile(join(folder, `pictures/${index}.jpg`));
  }
  const rows = captions.map((caption, index) => [
    index,
    { filename: `${index}.jpg`, caption, negative_caption: caption.replace('square', 'circle') },
  ]);
  rows.push([99, { filename: 'missing.jpg', caption: 'a', negative_caption: 'b' }]);
  await writeFile(join(folder, 'sugarcrepe/replace_obj.json'), JSON.stringify(Object.fromEntries(rows)));
  const blip = captions.map((caption, index) => ({ image: `${index}.jpg`, caption }));
  await writeFile(join(folder, 'captions.json'), JSON.stringify(blip));

  for (const seed of [0, 1])
    await saveTinyModel(join(folder, `model${seed}`), { captions: [...captions, 'a circle'], seed });
});

const run = (...args: string[]) => runCommand(folder, ...args);
const WANTED = ['--benchmark', 'sugarcrepe=sugarcrepe', '--images', 'pictures', '--backend', 'cpu'];

test('run --benchmark judges several at once, text only beside the model, and counts what is missing', async () => {
  const { code, stdout, stderr } = await run(
    'run',
    'model0',
    ...WANTED,
    '--benchmark',
    'retrieval=captions.json',
    '-o',
    'a.json',
  );
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(code).toBe(0);
  expect(stdout).toMatch(/SugarCrepe, 95 % intervals in brackets; ties count as wrong/);
  expect(stdout).toMatch(/replace_obj +12 of 13 +\.50 +1\.00 +[.\d]+ \([.\d–]+\) +[.\d]+ \([.\d–]+\)/);
  expect(stdout).toMatch(/text → image recall@1 +12 of 12 images/);
  const { results } = JSON.parse(await readFile(join(folder, 'a.json'), 'utf8'));
  expect(results.map(({ model }: { model: string }) => model)).toEqual(['model0', 'text only', 'model0']);
  expect(results[0].coverage.replace_obj).toEqual({ scored: 12, total: 13 });
  expect((await run('report', 'a.json', '-o', 'a.html')).code).toBe(0);
  expect(await readFile(join(folder, 'a.html'), 'utf8')).toContain('questions scored');
});

test('run judges with the model’s own preprocessing, and reads shards', async () => {
  const scoresOf = async (model: string) => {
    const output = `${copies++}.json`;
    const { code, stderr } = await run('run', model, ...WANTED, '--no-blind', '-o', output);
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    const { results } = JSON.parse(await readFile(join(folder, output), 'utf8'));
    return results[0].answers.map(({ right, wrong }: Answer) => [right, wrong]);
  };
  await cp(join(folder, 'model0'), join(folder, 'dark'), { recursive: true });
  await writeFile(
    join(folder, 'dark/preprocessor_config.json'),
    JSON.stringify({ size: 16, crop_size: 16, image_mean: [0.9, 0.9, 0.9], image_std: [0.1, 0.1, 0.1] }),
  );
  const plain = await scoresOf('model0');
  expect(await scoresOf('dark')).not.toEqual(plain);

  // Shards: the files that a single model.safetensors is not among.
  for (const seed of [0, 1]) {
    const model = await loadClip(join(folder, `model${seed}`));
    await saveClip(model, join(folder, `shards${seed}`), { maxShardSize: 2000 });
    await saveTokenizer(await loadTokenizer(join(folder, `model${seed}`)), join(folder, `shards${seed}`));
    model.dispose();
  }
  expect(await readdir(join(folder, 'shards0'))).not.toContain('model.safetensors');
  expect(await scoresOf('shards0')).toEqual(plain);
  expect(await scoresOf('shards1')).toEqual(await scoresOf('model1'));
});

test('several models and benchmarks in one call: a file for each, answers as JSON lines, one table; existing files are left out', async () => {
  await writeFile(
    join(folder, 'mine.mjs'),
    `import { registerBenchmark, sugarCrepe } from ${JSON.stringify(join(import.meta.dirname, '../../dist/index.js'))};
registerBenchmark('mine', (path, { images }) => ({ ...sugarCrepe(path, { images }), name: 'Mine' }));`,
  );
  const args = [
    ...['model0', 'model1', ...WANTED, '--module', 'mine.mjs', '--benchmark', 'mine=sugarcrepe'],
    ...['-o', 'many/{model}-{benchmark}.json', '--answers', 'answers.jsonl'],
  ];
  const { code, stdout, stderr } = await startCommand(folder, 'run', ...args);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(code).toBe(0);
  expect((await readdir(join(folder, 'many'))).sort()).toEqual(
    ['model0-mine', 'model0-sugarcrepe', 'model1-mine', 'model1-sugarcrepe'].map((name) => `${name}.json`),
  );
  expect(stdout).toMatch(/Headline of each benchmark[^\n]*\n +SugarCrepe +Mine *\nmodel0 +[.\d]+ \(/);
  // Every file holds the text-only model; the tables show it once.
  expect(stdout.match(/^.*questions scored.*$/gm)).toEqual(
    Array(2).fill(expect.stringMatching(/model0 +model1 +text only \(all rows\) *$/)),
  );
  const lines = (await readFile(join(folder, 'answers.jsonl'), 'utf8')).trimEnd().split('\n');
  const answers = lines.map((line) => JSON.parse(line));
  const ofModel1 = answers.filter(({ model, benchmark }) => model === 'model1' && benchmark === 'Mine');
  expect(ofModel1).toHaveLength(12);
  for (const { right, wrong, correct } of ofModel1) expect(correct).toBe(right > wrong);

  const again = await startCommand(folder, 'run', ...args);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('--skip-existing to keep it')]);
  const before = await readFile(join(folder, 'many/model1-mine.json'), 'utf8');
  await rm(join(folder, 'many/model0-mine.json'));
  const skipped = await startCommand(folder, 'run', ...args.slice(0, -2), '--skip-existing');
  expect(skipped.code).toBe(0);
  expect(skipped.stderr).toContain('many/model1-mine.json exists, so it is not made again.');
  expect(skipped.stdout).toBe(stdout);
  expect(await readFile(join(folder, 'many/model1-mine.json'), 'utf8')).toBe(before);
  expect(await readdir(join(folder, 'many'))).toHaveLength(4);
});

test('a tokenizer that does not know the captions’ words is named, whatever the benchmark', async () => {
  await mkdir(join(folder, 'strange'));
  const row = { filename: '0.jpg', caption: 'a red zebra', negative_caption: 'a red gnu' };
  await writeFile(join(folder, 'strange/replace_obj.json'), JSON.stringify({ 0: row }));
  const strange = ['--benchmark', 'sugarcrepe=strange', '--images', 'pictures', '--backend', 'cpu'];
  const { code, stderr } = await run('run', 'model0', ...strange);
  expect(code).toBe(0);
  expect(stderr).toContain(
    "model0: The tokenizer doesn't know 2 of the 4 words of SugarCrepe's captions (zebra, gnu); captions that differ",
  );
  expect(stderr).toMatch(/1 of 1 questions \(100 %\) are ties/);
  expect((await run('run', 'model0', ...WANTED)).stderr).not.toContain('words of');
});

test('two files of one benchmark are two benchmarks, named by their files', async () => {
  const blip = JSON.parse(await readFile(join(folder, 'captions.json'), 'utf8'));
  await writeFile(join(folder, 'fewer.json'), JSON.stringify(blip.slice(0, 5)));
  const files = ['captions', 'fewer'].flatMap((name) => ['--benchmark', `retrieval=${name}.json`]);
  const { stdout, stderr } = await run(
    'run',
    './model0/',
    ...files,
    '--images',
    'pictures',
    '--backend',
    'cpu',
  );
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stdout).toMatch(
    /Retrieval \(captions\), 95 %[\s\S]*12 of 12 images[\s\S]*Retrieval \(fewer\), 95 %[\s\S]*5 of 5 images/,
  );
  // The name of the folder, not the path as it was typed.
  expect(stdout).toMatch(/ model0\s/);
  const twice = await run('run', 'model0', ...files, '--benchmark', 'retrieval=./fewer.json');
  expect([twice.code, twice.stderr]).toEqual([2, expect.stringContaining('The same file may come once')]);
});

test('--blind needs no pictures', async () => {
  const { code, stdout, stderr } = await run(
    ...['run', 'model0', '--benchmark', 'sugarcrepe=sugarcrepe', '--backend', 'cpu', '--blind'],
  );
  expect(stderr).toContain('SugarCrepe: no picture was found, so only a text-only model is judged');
  expect(code).toBe(0);
  expect(stdout).toMatch(/replace_obj +13 of 13/);
});

test('run says which activation a model has, and warns where its card names weights of the other', async () => {
  await cp(join(folder, 'model0'), join(folder, 'laion'), { recursive: true });
  const card = '---\nbase_model: laion/CLIP-ViT-B-32-laion2B-s34B-b79K\n---\n';
  await writeFile(join(folder, 'laion/README.md'), card);
  const { code, stderr } = await run('run', 'model0', 'laion', ...WANTED, '--no-blind');
  expect(code).toBe(0);
  expect(stderr).toMatch(/^model0: activation quick_gelu, by its config$/m);
  expect(stderr.match(/which has gelu, but its config gives/g)).toHaveLength(1);
  expect(stderr).toMatch(/^laion: the card \(README.md\) names laion\/CLIP-ViT-B-32-laion2B-s34B-b79K, /m);
});

test('compare and report read results that the library’s users saved', async () => {
  const results = await Promise.all(
    ['one', 'two'].map((name, seed) =>
      evaluate(blindScorer([`red dog ${seed}`]), sampleBenchmark({ count: 20 }), { name }),
    ),
  );
  await writeFile(join(folder, 'one.json'), JSON.stringify([results[0]]));
  await writeFile(join(folder, 'two.json'), JSON.stringify(results[1]));
  const { code, stdout, stderr } = await startCommand(folder, 'compare', 'one.json', 'two.json');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Coloured things: no difference seen');
  expect((await run('report', 'one.json', '-o', 'one.html')).code).toBe(0);
  const fewer = await evaluate(blindScorer(['red dog']), sampleBenchmark({ count: 10 }), { name: 'three' });
  await writeFile(join(folder, 'three.json'), JSON.stringify([fewer]));
  const refused = await run('compare', 'one.json', 'three.json');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(
    /^slipform-bench: compare: .* not judged on the same items .*; judge both with/,
  );
  expect(refused.stderr).not.toMatch(/\n\s+at /);
});

test('compare says how two models differ, and that one does not differ from itself', async () => {
  await run('run', 'model0', ...WANTED, '-o', 'first.json');
  await run('run', 'model1', ...WANTED, '--no-blind', '-o', 'second.json');
  const { code, stdout } = await run('compare', 'first.json', 'second.json');
  expect(code).toBe(0);
  expect(stdout).toMatch(/SugarCrepe: .* points from model0 to model1, 95 % interval/);
  expect(stdout).not.toContain('text only');
  const same = await run('compare', 'first.json', 'first.json');
  expect(same.stdout).toContain('SugarCrepe: no difference seen');
  expect(same.stderr).toBe(
    'slipform-bench: first.json is compared with itself, so that nothing can differ: name the results of two models.\n',
  );
  expect(same.stdout).toContain('model0 (first.json)');
  const json = JSON.parse((await run('compare', 'first.json', 'second.json', '--json')).stdout);
  expect(json.comparisons[0]).toMatchObject({
    a: 'model0',
    b: 'model1',
    kinds: { replace_obj: { holm: expect.any(Number) } },
  });
});

test.each([
  [
    ['run', 'model0', '--benchmark', 'sugercrepe=x'],
    2,
    /--benchmark sugercrepe=x: there is no benchmark sugercrepe; did you mean sugarcrepe\?$/m,
  ],
  [['run', 'model0', '--benchmark', 'sugarcrepe'], 2, /It must be NAME=PATH/],
  [
    ['run', 'model0', '--benchmark', 'sugarcrepe=nowhere'],
    1,
    /there is no folder nowhere; give the folder that holds add_att\.json/,
  ],
  [
    ['run', 'model0', '--benchmark', 'cola=captions.json', '--images', 'pictures'],
    1,
    /captions\.json, row 1: must be \[image1/,
  ],
  [
    ['run', 'model0', ...WANTED, '--blind', 'nowhere.txt'],
    1,
    /cannot read nowhere\.txt: there is no such file/,
  ],
  [
    ['run', 'model0', '--benchmark', 'sugarcrepe=sugarcrepe', '--images', 'gone'],
    1,
    /images: there is no folder gone/,
  ],
  [
    ['run', 'nowhere', '--benchmark', 'sugarcrepe=sugarcrepe', '--images', 'sugarcrepe'],
    1,
    /none of the 13 questions of SugarCrepe can be scored.*\(in a terminal: --images FOLDER\)/,
  ],
  [['compare', 'captions.json', 'captions.json'], 1, /no results of slipform-bench/],
  [['compare', 'captions.json'], 2, /missing required argument/],
])('%j is refused in one sentence', async (args, expected, sentence) => {
  const { code, stdout, stderr } = await run(...args);
  expect(code).toBe(expected);
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stdout).toBe('');
});
