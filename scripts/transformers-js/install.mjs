#!/usr/bin/env node
// @huggingface/transformers (JavaScript) for the tests that run it, in a folder that is kept: it brings ONNX Runtime for all
// platforms, 475 MB, so that it is no dependency of this repository. No install script of a package runs.
//
//   node scripts/transformers-js/install.mjs
//
// It prints the folder, in whose node_modules the package lies. SLIPFORM_CACHE names where it is kept, or else slipform in
// the user's folder of caches; a second run finds it there. Exit 77: npm could not get it, and the last line of stderr says why.
import { join } from 'node:path';
import { complaint, npmProject } from '../kept.mjs';
import project from './project/package.json' with { type: 'json' };

const version = project.dependencies['@huggingface/transformers'];
try {
  console.log(await npmProject(`transformers-js-${version}`, join(import.meta.dirname, 'project')));
} catch (error) {
  console.error(`transformers-js: npm could not get it: ${complaint(error.said || error.message)}`);
  process.exitCode = 77;
}
