/** What a user of the packed package does, on the cpu backend; prints the same by import and by require. */
export async function use(load) {
  const tf = await load('@tensorflow/tfjs-core');
  await load('@tensorflow/tfjs-backend-cpu');
  tf.enableProdMode(); // the cpu backend's advertisement for tfjs-node would go to stderr
  await tf.setBackend('cpu');
  const clip = await load('@slipform/clip');
  const { useWasmKernels } = await load('@slipform/clip/wasm-kernels');
  return {
    loss: (await train(tf, clip, 0)).toPrecision(3),
    worker: Object.keys(await load('@slipform/clip/worker')),
    average: Object.keys(await load('@slipform/clip/average')),
    backend: tf.getBackend(),
    kernels: (await useWasmKernels()).variant, // none on cpu
    functions: Object.keys(clip)
      .filter((name) => /^(create|load|save|train|adamW)/.test(name))
      .sort(),
  };
}

/** What reads files; and two threads, which need no file of the user's in Node, have the loss of this one. */
export async function useInNode(load) {
  const tf = await load('@tensorflow/tfjs-core');
  const clip = await load('@slipform/clip');
  const [alone, together] = [await train(tf, clip, 0), await train(tf, clip, 2)];
  const data = Object.keys(await load('@slipform/clip/data'));
  return { data, workersTrainAlike: Math.abs(together - alone) < 1e-5 };
}

/** The loss after two steps. */
async function train(tf, { adamW, createClip, trainClip }, workers) {
  const tower = { width: 8, layers: 1, heads: 2 };
  const image = { ...tower, imageSize: 4, patchSize: 2 };
  const text = { ...tower, vocabularySize: 9, contextLength: 3 };
  const images = Float32Array.from({ length: 3 * 48 }, (_, i) => Math.sin(i * i));
  const tokens = [1, 2, 3].map((word) => [7, word, 8]);
  const product = tf.customGrad((a, b, save) => {
    save([a, b]);
    return {
      value: tf.sum(tf.mul(a, b)),
      gradFunc: (dy, [x, y]) => [tf.mul(y, dy), tf.mul(x, dy)],
    };
  });
  const { loss } = await trainClip({
    model: createClip({ embeddingSize: 4, image, text }),
    data: () => ({ images, tokens }),
    loss: (batch) => product(batch.images, batch.captions),
    optimizer: adamW({ learningRate: 1e-3 }),
    steps: 2,
    workers,
  });
  return loss;
}
