// npm run bench:tfjs-node-golden: the golden cases of the losses on TensorFlow and on wasm: how far value and gradient are from the golden file.
//
//   export SLIPFORM_TFJS_NODE=$(node scripts/tfjs-node/install.mjs)            with --gpu on a machine with CUDA
//   npm run build && npm run bench:tfjs-node-golden -w @slipform/clip -- [--gpu] [--update-docs]
//
// Exit 1 where a difference is 1e-5 or more, the bound of the tests.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backend } from '@tensorflow/tfjs-core';
import {
  cementCases,
  deviations,
  type GoldenCase,
  peerCases,
} from '../../packages/cement-loss/src/testing/golden';
import { useBackend } from '../../packages/clip/src/index';
import { tfjsNodeEntry, tfjsNodeFolder } from './import-tfjs-node';
import { alignMarkdown } from './yardstick/align';
import { updateDocs } from './yardstick/update-docs';

const { values: options } = parseArgs({
  options: { gpu: { type: 'boolean', default: false }, 'update-docs': { type: 'boolean', default: false } },
});
const name = options.gpu ? 'node-gpu' : 'node';
const folder = tfjsNodeFolder('bench:tfjs-node-golden');
process.env.TF_CPP_MIN_LOG_LEVEL ??= '1';
await import(tfjsNodeEntry(folder, name));
const bound = 1e-5;

await useBackend(name);
const used = backend() as unknown as { isUsingGpuDevice: boolean; binding: { TF_Version: string } };
const title = `TensorFlow ${used.binding.TF_Version}${used.isUsingGpuDevice ? ' on the GPU' : ''}`;
const found = await worstOf(name);
const wasm = await worstOf('wasm');
const rows = [...found].map(([golden, [value, gradient]]) => {
  const [wasmValue = Number.NaN, wasmGradient = Number.NaN] = wasm.get(golden) ?? [];
  return [golden, ...[value, gradient, wasmValue, wasmGradient].map((x) => x.toExponential(1))];
});
const head = ['case', `${title}: value`, 'gradient', 'wasm: value', 'gradient'];
const table = `${alignMarkdown([head, ...rows])}\n\nLargest difference from the golden file over its largest entry; of the gradients the worst. Tests ask for less than ${bound}.`;
console.log(table);
if (options['update-docs']) {
  const page = join(import.meta.dirname, '../../packages/clip/docs/tfjs-node.md');
  await updateDocs(page, table, 'bench:tfjs-node-golden');
}
if ([...found.values()].flat().some((x) => !(x < bound))) process.exitCode = 1;

async function worstOf(backendName: string): Promise<Map<string, [value: number, gradient: number]>> {
  await useBackend(backendName);
  const worst = new Map<string, [number, number]>();
  for (const golden of [...cementCases, ...peerCases]) worst.set(golden.name, await worstOfCase(golden));
  return worst;
}

/** Over the ways of computing it: the whole matrix, and chunks of one and of four rows. */
async function worstOfCase(golden: GoldenCase): Promise<[number, number]> {
  let [value, gradient] = [0, 0];
  for (const chunkSize of [undefined, 1, 4]) {
    const { loss = Number.NaN, ...gradients } = await deviations(golden, chunkSize);
    value = Math.max(value, loss);
    gradient = Math.max(gradient, ...Object.values(gradients));
  }
  return [value, gradient];
}
