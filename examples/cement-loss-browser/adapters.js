// Two linear adapters on a frozen encoder's embeddings, trained with a loop written by hand. All of it is
// @tensorflow/tfjs-core and one loss, so that it runs on whatever backend is there.
import { gradientBudget } from '@slipform/cement-loss';
import * as tf from '@tensorflow/tfjs-core';

const BATCH = 128;

// tfjs-core registers no gradients, so the linear layer brings its own (x: [N, width], w: [width, D]).
const linear = tf.customGrad((x, w, save) => {
  save([x, w]);
  return {
    value: tf.matMul(x, w),
    gradFunc: (dy, [x, w]) => [tf.matMul(dy, tf.transpose(w)), tf.matMul(tf.transpose(x), dy)],
  };
});

/** The cache as tensors; the adapters start as the encoder's own projections. */
export function readCache({ projections, train, test }) {
  const rows = ({ images, otherImages, captions, hardCaptions }) => ({
    images: tf.tensor2d(images),
    otherImages: tf.tensor2d(otherImages),
    captions: tf.tensor2d(captions),
    hardCaptions: tf.tensor2d(hardCaptions),
  });
  return {
    projections: [projections.visual, projections.text].map((weights) =>
      tf.tidy(() => tf.transpose(tf.tensor2d(weights))),
    ),
    train: { ...rows(train), concreteness: tf.tensor1d(train.concreteness) },
    test: rows(test),
    kinds: test.kinds,
  };
}

/**
 * Trains and yields `{ step, loss, hardShare }` now and then: the loss, and which share of the push on negatives the
 * own hard captions get. Returns the adapters; dispose them.
 *
 * @param loss From a batch to a scalar, e.g. `(batch) => cementLoss(batch)`.
 */
export async function* trainAdapters({ train, projections }, loss, { steps, every, learningRate = 0.003 }) {
  const [image, text] = projections.map((weights) => tf.variable(weights));
  const optimizer = tf.train.adam(learningRate);
  const size = train.images.shape[0];
  const batchAt = (step) => {
    const rows = tf.cast(tf.floor(tf.randomUniform([BATCH], 0, size, 'float32', step + 1)), 'int32');
    return {
      images: linear(tf.gather(train.images, rows), image),
      captions: linear(tf.gather(train.captions, rows), text),
      hardCaptions: linear(tf.gather(train.hardCaptions, rows), text),
      concreteness: tf.gather(train.concreteness, rows),
    };
  };
  const hardShare = (step) =>
    tf.tidy(() => {
      const { hard, easy } = gradientBudget(batchAt(step), { loss }).imageToText;
      return tf.mean(tf.div(hard, tf.add(hard, easy)));
    });
  for (let step = 0; step < steps; step++) {
    const value = optimizer.minimize(() => loss(batchAt(step)), true, [image, text]);
    if (step % every === 0 || step === steps - 1) {
      const share = hardShare(step);
      yield { step, loss: (await value.data())[0], hardShare: (await share.data())[0] };
      share.dispose();
    }
    value.dispose();
  }
  optimizer.dispose();
  return [image, text];
}

/**
 * The share of pairs of pictures that get their own captions, by kind of change: the two right pairs have larger cosines in sum than
 * the two wrong ones, so that what is near to everything counts for nothing.
 */
export async function judge({ test, kinds }, [image, text]) {
  const margins = tf.tidy(() => {
    const embed = (rows, weights) => {
      const x = tf.matMul(rows, weights);
      return tf.div(x, tf.norm(x, 'euclidean', 1, true));
    };
    const captions = tf.sub(embed(test.captions, text), embed(test.hardCaptions, text));
    const images = tf.sub(embed(test.images, image), embed(test.otherImages, image));
    return tf.sum(tf.mul(images, captions), 1);
  });
  const gaps = await margins.data();
  margins.dispose();
  const found = {};
  kinds.forEach((kind, index) => {
    found[kind] ??= { right: 0, asked: 0 };
    found[kind].asked += 1;
    if (gaps[index] > 0) found[kind].right += 1;
  });
  return found;
}
