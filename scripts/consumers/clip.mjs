/** What a user of the packed package does, on the cpu backend; prints the same by import and by require. */
export async function use(load) {
  const tf = await load('@tensorflow/tfjs-core');
  await load('@tensorflow/tfjs-backend-cpu');
  tf.enableProdMode(); // the cpu backend's advertisement for tfjs-node would go to stderr
  await tf.setBackend('cpu');
  const clip = await load('@slipform/clip');
  const { useWasmKernels } = await load('@slipform/clip/wasm-kernels');
  return {
    workersTrainAlike: await trainWithWorkers(tf, clip),
    worker: Object.keys(await load('@slipform/clip/worker')),
    backend: tf.getBackend(),
    kernels: (await useWasmKernels()).variant, // none on cpu
    functions: Object.keys(clip)
      .filter((name) => /^(create|load|save|train|adamW)/.test(name))
      .sort(),
    data: Object.keys(await load('@slipform/clip/data')),
  };
}

/** The steps made, and whether two threads have the loss of this one. */
async function trainWithWorkers(tf, { adamW, createClip, trainClip }) {
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
  const losses = [];
  for (const workers of [0, 2]) {
    const { loss } = await trainClip({
      model: createClip({ embeddingSize: 4, image, text }),
      data: () => ({ images, tokens }),
      loss: (batch) => product(batch.images, batch.captions),
      optimizer: adamW({ learningRate: 1e-3 }),
      steps: 2,
      workers,
    });
    losses.push(loss);
  }
  return Math.abs(losses[1] - losses[0]) < 1e-5;
}
