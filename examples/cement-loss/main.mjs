// Trains two linear adapters on frozen embeddings, once with InfoNCE and once with Cement, and shows where the
// gradient goes before and after. Run: npm start
//
// The embeddings are synthetic: each picture shows one of 60 objects in one of 8 states. The object speaks
// loudly in the embeddings, the state softly, and drowned in a nuisance that differs from picture to picture.
// The hard-negative caption of a picture names the same object in another state. A batch rarely holds an object
// twice, so InfoNCE hardly needs the state; hard negatives do.
import { adaptiveMargin, cementLoss, gradientBudget, infoNceLoss, noMargin } from '@slipform/cement-loss';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';

const [DIM, EMBED, BATCH, STEPS] = [64, 64, 64, 500];
const OBJECTS = 60;
const STATES = 8;

await tf.setBackend('wasm');

// tfjs-core registers no gradients of its own, so the linear layer brings its own (x: [N, D], w: [D, E]).
const linear = tf.customGrad((x, w, save) => {
  save([x, w]);
  return {
    value: tf.matMul(x, w),
    gradFunc: (dy, [x, w]) => [tf.matMul(dy, tf.transpose(w)), tf.matMul(tf.transpose(x), dy)],
  };
});

let seed = 0;
const normal = (shape, deviation = 1) => tf.randomNormal(shape, 0, deviation, 'float32', ++seed);
const draw = (count, below) =>
  Array.from(tf.tidy(() => tf.floor(tf.randomUniform([count], 0, below, 'float32', ++seed)).dataSync()));

// How objects and states look, and how they are worded: two unrelated codes, as in two separate towers.
const looks = { objects: normal([OBJECTS, DIM]), states: normal([STATES, DIM], 0.1) };
const words = { objects: normal([OBJECTS, DIM]), states: normal([STATES, DIM], 0.1) };
// The more concrete a state, the better it can be seen.
const CONCRETENESS = [1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];

function makeBatch(size) {
  const objects = draw(size, OBJECTS);
  const states = draw(size, STATES);
  const others = draw(size, STATES - 1).map((step, i) => (states[i] + 1 + step) % STATES);
  return tf.tidy(() => {
    const embed = (code, object, state, noise) =>
      tf.add(
        tf.add(
          tf.gather(code.objects, tf.tensor1d(object, 'int32')),
          tf.gather(code.states, tf.tensor1d(state, 'int32')),
        ),
        normal([size, DIM], noise),
      );
    return {
      images: embed(looks, objects, states, 0.15),
      captions: embed(words, objects, states, 0.05),
      hardCaptions: embed(words, objects, others, 0.05),
      concreteness: tf.tensor1d(others.map((state) => CONCRETENESS[state])),
    };
  });
}

function train(loss) {
  seed = 100; // The same weights and batches for every loss.
  const weights = [DIM, DIM].map((dim) => tf.variable(normal([dim, EMBED], 1 / Math.sqrt(dim))));
  const optimizer = tf.train.adam(0.003);
  const adapt = (batch) => ({
    ...batch,
    images: linear(batch.images, weights[0]),
    captions: linear(batch.captions, weights[1]),
    hardCaptions: linear(batch.hardCaptions, weights[1]),
  });
  const before = report(adapt);
  for (let step = 0; step < STEPS; step++) {
    const batch = makeBatch(BATCH);
    optimizer.minimize(() => loss(adapt(batch)), false, weights);
    tf.dispose(batch);
  }
  const after = report(adapt);
  tf.dispose(weights);
  optimizer.dispose();
  return { before, after };
}

// On 512 fresh pictures: does the picture prefer its caption to the hard one, and to all other captions? And in a
// batch of the training size: what is the gradient share of the own hard one?
function report(adapt) {
  return tf.tidy(() => {
    const { images, captions, hardCaptions } = adapt(makeBatch(512));
    const unit = (x) => tf.div(x, tf.norm(x, 'euclidean', 1, true));
    const similar = (a, b) => tf.sum(tf.mul(unit(a), unit(b)), 1);
    const right = similar(images, captions);
    const hardAccuracy = tf.mean(tf.cast(tf.greater(right, similar(images, hardCaptions)), 'float32'));
    const all = tf.matMul(unit(images), tf.transpose(unit(captions)));
    const recall = tf.mean(tf.cast(tf.equal(tf.argMax(all, 1), tf.range(0, 512, 1, 'int32')), 'float32'));

    // Without a margin, so that both losses are measured with one yardstick.
    const { pull, hard } = gradientBudget(adapt(makeBatch(BATCH)), { margin: noMargin() }).imageToText;
    return {
      'hard caption beaten': hardAccuracy.dataSync()[0],
      'recall@1 of 512': recall.dataSync()[0],
      'gradient share of the own hard negative': tf.div(tf.mean(hard), tf.mean(pull)).dataSync()[0],
    };
  });
}

const losses = {
  InfoNCE: (batch) => infoNceLoss(batch),
  Cement: (batch) => cementLoss(batch, { margin: adaptiveMargin({ max: 2 }) }),
};
for (const [name, loss] of Object.entries(losses)) {
  const { before, after } = train(loss);
  console.log(`${name}, ${STEPS} steps of ${BATCH} pairs`);
  for (const key of Object.keys(before)) {
    console.log(`  ${key}: ${before[key].toFixed(3)} before, ${after[key].toFixed(3)} after`);
  }
}
console.log(
  'The share after training is smaller under Cement: what a model tells apart already needs no gradient.',
);
