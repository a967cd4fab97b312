// What a stem of convolutions buys on small pictures: image towers with and without one, each trained from random weights
// for the same CPU time by InfoNCE, then recall among pictures of other artists. Pictures are folders that
// `slipform-icons export` wrote:
//
//   npx slipform-icons export icons-train --format coco --size 32 --split train --limit 40000
//   npx slipform-icons export icons-validation --format coco --size 32 --split validation
//   npm run build && npx tsx lab/speed/stem.ts icons-train icons-validation
//
//   --seconds <n>    CPU time of a training, evaluation not counted (default 100)
//   --seed <n>       of weights and batches (default 0)
//   --tower <text>   only towers whose name has this text
import '@tensorflow/tfjs-backend-wasm';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { infoNceLoss } from '@slipform/cement-loss';
import { adamW, type ClipModel, createClip, createEncoder, trainClip, trainTokenizer } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { createRandom } from '@slipform/kit/random/random';
import { setBackend } from '@tensorflow/tfjs-core';
import sharp from 'sharp';
import { embedWorld } from '../src/icons/embed-world';
import { iconBatches } from '../src/icons/icon-batches';
import type { GreyDrawings } from '../src/icons/icon-world';
import { ranksOf, recallAt } from '../src/icons/ranks';
import { cpuTime } from './kernel-times';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '100' },
    seed: { type: 'string', default: '0' },
    tower: { type: 'string', default: '' },
  },
});
const [trainFolder, validationFolder] = positionals;
if (trainFolder === undefined || validationFolder === undefined) {
  console.error('usage: npx tsx lab/speed/stem.ts TRAIN VALIDATION [--seconds n] [--seed n] [--tower text]');
  process.exit(2);
}
const [seconds, seed] = [Number(flags.seconds), Number(flags.seed)];

const side = 32;
const contextLength = 14;
const tower = { width: 128, heads: 4, activation: 'gelu_new' } as const;
const imageTowers = [
  ['patches of 8, 4 layers', { stem: [], patchSize: 8, layers: 4 }],
  ['stem of 32, 64; patches of 8, 2 layers', { stem: [32, 64], patchSize: 8, layers: 2 }],
  ['stem of 24, 64, 128; patches of 8, 1 layer', { stem: [24, 64, 128], patchSize: 8, layers: 1 }],
  ['stem of 16, 32, 64, 128; patches of 16, 1 layer', { stem: [16, 32, 64, 128], patchSize: 16, layers: 1 }],
  [
    'stem of 24, 64, 128, 160; patches of 16, 1 layer',
    { stem: [24, 64, 128, 160], patchSize: 16, layers: 1 },
  ],
] as const;

/** Drawings with their names; drawing i is called names[i]. */
interface NamedDrawings extends GreyDrawings {
  readonly names: readonly string[];
}

await setBackend('wasm');
const { variant } = await useWasmKernels({ experimental: true });
const train = await openDrawings(trainFolder);
const validation = await openDrawings(validationFolder, 1000);
const tokenizer = trainTokenizer(train.names, { kind: 'bpe', vocabularySize: 4096, contextLength });
const { vocabularySize, startToken, endToken } = tokenizer;
console.log(
  `Node ${process.versions.node}, kernels: ${variant}; ${train.names.length} pictures, ${validation.names.length} of other artists; ${seconds} s of CPU, batches of 256, seed ${seed}\n`,
);
console.log('| image tower | numbers | ms a step | steps | recall@1 | recall@10 |');
console.log('| --- | --- | --- | --- | --- | --- |');
for (const [name, image] of imageTowers) {
  if (!name.includes(flags.tower)) continue;
  const make = () =>
    createClip(
      {
        embeddingSize: 128,
        image: { imageSize: side, ...tower, ...image },
        text: { ...tower, layers: 2, contextLength, vocabularySize, startToken, endToken },
      },
      { seed },
    );
  const model = make();
  // As many steps as fit, so that the schedule ends with the time.
  const rehearsal = make();
  const stepTime = (await fit(rehearsal, 8, 3)) / 5;
  rehearsal.dispose();
  const steps = Math.max(1, Math.round((1000 * seconds) / stepTime));
  const spent = await fit(model, steps, 0);
  const recalls = await recallsOf(model);
  const numbers = [
    model.parameterCount.toLocaleString('en-US'),
    (spent / steps).toFixed(0),
    steps,
    ...recalls.map((recall) => recall.toFixed(3)),
  ];
  console.log(`| ${name} | ${numbers.join(' | ')} |`);
  model.dispose();
}

/** Reads a folder in COCO's form; with `most`, that many drawings of names that differ. */
async function openDrawings(folder: string, most?: number): Promise<NamedDrawings> {
  const coco = JSON.parse(await readFile(join(folder, 'captions.json'), 'utf8')) as {
    readonly images: readonly { readonly id: number; readonly file_name: string }[];
    readonly annotations: readonly { readonly image_id: number; readonly caption: string }[];
  };
  const files = new Map(coco.images.map(({ id, file_name: file }) => [id, file]));
  const all = coco.annotations.map((row) => [row.caption, files.get(row.image_id)!] as const);
  const chosen =
    most === undefined ? all : [...new Map(createRandom(0).shuffle(all)).entries()].slice(0, most);
  const grey = new Uint8Array(chosen.length * side * side);
  for (const [row, [, file]] of chosen.entries()) {
    const path = join(folder, 'images', file);
    const pixels = await sharp(path).flatten({ background: '#fff' }).toColourspace('b-w').raw().toBuffer();
    if (pixels.length !== side * side) throw new Error(`${path} is no picture of ${side} × ${side}`);
    grey.set(pixels, row * side * side);
  }
  return { names: chosen.map(([name]) => name), size: side, grey };
}

/** Trains, and returns the CPU time in ms of all steps after the first few. */
async function fit(model: ClipModel, steps: number, untimed: number): Promise<number> {
  const optimizer = adamW({ learningRate: 2e-3, weightDecay: 0.1, clipNorm: 1, warmupSteps: 50 });
  let start = cpuTime();
  await trainClip({
    ...{ model, optimizer, steps },
    loss: (batch, options) => infoNceLoss(batch, options),
    data: iconBatches({
      ...{ world: train, batchSize: 256, seed },
      examples: train.names.map((caption, row) => ({ rows: [row], caption })),
      encode: (text) => tokenizer.encode(text),
    }),
    observe: [
      ({ step }) => {
        if (step === untimed) start = cpuTime();
      },
    ],
  });
  optimizer.dispose();
  return cpuTime() - start;
}

/** Share of pictures whose own name is the first, and among the first ten, of all names; a tie counts against it. */
async function recallsOf(model: ClipModel): Promise<[atOne: number, atTen: number]> {
  const width = model.config.embeddingSize;
  const texts = await createEncoder(model, tokenizer).embedTexts(validation.names, { batchSize: 512 });
  const names = new Float32Array(texts.length * width);
  for (const [at, text] of texts.entries()) names.set(text, at * width);
  const ranks = ranksOf(await embedWorld(model, validation), names, width);
  return [recallAt(1, ranks), recallAt(10, ranks)];
}
