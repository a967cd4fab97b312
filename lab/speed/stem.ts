// What a stem of convolutions buys on small pictures: image towers with and without one, each trained from random weights
// for the same CPU time by InfoNCE, then recall among pictures of other artists. Pictures are folders that
// `slipform-icons export` wrote:
//
//   npx slipform-icons export icons-train --format coco --size 32 --split train --limit 40000
//   npx slipform-icons export icons-validation --format coco --size 32 --split validation
//   npx tsx lab/speed/stem.ts icons-train icons-validation
//
//   --seconds <n>    CPU time of a training, evaluation not counted (default 100)
//   --seed <n>       of weights and batches (default 0)
//   --tower <text>   only towers whose name has this text
import '@tensorflow/tfjs-backend-wasm';
import { parseArgs } from 'node:util';
import { infoNceLoss } from '@slipform/cement-loss';
import { useWasmKernels } from '@slipform/tfjs-kernels';
import { setBackend } from '@tensorflow/tfjs-core';
import { createClip } from '../../packages/clip/src/model/create-clip';
import { trainTokenizer } from '../../packages/clip/src/tokenizer/train-tokenizer';
import { adamW } from '../../packages/clip/src/training/adamw';
import { trainClip } from '../../packages/clip/src/training/train-clip';
import { cpuTime } from './kernel-times';
import { type LabelledPictures, openPictures, pixelsOf, shuffledBatches } from './stem/pictures';
import { recallAmong } from './stem/recall';

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

await setBackend('wasm');
const { variant } = await useWasmKernels({ experimental: true });
const train = await openPictures(trainFolder);
const validation = await openPictures(validationFolder, 1000);
const tokenizer = trainTokenizer(train.names, { kind: 'bpe', vocabularySize: 4096, contextLength });
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
        image: { imageSize: 32, ...tower, ...image },
        text: { ...tower, layers: 2, contextLength, ...tokensOf(tokenizer) },
      },
      { seed },
    );
  const model = make();
  // As many steps as fit, so that the schedule ends with the time.
  const rehearsal = make();
  const stepTime = (await fit(rehearsal, train, 8, 3)) / 5;
  rehearsal.dispose();
  const steps = Math.max(1, Math.round((1000 * seconds) / stepTime));
  const spent = await fit(model, train, steps, 0);
  const recalls = recallAmong(model, tokenizer, validation);
  const numbers = [
    model.parameterCount.toLocaleString('en-US'),
    (spent / steps).toFixed(0),
    steps,
    ...recalls.map((recall) => recall.toFixed(3)),
  ];
  console.log(`| ${name} | ${numbers.join(' | ')} |`);
  model.dispose();
}

/** Trains, and returns the CPU time in ms of all steps after the first few. */
async function fit(
  model: ReturnType<typeof createClip>,
  pictures: LabelledPictures,
  steps: number,
  untimed: number,
): Promise<number> {
  const optimizer = adamW({ learningRate: 2e-3, weightDecay: 0.1, clipNorm: 1, warmupSteps: 50 });
  const batches = shuffledBatches(pictures, 256, seed);
  let start = cpuTime();
  await trainClip({
    model,
    optimizer,
    steps,
    loss: (batch, options) => infoNceLoss(batch, options),
    data: () => {
      const { rows, shifts, groups } = batches();
      const tokens = rows.map((row) => tokenizer.encode(pictures.names[row]!));
      return { images: pixelsOf(pictures, rows, shifts), tokens, groups };
    },
    observe: [
      ({ step }) => {
        if (step === untimed) start = cpuTime();
      },
    ],
  });
  optimizer.dispose();
  return cpuTime() - start;
}

function tokensOf({ vocabularySize, startToken, endToken }: typeof tokenizer) {
  return { vocabularySize, startToken, endToken };
}
