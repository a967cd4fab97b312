#!/usr/bin/env node
// Writes a small file of each format that the packages write, and what today's readers read in them: the golden files of a
// release, which every later one must read (scripts/releases.test.ts). Once for each release, before it:
//   node scripts/release-files/make.mjs scripts/fixtures/releases/0.1.tar.gz
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { evaluate, sugarCrepe } from '@slipform/bench';
import { stringifyRecord } from '@slipform/bench/report';
import { checkpoint, createClip, createEncoder, trainClip, trainTokenizer, useBackend } from '@slipform/clip';
import { exportIcons, openCorpus } from '@slipform/icons/files';
import { illustrate } from '@slipform/scenes';
import { modelConfig, readRelease, training } from './read.mjs';

const root = resolve(import.meta.dirname, '..', '..');
const [archive] = process.argv.slice(2);
if (archive === undefined || existsSync(archive)) {
  console.error('usage: node scripts/release-files/make.mjs ARCHIVE.tar.gz, which must not be there yet');
  process.exit(2);
}
const out = mkdtempSync(join(tmpdir(), 'slipform-release-'));
const work = mkdtempSync(join(tmpdir(), 'slipform-release-'));
const runIn = (cwd, name, ...args) =>
  execFileSync(
    process.execPath,
    [join(root, 'packages', name.replace('slipform-', ''), 'bin', `${name}.js`), ...args],
    { cwd, stdio: ['ignore', 'inherit', 'inherit'] },
  );
const run = (...args) => runIn(work, ...args);
const kept = (...names) => {
  for (const name of names) copyFileSync(join(work, name), join(out, basename(name)));
};
const lines = (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const captions = [
  'A bird is sitting on a red car.',
  'A cat is sitting on a red car.',
  'A small boat next to a big ship.',
  'Two brown dogs run along a beach.',
  'Two white dogs run along a beach.',
  'A cup of coffee beside a laptop 😀.',
  'Idea.',
];
mkdirSync(join(work, 'pictures'));
for (const [i, caption] of captions.entries()) {
  const { png } = await illustrate(caption, { style: 'twemoji', size: 48 });
  writeFileSync(join(work, `pictures/${i}.png`), png());
}
const rows = captions.map((caption, i) => ({
  id: `c${i}`,
  image_id: `p${i}`,
  filepath: `pictures/${i}.png`,
  caption,
  width: 48,
}));
writeFileSync(join(work, 'captions.jsonl'), lines(rows));

// plant
const plant = (command) => run('slipform-plant', ...command.split(' '), '--quiet');
for (const name of ['records.jsonl', 'records.jsonl.gz', 'records.parquet'])
  plant(`mine captions.jsonl -o ${name} --keep-all --keep width --sense 1 --per-caption 2`);
for (const name of ['records.tsv', 'records.tar', 'shards/'])
  plant(`mine captions.jsonl -o ${name} --sense 1`);
plant('mine captions.jsonl -o triplets.parquet --output-format triplet --sense 1');
plant('merge shards/');
plant('fit captions.jsonl -o corpus.fit.gz');
plant('sites captions.jsonl -o sites');
kept(
  'captions.jsonl',
  'records.jsonl',
  'records.jsonl.gz',
  'records.parquet',
  'records.tsv',
  'records.tar',
  'triplets.parquet',
  'corpus.fit.gz',
);
for (const name of ['shards', 'sites', 'pictures'])
  execFileSync('cp', ['-r', join(work, name), join(out, name)]);

// clip: a model folder, a checkpoint, embeddings
await useBackend('cpu');
const tokenizer = trainTokenizer(captions);
const model = createClip(modelConfig(tokenizer));
// Six steps, of which the checkpoint behind the fourth stays: a reader of it trains the last two.
await trainClip({
  ...training(captions.slice(0, 2).map((caption) => tokenizer.encode(caption))),
  model,
  observe: [checkpoint({ folder: join(work, 'checkpoints'), every: 4, keep: 2 })],
});
mkdirSync(join(out, 'checkpoints'));
execFileSync('cp', ['-r', join(work, 'checkpoints/step-00000004'), join(out, 'checkpoints')]);
await createEncoder(model, tokenizer).save(join(out, 'model'));
writeFileSync(join(work, 'texts.txt'), captions.map((caption) => `${caption}\n`).join(''));
const computed = ['--backend', 'cpu', '--workers', '0'];
for (const name of ['texts.npy', 'texts.parquet'])
  run('slipform-clip', 'embed', join(out, 'model'), 'texts.txt', '-o', name, ...computed);
kept('texts.npy', 'texts.ids.txt', 'texts.parquet', 'texts.txt');

// bench: a benchmark's form, results, answers
const row = (i) => ({ filename: `${i}.png`, caption: captions[i], negative_caption: captions[i + 1] });
mkdirSync(join(out, 'sugar-crepe'));
writeFileSync(join(out, 'sugar-crepe/swap_att.json'), JSON.stringify({ 0: row(0), 1: row(1), 2: row(3) }));
const benchmark = sugarCrepe(join(out, 'sugar-crepe'), { images: join(out, 'pictures') });
const scorer = { score: async (pairs) => pairs.map(({ text }) => text.length) };
const result = await evaluate(scorer, benchmark, { name: 'counts letters' });
const record = {
  ...{ format: 'slipform-experiment', version: 2, title: 'Golden', command: 'make.mjs' },
  ...{ seconds: 1, startedAt: '2026-11-30T00:00:00.000Z', environment: {}, settings: {} },
  ...{ conclusion: [], comparisons: [], runs: [], examples: [], results: [result] },
};
writeFileSync(join(out, 'results.json'), stringifyRecord(record));
const asked = ['--benchmark', 'sugarcrepe=sugar-crepe', '--images', 'pictures', '--no-blind'];
const written = ['-o', 'model-results.json', '--answers', 'answers.jsonl'];
// No path of this machine.
runIn(out, 'slipform-bench', 'run', 'model', ...asked, ...computed, ...written);

// icons and scenes
const corpus = await openCorpus({ sets: ['lucide'], root: join(root, 'packages/icons') });
for (const format of ['sugarcrepe', 'winoground', 'coco', 'webdataset'])
  await exportIcons(corpus, { folder: join(out, `icons-${format}`), format, limit: 2, size: 16 });
const negatives = [captions[1], captions[0]].map((negative, i) => ({ caption: captions[i], negative }));
writeFileSync(join(work, 'drawn.jsonl'), lines(negatives));
run('slipform-scenes', 'drawn.jsonl', 'scenes.tar', '--size', '48');
kept('scenes.tar');

writeFileSync(join(out, 'expected.json'), `${JSON.stringify(await readRelease(out), null, 1)}\n`);
execFileSync('tar', ['-czf', resolve(archive), '-C', out, '.']);
for (const folder of [out, work]) rmSync(folder, { recursive: true });
