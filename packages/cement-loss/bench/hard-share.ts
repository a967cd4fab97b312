/**
 * Which share of the push on negatives the own hard caption gets as the batch grows, at the start of training: random
 * unit embeddings (D = 512, τ = 0.07), each hard caption at cosine 0.9 to its caption. Cpu arithmetic on wasm, no
 * timing, the same numbers on each run.
 *
 * Run: npm run bench:share
 */
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { balancedMargin, gradientBudget, type Margin, noMargin, staticMargin } from '../src/index';

const DIM = 512;
const margins: Readonly<Record<string, Margin>> = {
  'InfoNCE with hard captions': noMargin(),
  'static, 2 logits': staticMargin({ value: 2 }),
  'balanced, ρ = 0.3': balancedMargin({ share: 0.3 }),
};

await tf.setBackend('wasm');
const sizes = [64, 256, 1024, 4096];
console.log('share of the push on the own hard caption, image rows, mean');
console.log(`${'margin'.padEnd(28)}${sizes.map((size) => `N = ${size}`.padStart(10)).join('')}`);
const unit = (x: tf.Tensor) => tf.div<tf.Tensor2D>(x, tf.norm(x, 'euclidean', 1, true));
for (const [name, margin] of Object.entries(margins)) {
  const shares = sizes.map((size) =>
    tf.tidy(() => {
      const make = (seed: number) => unit(tf.randomNormal([size, DIM], 0, 1, 'float32', seed));
      const [images, captions, away] = [make(1), make(2), make(3)] as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
      const hardCaptions = unit(tf.add(tf.mul(captions, 0.9), tf.mul(away, Math.sqrt(1 - 0.81))));
      const options = { margin, logitScale: 1 / 0.07, chunkSize: 256 };
      const { hard, easy } = gradientBudget({ images, captions, hardCaptions }, options).imageToText;
      return tf.mean(tf.div(hard, tf.add(hard, easy))).dataSync()[0] ?? Number.NaN;
    }),
  );
  console.log(
    `${name.padEnd(28)}${shares.map((share) => `${(100 * share).toFixed(2)} %`.padStart(10)).join('')}`,
  );
}
