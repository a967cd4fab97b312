import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { cementCases, keepSearchCases, peerCases } from './testing/golden';
import { describeGolden, describeOthers } from './testing/on-backend';

setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': threaded,
});

// cpu is the same JavaScript as in Node. webgpu runs whole in Node; here one case of each layout, since a page brings its own GPU.
const adaptive = cementCases.filter(({ name }) => /^\w+, adaptive margin$/.test(name));
for (const [backend, cases] of [
  ['wasm', [...cementCases, ...keepSearchCases, ...peerCases]],
  ['webgl', [...cementCases, ...keepSearchCases, ...peerCases]],
  ['webgpu', adaptive],
] as const) {
  describeGolden(backend, cases);
  if (backend === 'webgl') describeOthers(backend);
}
