/** What a user of the packed package does where there is no wasm backend: nothing changes, and it says why. */
export async function use(load) {
  const tf = await load('@tensorflow/tfjs-core');
  await load('@tensorflow/tfjs-backend-cpu');
  tf.enableProdMode(); // the cpu backend's advertisement for tfjs-node would go to stderr
  await tf.setBackend('cpu');
  const { useWasmKernels } = await load('@slipform/tfjs-kernels');
  const { useWebGpuKernels } = await load('@slipform/tfjs-kernels/webgpu');
  const { hasFusedKernel, kernelVariant } = await load('@slipform/tfjs-kernels/registry');
  const { variant, reason, remove } = await useWasmKernels();
  remove();
  return {
    ...{ variant, reason },
    webgpu: useWebGpuKernels().reason,
    fused: hasFusedKernel('linear'),
    inUse: kernelVariant(), // null on cpu
  };
}
