import '@tensorflow/tfjs-backend-wasm';
import { setBackend, ready, memory } from '@tensorflow/tfjs-core';
import { dumpYardstick } from '/work/wt/clip-kernels/packages/clip/bench/yardstick-files';
import { ourTrainer } from '/work/wt/clip-kernels/packages/clip/bench/yardstick-model';
import { useWasmKernels } from '/work/wt/clip-kernels/packages/clip/src/wasm-kernels/index';
const y = dumpYardstick({ width: 128, layers: 4, heads: 4, image: 56, patch: 8, length: 16, vocab: 1024, embed: 128 }, '/tmp/ck/dump');
await setBackend('wasm'); await ready();
const go = (label: string, n: number) => {
  const before = memory().numTensors;
  const t = ourTrainer(y, 32); const losses = []; const times = [];
  for (let i = 0; i < n; i++) { const c = process.cpuUsage(); const s = performance.now(); losses.push(t.step()); const d = process.cpuUsage(c); times.push([performance.now() - s, (d.user + d.system) / 1e3]); }
  t.dispose();
  const med = (k: number) => times.map(x => x[k]).sort((a, b) => a - b)[times.length >> 1];
  console.log(label, losses.slice(0,12).map(x => x.toFixed(5)).join(' '), 'wall', med(0).toFixed(1), 'cpu', med(1).toFixed(1), 'best', Math.min(...times.map(x => x[0])).toFixed(1), 'leak', memory().numTensors - before);
};
go('tuned', 12);
const k = await useWasmKernels(); console.log(k.variant, k.reason ?? '');
go('kernels', 24);
k.remove();
if (k.variant !== 'simd') { const k2 = await useWasmKernels({ relaxed: false }); console.log(k2.variant); go('kernels simd', 24); }
