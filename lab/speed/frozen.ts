// What freezing saves: a training step of the demo's model (128 pairs, width 64, 2 layers) on wasm with everything
// trained, with the image tower frozen, with the projections alone, and with these on features that were kept.
//
//   npx tsx lab/speed/frozen.ts      half a minute
import '@tensorflow/tfjs-backend-wasm';
import { infoNceLoss } from '@slipform/cement-loss';
import { dispose, tensor2d, tensor4d, tidy } from '@tensorflow/tfjs-core';
import {
  adamW,
  createClip,
  type TrainBatch,
  type TrainOptions,
  trainClip,
  useBackend,
} from '../../packages/clip/src/index';

await useBackend('wasm');
const pairs = 128;
const tower = { width: 64, layers: 2, heads: 2 };
const model = createClip({
  embeddingSize: 64,
  image: { ...tower, imageSize: 48, patchSize: 16 },
  text: { ...tower, vocabularySize: 130, contextLength: 9 },
});
const images = Float32Array.from({ length: pairs * 6912 }, (_, i) => Math.sin(0.37 * i));
const tokens = Array.from({ length: pairs }, (_, row) => [
  128,
  ...Array.from({ length: 7 }, (_, at) => (row * 7 + at * 13) % 126),
  129,
]);
const features = tidy(() => ({
  imageFeatures: model.imageFeatures(tensor4d(images, [pairs, 48, 48, 3])),
  textFeatures: model.textFeatures(tensor2d(tokens, undefined, 'int32')),
}));

const raw = { images, tokens };
const cases: [string, TrainBatch, Partial<TrainOptions>][] = [
  ['everything', raw, {}],
  ['image tower frozen', raw, { trainable: '!vis*' }],
  ['projections', raw, { trainable: '*_projection.weight' }],
  ['projections, on kept features', features, { trainable: '*_projection.weight' }],
];
const times = new Map(cases.map(([name]) => [name, [] as number[]]));
// In turns, so that what else the machine does falls on all of them.
for (let round = 0; round < 5; round++) {
  for (const [name, batch, options] of cases) times.get(name)!.push(...(await stepTimes(batch, options)));
}
const median = (name: string) => times.get(name)!.sort((a, b) => a - b)[times.get(name)!.length >> 1]!;
for (const [name] of cases) {
  const share = (median(name) / median('everything')).toFixed(3);
  console.log(`${name.padEnd(32)}${median(name).toFixed(1).padStart(7)} ms of processor a step  ${share}`);
}
dispose(features);

async function stepTimes(batch: TrainBatch, options: Partial<TrainOptions>): Promise<number[]> {
  const optimizer = adamW();
  const spent: number[] = [];
  let last = process.cpuUsage();
  await trainClip({
    model,
    optimizer,
    data: () => batch,
    loss: (embedded, scale) => infoNceLoss(embedded, scale),
    steps: 6,
    ...options,
    observe: [
      () => {
        const { user, system } = process.cpuUsage(last);
        spent.push((user + system) / 1000);
        last = process.cpuUsage();
      },
    ],
  });
  optimizer.dispose();
  return spent.slice(1);
}
