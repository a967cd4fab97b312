/**
 * What a user of a project on an older tfjs does after installing the tarballs, on its backends cpu and wasm: value and
 * gradients of the losses against the golden file, the kernels, a tiny CLIP. Prints one line, or throws.
 * Usage: node older-tfjs.mjs PACKAGE…
 */
import { readFile } from 'node:fs/promises';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

const packages = process.argv.slice(2);
const loss = packages.includes('cement-loss') ? await import('@slipform/cement-loss') : undefined;
const golden = JSON.parse(await readFile(new URL('golden.json', import.meta.url), 'utf8'));
const margins = {
  none: () => loss.noMargin(),
  static: ({ kind, ...options }) => loss.staticMargin(options),
  adaptive: ({ kind, ...options }) => loss.adaptiveMargin(options),
  balanced: ({ share }) => loss.balancedMargin({ share }),
};
const peers = {
  'open_clip ClipLoss': loss?.infoNceLoss,
  'open_clip SigLipLoss': loss?.sigLipLoss,
  'TripletCLIP negclip_loss': loss?.negClipLoss,
  'TripletCLIP tripletclip_loss': loss?.tripletClipLoss,
};

tf.enableProdMode(); // the cpu backend's advertisement for tfjs-node would go to stderr
let worst = 0;
let cases = 0;
for (const backend of ['cpu', 'wasm']) {
  if (!(await tf.setBackend(backend))) throw new Error(`the backend ${backend} does not start`);
  for (const entry of loss ? [...golden.cement, ...golden.peers] : []) {
    const { name, tau, bias, concreteness, valid, groups, layout, gradients } = entry;
    // What a loss does not read has a gradient of zeros in the file.
    const parts = ['images', 'captions', 'hardCaptions', 'hardImages'].filter((part) =>
      gradients[part].flat(2).some((entry) => entry !== 0),
    );
    const before = tf.memory().numTensors;
    const inputs = parts.map((part) => tf.tensor(entry[part]));
    const { value, grads } = tf.valueAndGrads((...tensors) => {
      const batch = Object.fromEntries(parts.map((part, index) => [part, tensors[index]]));
      const options = { logitScale: 1 / tau, normalize: false };
      if (peers[name]) return peers[name](batch, bias === undefined ? options : { ...options, bias });
      const margin = margins[entry.margin.kind](entry.margin);
      return loss.cementLoss({ ...batch, concreteness, valid, groups }, { ...options, margin, layout });
    })(inputs);
    const compare = (found, expected) => {
      const largest = Math.max(...expected.map(Math.abs));
      expected.forEach((wanted, index) => {
        const off = Math.abs(found[index] - wanted) / largest;
        if (!(off < 1e-5)) throw new Error(`${name} on ${backend} is off by ${off}`);
        worst = Math.max(worst, off);
      });
    };
    compare(value.dataSync(), [entry.loss]);
    for (const [index, part] of parts.entries()) compare(grads[index].dataSync(), gradients[part].flat(2));
    tf.dispose([value, grads, inputs]);
    if (tf.memory().numTensors !== before) throw new Error(`${name} on ${backend} leaves tensors behind`);
    cases += 1;
  }
  if (packages.includes('tfjs-kernels')) {
    const { useWasmKernels } = await import('@slipform/tfjs-kernels');
    const a = tf.tensor([1, 2, 3, 4, 5, 6], [2, 3]);
    const product = () => tf.matMul(a, a, false, true).dataSync().join();
    const kernels = await useWasmKernels();
    if ((kernels.variant === 'none') !== (backend !== 'wasm'))
      throw new Error(`the kernels are ${kernels.variant} on ${backend}`);
    const on = product();
    kernels.remove();
    for (const found of [on, product()])
      if (found !== '14,32,32,77') throw new Error(`matMul gives ${found}, with the kernels ${on}`);
  }
  if (packages.includes('clip')) {
    const { createClip, useBackend } = await import('@slipform/clip');
    await useBackend(backend);
    const tower = { width: 8, layers: 1, heads: 1 };
    const model = createClip({
      embeddingSize: 4,
      image: { ...tower, imageSize: 8, patchSize: 4 },
      text: { ...tower, vocabularySize: 9, contextLength: 4 },
    });
    const embedded = await model.encodeTexts(tf.tensor2d([[7, 1, 8, 0]], [1, 4], 'int32')).data();
    if (embedded.length !== 4 || !embedded.every(Number.isFinite))
      throw new Error(`a caption is ${embedded}`);
  }
}
console.log(`tfjs-core ${tf.version_core}: ${cases} cases, off by ${worst.toExponential(1)} at most`);
