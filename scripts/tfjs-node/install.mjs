#!/usr/bin/env node
// A working tfjs-node where its own install script cannot download: from the npm registry and PyPI alone.
//
//   node scripts/tfjs-node/install.mjs [PROJECT] [--gpu]
//
// It prints a folder whose node_modules hold @tensorflow/tfjs-node and @tensorflow/tfjs-node-gpu with their native part:
// TensorFlow's library out of a wheel of PyPI, and the addon, compiled from the source that the npm package brings.
// Both compute on the CPU; with --gpu, tfjs-node-gpu alone, on CUDA 12 (3 GB more). PROJECT is a folder of yours
// in whose node_modules npm install --ignore-scripts has put one of the two: it gets the same native part.
//
// Everything is kept in a cache, by version: SLIPFORM_CACHE, or else slipform in the user's folder of caches. A second run
// finds it there. It needs Linux on x86-64, npm, a pip (any Python ≥ 3.8) and a C++ compiler. Exit 77: something of this is
// missing here, and the last line of stderr says what; 1: it went wrong; 2: wrong usage.
import { parseArgs } from 'node:util';
import { MissingHere } from '../kept.mjs';
import { nativePart } from './native-part.mjs';
import { putInto } from './put-into.mjs';
import { variants } from './variants.mjs';

const usage = 'usage: node scripts/tfjs-node/install.mjs [PROJECT] [--gpu]';

function parsed() {
  try {
    const { values, positionals } = parseArgs({
      options: { gpu: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    if (positionals.length > 1) throw new Error('there can be one PROJECT');
    return { gpu: values.gpu, project: positionals[0] };
  } catch (error) {
    console.error(`tfjs-node: ${error.message}; ${usage}`);
    process.exit(2);
  }
}

const { gpu, project } = parsed();
try {
  const folder = await nativePart(gpu ? variants.gpu : variants.cpu);
  if (project !== undefined) await putInto(project, folder);
  if (project !== undefined)
    console.error(`tfjs-node: ${project} has TensorFlow's library and the addon now`);
  console.log(project ?? folder);
} catch (error) {
  console.error(`tfjs-node: ${error.message}`);
  process.exitCode = error instanceof MissingHere ? 77 : 1;
}
