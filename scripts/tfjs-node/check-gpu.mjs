#!/usr/bin/env node
// For a machine with an NVIDIA GPU: installs tfjs-node-gpu on CUDA 12, then runs on the GPU the tests of all backends, the
// golden table and the yardstick. Nobody of Slipform has had such a machine yet.
//
//   npm ci && npm run build && node scripts/tfjs-node/check-gpu.mjs [--without-gpu]
//
// It needs a driver for CUDA 12 (525.60 or newer), 2.4 GB of downloads and 5 GB of disk; a quarter of an hour. Exit 77: there
// is no GPU, or something to install with is missing; --without-gpu goes on, and the same library computes on the processor.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({ options: { 'without-gpu': { type: 'boolean', default: false } } });
const root = resolve(import.meta.dirname, '..', '..');

function run(command, args, env = {}, stdout = 'inherit') {
  const child = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, TF_FORCE_GPU_ALLOW_GROWTH: 'true', ...env },
    stdio: ['ignore', stdout, 'inherit'],
    encoding: 'utf8',
  });
  if (child.status !== 0) {
    console.error(`check-gpu: ${command} ${args.join(' ')} ended with ${child.signal ?? child.status}`);
    process.exit(child.status ?? 1);
  }
  return child.stdout?.trim();
}

const folder = run(process.execPath, ['scripts/tfjs-node/install.mjs', '--gpu'], {}, 'pipe');
const asks = `const tf = require('${folder}/node_modules/@tensorflow/tfjs-node-gpu'); console.log(tf.backend().isUsingGpuDevice);`;
const hasGpu = run(process.execPath, ['-e', asks], {}, 'pipe') === 'true';
console.log(
  hasGpu ? 'TensorFlow uses the GPU.' : 'TensorFlow finds no GPU; the lines above say what it looked for.',
);
if (!hasGpu && !options['without-gpu']) process.exit(77);

// Products of float32 numbers, and sums in one order: what the tests ask for.
const exact = { NVIDIA_TF32_OVERRIDE: '0', TF_DETERMINISTIC_OPS: '1' };
const on = { SLIPFORM_TFJS_NODE: folder, TF_CPP_MIN_LOG_LEVEL: '1' };
run('npx', ['vitest', 'run', '--project', 'backends'], { ...on, ...exact, SLIPFORM_BACKENDS: 'node-gpu' });
const bench = (name) => ['run', name, '-w', '@slipform/clip', '--', '--gpu'];
run('npm', bench('bench:tfjs-node-golden'), { ...on, ...exact });
run('npm', bench('bench:tfjs-node'), on);
