// What today's readers read in the files of a release.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sugarCrepe, winoground } from '@slipform/bench';
import { precomputedEncoder, readParquet } from '@slipform/bench/files';
import { infoNceLoss } from '@slipform/cement-loss';
import { adamW, checkpoint, createClip, loadEncoder, trainClip, useBackend } from '@slipform/clip';
import { trainingData } from '@slipform/clip/data';
import { FitTable } from '@slipform/plant';

const root = resolve(import.meta.dirname, '..', '..');

/** Runs a command of ours; gives what it printed. */
const said = (name, args, cwd) =>
  execFileSync(
    process.execPath,
    [join(root, 'packages', name.replace('slipform-', ''), 'bin', `${name}.js`), ...args],
    {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const jsonLines = (text) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The files of a release, in a new folder. @param {string} archive `scripts/fixtures/releases/VERSION.tar.gz` */
export function unpackRelease(archive) {
  const folder = mkdtempSync(join(tmpdir(), 'slipform-release-'));
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  return folder;
}

/** @param {string} folder the files of a release; nothing in it is changed */
export async function readRelease(folder) {
  const at = (name) => join(folder, name);
  const work = mkdtempSync(join(tmpdir(), 'slipform-read-release-'));
  await useBackend('cpu');
  try {
    const encoder = await loadEncoder(at('model'));
    const captions = readFileSync(at('texts.txt'), 'utf8').trimEnd().split('\n');
    const ids = readFileSync(at('texts.ids.txt'), 'utf8').trimEnd().split('\n');
    const read = {
      ...plant(at, work),
      fit: fitOf(at('corpus.fit.gz')),
      triplets: await readParquet(at('triplets.parquet')),
      'trained on': await batches(folder, encoder),
      'model: texts': vectors(await encoder.embedTexts(captions)),
      'embeddings .npy': vectors(await embedded(at('texts.npy'), ids)),
      'embeddings .parquet': vectors(await embedded(at('texts.parquet'), ids)),
      'checkpoint: the steps after it': await resumed(
        at('checkpoints'),
        join(work, 'checkpoints'),
        encoder,
        captions,
      ),
      ...results(at),
      icons: {
        sugarcrepe: questions(sugarCrepe(at('icons-sugarcrepe'), { images: at('icons-sugarcrepe/images') })),
        winoground: questions(
          winoground(at('icons-winoground/examples.jsonl'), { images: at('icons-winoground/images') }),
        ),
        coco: await captionsOf(at('icons-coco/captions.json'), at('icons-coco/images'), encoder),
        webdataset: await captionsOf(at('icons-webdataset/icons-000000.tar'), undefined, encoder),
      },
      scenes: await captionsOf(at('scenes.tar'), undefined, encoder),
    };
    encoder.dispose();
    return JSON.parse(
      JSON.stringify(read, (_, value) => (typeof value === 'bigint' ? Number(value) : value)),
    );
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Of records: what `check` draws (all of them), what `audit` counts; of sites, the partners; of a folder, its sums. */
function plant(at, work) {
  const sheet = (name) => {
    const drawn = said('slipform-plant', ['check', at(name), '--sample', '1000'], work)
      .trimEnd()
      .split('\n');
    return drawn.slice(1).sort();
  };
  const audit = (name) => {
    const { pairs, brokenLines, slots, operations, coverage } = JSON.parse(
      said('slipform-bench', ['audit', at(name), '--json', '--sample', '0'], work),
    );
    return { pairs, brokenLines, slots, operations, coverage };
  };
  const mined = ['records.jsonl', 'records.jsonl.gz', 'records.parquet', 'records.tsv', 'records.tar'];
  cpSync(at('shards'), join(work, 'shards'), { recursive: true });
  said('slipform-plant', ['merge', 'shards/', '--quiet'], work);
  said('slipform-plant', ['pairs', at('sites'), '-o', 'pairs.jsonl', '--quiet'], work);
  const { captions } = json(join(work, 'shards/summary.json'));
  return {
    'drawn by check': Object.fromEntries(
      mined.filter((name) => !name.endsWith('.tsv')).map((name) => [name, sheet(name)]),
    ),
    'counted by audit': Object.fromEntries([mined[0], mined[2], mined[3]].map((name) => [name, audit(name)])),
    'captions of the folder': captions,
    'partners by the site files': jsonLines(readFileSync(join(work, 'pairs.jsonl'), 'utf8'))
      .map(({ id, caption, negative, negativeFilepath }) => [id, caption, negative, negativeFilepath])
      .filter(([id]) => id === 'c0'),
  };
}

/** A table of counts reads as itself. */
function fitOf(file) {
  const text = gunzipSync(readFileSync(file)).toString();
  return { same: String(FitTable.parse(text)) === text, length: text.length };
}

/** What a training gets of captions and of each form of negatives. */
async function batches(folder, encoder) {
  const at = (name) => join(folder, name);
  const table = { source: at('captions.jsonl'), images: folder };
  const forms = {
    'records.jsonl': { ...table, negatives: at('records.jsonl') },
    'records.parquet': { ...table, negatives: at('records.parquet') },
    'records.tsv': { source: at('records.tsv'), images: folder },
  };
  const read = {};
  for (const [name, files] of Object.entries(forms)) read[name] = await batchOf(files, encoder);
  return read;
}

async function batchOf(files, encoder) {
  const data = await trainingData({ ...files, encoder, batchSize: 2, workers: 0 });
  try {
    const { value } = await data.batchesFrom(0).next();
    const { tokens, hardTokens, valid, concreteness } = value;
    return { counts: data.counts, skipped: data.skipped.count, tokens, hardTokens, valid, concreteness };
  } finally {
    await data.close();
  }
}

const captionsOf = (source, images, encoder) => batchOf({ source, ...(images && { images }) }, encoder);

/** Six significant digits: a processor's last bits are not a format. */
const vectors = (all) => all.map((vector) => Array.from(vector, (x) => Number(x.toPrecision(6))));

async function embedded(file, ids) {
  const encoder = await precomputedEncoder({ texts: file, images: file });
  return encoder.embedTexts(ids);
}

/** @param {{ vocabularySize: number, contextLength: number }} tokenizer the tokenizer, or what counts of it */
export function modelConfig({ vocabularySize, contextLength }) {
  const tower = { width: 8, layers: 1, heads: 2 };
  const image = { ...tower, imageSize: 16, patchSize: 8 };
  return { embeddingSize: 8, image, text: { ...tower, vocabularySize, contextLength } };
}

/** What decides the run of the checkpoint, but for the model. @param tokens of two captions */
export function training(tokens) {
  const images = Float32Array.from({ length: 2 * 16 * 16 * 3 }, (_, i) => Math.sin(i));
  return {
    data: () => ({ images, tokens }),
    loss: (batch, { logitScale }) => infoNceLoss(batch, { logitScale }),
    optimizer: adamW({ learningRate: 1e-3 }),
    steps: 6,
  };
}

/** The losses of the steps that are left behind a checkpoint. */
async function resumed(from, folder, encoder, captions) {
  cpSync(from, folder, { recursive: true });
  const model = createClip(modelConfig(encoder.tokenizer));
  const tokens = captions.slice(0, 2).map((caption) => encoder.tokenizer.encode(caption));
  const losses = [];
  await trainClip({
    ...training(tokens),
    model,
    observe: [
      checkpoint({ folder, every: 4, keep: 2 }),
      ({ step, loss }) => losses.push([step, Number(loss.toPrecision(4))]),
    ],
    resume: true,
  });
  return losses;
}

/** Results by compare and report, and answers as they stand. */
function results(at) {
  const args = ['compare', at('results.json'), at('results.json'), '--json'];
  const [{ benchmark, difference, p, verdict }] = JSON.parse(
    said('slipform-bench', args, at('.')),
  ).comparisons;
  const page = said('slipform-bench', ['report', at('model-results.json'), '-o', '-'], at('.'));
  return {
    results: json(at('results.json')).results.map(({ model, kinds, answers }) => ({
      model,
      kinds,
      answers: answers.length,
    })),
    compared: { benchmark, difference, p, verdict },
    'the report names': ['swap_att', 'model'].filter((word) => page.includes(word)),
    answers: jsonLines(readFileSync(at('answers.jsonl'), 'utf8')).map(({ id, kind, question, correct }) => [
      id,
      kind,
      question,
      correct,
    ]),
  };
}

const questions = ({ questions: all }) =>
  all.map(({ id, kind, right, wrong }) => [
    id,
    kind,
    right.map(({ text }) => text),
    wrong.map(({ text }) => text),
  ]);
