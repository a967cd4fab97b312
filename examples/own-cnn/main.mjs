// Trains a convolutional network of one's own on tfjs's wasm backend. Run: npm start
//
// It reads digits that this file draws, as on a pocket calculator: with noise, moved, in strokes of any brightness.
// Without the line with useWasmKernels it ends in "Kernel 'Conv2DBackpropFilter' not registered for backend 'wasm'".
import { useWasmKernels } from '@slipform/tfjs-kernels';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-layers'; // registers tfjs's gradients; the package @tensorflow/tfjs does it as well

await tf.setBackend('wasm');
const { variant } = await useWasmKernels();
console.log(`kernels: ${variant === 'none' ? 'none' : 'ours'}`);

const [SIZE, BATCH, STEPS] = [20, 64, 120];
// Which of the seven strokes each digit has: top, upper left and right, middle, lower left and right, bottom.
const strokes = [119, 36, 93, 109, 46, 107, 123, 37, 127, 111];
const places = [
  [0, 0, 0],
  [0, 0, 1],
  [0, 6, 1],
  [6, 0, 0],
  [6, 0, 1],
  [6, 6, 1],
  [12, 0, 0],
]; // row, column, upright

let state = 1; // the same digits in every run
function random() {
  state = (state * 16807) % 2147483647;
  return state / 2147483647;
}

function draw(count) {
  const pixels = Float32Array.from({ length: count * SIZE * SIZE }, () => 0.5 * random());
  const labels = Int32Array.from({ length: count }, () => Math.floor(10 * random()));
  labels.forEach((digit, n) => {
    const [top, left, bright] = [Math.floor(6 * random()), Math.floor(12 * random()), 0.4 + 0.6 * random()];
    for (const [at, [row, column, upright]] of places.entries()) {
      for (let i = 0; i < 7 && (strokes[digit] >> at) & 1; i++) {
        const [y, x] = [top + row + i * upright, left + column + i * (1 - upright)];
        pixels[(n * SIZE + y) * SIZE + x] += bright;
      }
    }
  });
  return [tf.tensor4d(pixels, [count, SIZE, SIZE, 1]), tf.tensor1d(labels, 'int32')];
}

const weight = (shape, seed) =>
  tf.variable(
    tf.randomNormal(shape, 0, Math.sqrt(2 / (tf.util.sizeFromShape(shape) / shape.at(-1))), 'float32', seed),
  );
const weights = [weight([5, 5, 1, 16], 1), weight([3, 3, 16, 32], 2), weight([5 * 5 * 32, 10], 3)];
const model = (x) => {
  const first = tf.maxPool(tf.relu(tf.conv2d(x, weights[0], 1, 'same')), 2, 2, 'valid');
  const second = tf.maxPool(tf.relu(tf.conv2d(first, weights[1], 1, 'same')), 2, 2, 'valid');
  return tf.matMul(tf.reshape(second, [-1, 5 * 5 * 32]), weights[2]);
};

const optimizer = tf.train.adam(0.003);
for (let step = 1; step <= STEPS; step++) {
  tf.tidy(() => {
    const [x, labels] = draw(BATCH);
    const targets = tf.oneHot(labels, 10, 1, 0, 'float32');
    const loss = optimizer.minimize(() => tf.losses.softmaxCrossEntropy(targets, model(x)), true);
    if (step === 1 || step % 40 === 0) console.log(`step ${step}: loss ${loss.dataSync()[0].toFixed(3)}`);
  });
}
const accuracy = tf.tidy(() => {
  const [x, labels] = draw(1000);
  return tf.mean(tf.cast(tf.equal(tf.argMax(model(x), 1), labels), 'float32')).dataSync()[0];
});
console.log(`right of 1,000 digits that it has not seen: ${(100 * accuracy).toFixed(1)} %`);
