/** What a user of the packed package does, on the cpu backend; prints the same by import and by require. */
export async function use(load) {
  const tf = await load('@tensorflow/tfjs-core');
  await load('@tensorflow/tfjs-backend-cpu');
  tf.enableProdMode(); // the cpu backend's advertisement for tfjs-node would go to stderr
  await tf.setBackend('cpu');
  const clip = await load('@slipform/clip');
  const { useWasmKernels } = await load('@slipform/clip/wasm-kernels');
  return {
    backend: tf.getBackend(),
    kernels: (await useWasmKernels()).variant, // none on cpu
    functions: Object.keys(clip)
      .filter((name) => /^(create|load|save|train|adamW)/.test(name))
      .sort(),
    data: Object.keys(await load('@slipform/clip/data')),
  };
}
