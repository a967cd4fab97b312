/**
 * What the losses cost on wasm: value and gradients of one batch, medians of the runs and of their ratios.
 *
 * - Cement ÷ NegCLIP: what the margin adds, the same hard captions in both. Goal: at most 1.10.
 * - ours ÷ by hand: our InfoNCE against the usual tf.matMul + tf.logSoftmax with tfjs's own gradients. Goal: at
 *   most 0.8.
 * - textIds ÷ without: what masking equal texts adds to Cement, where one pair in five has one.
 *
 * Run: npm run bench
 */
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { registerGradients } from '../../../lab/speed/register-gradients';
import { cementLoss, infoNceLoss, negClipLoss } from '../src/index';

const DIM = 512;
const LOGIT_SCALE = 1 / 0.07;

/** CLIP's loss as one writes it first; embeddings are taken as they are, like `normalize: false`. */
function byHand(images: tf.Tensor2D, captions: tf.Tensor2D): tf.Scalar {
  const logits = tf.mul<tf.Tensor2D>(tf.matMul(images, captions, false, true), LOGIT_SCALE);
  const identity = tf.eye(images.shape[0]);
  const direction = (z: tf.Tensor2D) => tf.mul(tf.sum(tf.mul(tf.logSoftmax(z), identity)), -0.5 / z.shape[0]);
  return tf.add(direction(logits), direction(tf.transpose(logits)));
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds of each round, the contestants taking turns so that a busy moment hits all of them. */
function race(contestants: Readonly<Record<string, () => void>>, rounds: number): Record<string, number[]> {
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, [] as number[]]));
  for (let round = -2; round < rounds; round++) {
    for (const [name, run] of Object.entries(contestants)) {
      const start = performance.now();
      run();
      if (round >= 0) times[name]?.push(performance.now() - start);
    }
  }
  return times;
}

await registerGradients();
await tf.setBackend('wasm');
console.log(`wasm, D = ${DIM}, one hard caption each, value and gradients; medians in ms`);
console.log(
  'batch  by hand  InfoNCE  NegCLIP  Cement  Cement ÷ NegCLIP  InfoNCE ÷ by hand  textIds ÷ without',
);
for (const [batch, rounds] of [
  [256, 41],
  [1024, 7],
] as const) {
  const make = (seed: number) => {
    const x = tf.randomNormal<tf.Rank.R2>([batch, DIM], 0, 1, 'float32', seed);
    return tf.div<tf.Tensor2D>(x, tf.norm(x, 'euclidean', 1, true));
  };
  const [images, captions, hardCaptions] = [make(1), make(2), make(3)];
  const concreteness = tf.randomUniform([batch], 1, 5, 'float32', 4);
  // One pair in ten has a hard caption that is another one's caption, one in ten that of another one.
  const textIds = Array.from({ length: batch }, (_, i) => [
    i,
    i % 10 === 0 ? i + 1 : i % 10 === 1 ? -i - 1 : -i,
  ]);
  const options = { logitScale: LOGIT_SCALE, normalize: false };
  const pair = (loss: (v: tf.Tensor2D, t: tf.Tensor2D) => tf.Scalar) => () =>
    tf.dispose(tf.valueAndGrads((v, t) => loss(v as tf.Tensor2D, t as tf.Tensor2D))([images, captions]));
  const triple = (loss: (v: tf.Tensor, t: tf.Tensor, h: tf.Tensor) => tf.Scalar) => () =>
    tf.dispose(tf.valueAndGrads((v, t, h) => loss(v, t, h))([images, captions, hardCaptions]));
  const gap = tf.tidy(
    () => tf.sub(byHand(images, captions), infoNceLoss({ images, captions }, options)).dataSync()[0],
  );
  if (!(Math.abs(gap ?? Number.NaN) < 1e-4)) throw new Error(`the two InfoNCE losses differ by ${gap}`);
  const times = race(
    {
      byHand: pair(byHand),
      infoNce: pair((v, t) => infoNceLoss({ images: v, captions: t }, options)),
      negClip: triple((v, t, h) => negClipLoss({ images: v, captions: t, hardCaptions: h }, options)),
      cement: triple((v, t, h) =>
        cementLoss({ images: v, captions: t, hardCaptions: h, concreteness }, options),
      ),
      equalTexts: triple((v, t, h) =>
        cementLoss({ images: v, captions: t, hardCaptions: h, concreteness, textIds }, options),
      ),
    },
    rounds,
  );
  const all = (name: string) => times[name] ?? [];
  const at = (name: string) => median(all(name));
  // Round by round, since the machine may be busier in one than in another.
  const ratio = (a: string, b: string) =>
    median(all(a).map((time, round) => time / (all(b)[round] ?? Number.NaN)));
  const cells = [
    String(batch).padEnd(5),
    at('byHand').toFixed(1).padStart(8),
    at('infoNce').toFixed(1).padStart(8),
    at('negClip').toFixed(1).padStart(8),
    at('cement').toFixed(1).padStart(7),
    ratio('cement', 'negClip').toFixed(2).padStart(17),
    ratio('infoNce', 'byHand').toFixed(2).padStart(18),
    ratio('equalTexts', 'cement').toFixed(2).padStart(19),
  ];
  console.log(cells.join(' '));
}
