import '@tensorflow/tfjs-backend-wasm';
import { setBackend, ready, memory } from '@tensorflow/tfjs-core';
import { dumpYardstick } from './yardstick-files';
import { ourTrainer } from './yardstick-model';
import { timeKernels } from './kernel-times';
import { useWasmKernels } from '../src/wasm-kernels/index';
const y = dumpYardstick({ width: 128, layers: 4, heads: 4, image: 56, patch: 8, length: 16, vocab: 1024, embed: 128 }, '/tmp/ck/dump');
await setBackend('wasm'); await ready();
const profile = (label: string) => {
  const t = ourTrainer(y, 32); for (let i = 0; i < 6; i++) t.step();
  const { spent, stop } = timeKernels(); const c = process.cpuUsage(); const s = performance.now(); const n = 10;
  for (let i = 0; i < n; i++) t.step();
  const wall = (performance.now() - s) / n; const d = process.cpuUsage(c); stop(); t.dispose();
  console.log(label, 'wall', wall.toFixed(1), 'cpu', ((d.user + d.system) / 1e3 / n).toFixed(1));
  let sum = 0;
  for (const [name, r] of [...spent].sort((a, b) => b[1].ms - a[1].ms).slice(0, 22)) { console.log(name.padEnd(30), (r.ms / n).toFixed(2).padStart(8), (r.calls / n).toFixed(0).padStart(5), r.flops ? (r.flops / r.ms / 1e6).toFixed(1) + ' GF/s ' + (r.flops / n / 1e9).toFixed(2) : ''); sum += r.ms / n; }
  console.log('outside', (wall - sum).toFixed(2));
};
if (process.argv[2] === 'tuned') profile('tuned');
const k = await useWasmKernels(); console.log(k.variant, k.reason ?? '');
profile('kernels');
