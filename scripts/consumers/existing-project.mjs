/**
 * What a user of a project that has tfjs already does after installing the tarballs: one training step's loss and gradient
 * with the project's own tfjs, and a tiny CLIP. Prints one line, or throws.
 * Usage: node existing-project.mjs MODULE BACKEND PACKAGE…     MODULE is what the project imports as tfjs.
 */
const [module, backend, ...packages] = process.argv.slice(2);
const tf = await import(module);
if (module.endsWith('tfjs-core')) await import(`@tensorflow/tfjs-backend-${backend}`);
if (!(await tf.setBackend(backend))) throw new Error(`the backend ${backend} does not start`);
const said = [`tfjs-core ${tf.version_core}, ${backend}`];

const near = (name, found, expected) => {
  if (!(Math.abs(found - expected) <= 2e-5 * (1 + Math.abs(expected)))) {
    throw new Error(`${name} is ${found}, and should be ${expected}`);
  }
};

if (packages.includes('cement-loss')) {
  const { infoNceLoss, gradientBudget } = await import('@slipform/cement-loss');
  const [images, captions] = [3, 5].map((length) =>
    tf.tensor2d([
      [length, 0],
      [0, length + 1],
    ]),
  );
  // Two orthogonal pairs: each row's loss is ln(1 + e^(−1/τ)), and a logit of 2 pulls by 2/(1 + e²).
  const { value, grad } = tf.valueAndGrad((x) => infoNceLoss({ images: x, captions }, { logitScale: 2 }))(
    images,
  );
  const [loss] = await value.data();
  near('the loss', loss, Math.log(1 + Math.exp(-2)));
  const slopes = await grad.data();
  near('a gradient', slopes[1], 1 / 3 / (1 + Math.exp(2)));
  const { imageToText } = gradientBudget({ images, captions }, { logitScale: 2 });
  near('the budget', (await imageToText.easy.data())[0], 2 / (1 + Math.exp(2)));
  said.push(`loss ${loss.toFixed(4)}`);
}
if (packages.includes('tfjs-kernels')) {
  const { useWasmKernels } = await import('@slipform/tfjs-kernels');
  const a = tf.tensor([1, 2, 3, 4, 5, 6], [2, 3]);
  const product = () => tf.matMul(a, a, false, true).dataSync().join();
  const kernels = await useWasmKernels();
  const on = product();
  kernels.remove();
  for (const found of [on, product()])
    if (found !== '14,32,32,77') throw new Error(`matMul gives ${found}, with the kernels ${on}`);
}
if (packages.includes('clip')) {
  const { createClip, useBackend } = await import('@slipform/clip');
  const { useWasmKernels } = await import('@slipform/clip/wasm-kernels');
  await useBackend(backend);
  const { variant } = await useWasmKernels();
  if ((variant === 'none') !== (backend !== 'wasm'))
    throw new Error(`the kernels are ${variant} on ${backend}`);
  const model = createClip({
    embeddingSize: 4,
    image: { imageSize: 8, patchSize: 4, width: 8, layers: 1, heads: 1 },
    text: { vocabularySize: 9, contextLength: 4, width: 8, layers: 1, heads: 1 },
  });
  const embedded = await model.encodeTexts(tf.tensor2d([[7, 1, 8, 0]], [1, 4], 'int32')).data();
  if (embedded.length !== 4 || !embedded.every(Number.isFinite)) throw new Error(`a caption is ${embedded}`);
  said.push(`kernels ${variant}`);
}
if (packages.includes('bench')) {
  const { evaluate } = await import('@slipform/bench');
  if (typeof evaluate !== 'function') throw new Error('@slipform/bench has no evaluate');
}
console.log(said.join(', '));
