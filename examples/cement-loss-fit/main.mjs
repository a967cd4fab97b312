// Trains a model of tfjs-layers with the Cement loss by compile and fit. Run: npm start
//
// The model takes an image's features, its caption's and a hard-negative caption's, brings each through a linear
// tower (the captions share one) and ends in one output that holds the three embeddings beside each other: that is
// how asLayersLoss gets at all of them. The targets carry the concreteness of the changed words.
import { adaptiveMargin, asLayersLoss, cementLoss, layersTargets } from '@slipform/cement-loss';
import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-wasm';

const [PAIRS, FEATURES, DIM] = [512, 48, 32];
await tf.setBackend('wasm');

// A caption is its picture's features in other words (a fixed rotation) and noise; a hard caption differs from it in
// a few directions.
const normal = (shape, deviation, seed) => tf.randomNormal(shape, 0, deviation, 'float32', seed);
const images = normal([PAIRS, FEATURES], 1, 1);
const words = normal([FEATURES, FEATURES], 1 / Math.sqrt(FEATURES), 2);
const captions = tf.add(tf.matMul(images, words), normal([PAIRS, FEATURES], 0.2, 3));
const hardCaptions = tf.add(captions, normal([PAIRS, FEATURES], 0.5, 4));
const concreteness = Array.from({ length: PAIRS }, (_, i) => 1 + (i % 5));

const tower = (name, seed) =>
  tfl.layers.dense({ units: DIM, name, kernelInitializer: tfl.initializers.glorotNormal({ seed }) });
const [imageTower, textTower] = [tower('image_tower', 5), tower('text_tower', 6)];
const [image, caption, hard] = ['image', 'caption', 'hard'].map((name) =>
  tfl.input({ shape: [FEATURES], name }),
);
const model = tfl.model({
  inputs: [image, caption, hard],
  outputs: tfl.layers
    .concatenate()
    .apply([imageTower.apply(image), textTower.apply(caption), textTower.apply(hard)]),
});
model.compile({
  optimizer: tf.train.adam(0.01),
  loss: asLayersLoss((batch) => cementLoss(batch, { margin: adaptiveMargin({ max: 2 }) })),
});

const { history } = await model.fit(
  [images, captions, hardCaptions],
  layersTargets({ concreteness }, 3 * DIM),
  { epochs: 10, batchSize: 64, shuffle: false, verbose: 0 },
);
console.log(`Cement loss, ${PAIRS} pairs, batches of 64`);
for (const epoch of [0, 4, 9]) console.log(`  epoch ${epoch + 1}: ${history.loss[epoch].toFixed(3)}`);
