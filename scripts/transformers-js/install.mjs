#!/usr/bin/env node
// @huggingface/transformers (JavaScript) for the tests that run it, in a folder that is kept: it brings ONNX Runtime for all
// platforms, 475 MB, so that it is no dependency of this repository. No install script of a package runs.
//
//   node scripts/transformers-js/install.mjs
//
// It prints the folder, in whose node_modules the package lies. SLIPFORM_CACHE names where it is kept, or else slipform in
// the user's folder of caches; a second run finds it there. Exit 77: npm could not get it, and the last line of stderr says why.
import { copyFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { complaint, runCommand } from '../tfjs-node/run-command.mjs';
import { wholeFolder } from '../tfjs-node/whole-folder.mjs';
import project from './project/package.json' with { type: 'json' };

const version = project.dependencies['@huggingface/transformers'];
const cache = resolve(
  process.env.SLIPFORM_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'slipform'),
);
try {
  const folder = await wholeFolder(join(cache, `transformers-js-${version}`), async (place) => {
    for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
      await copyFile(join(import.meta.dirname, 'project', file), join(place, file));
    }
    await runCommand('npm', ['ci', '--ignore-scripts', '--loglevel=error'], { cwd: place });
  });
  console.log(folder);
} catch (error) {
  console.error(`transformers-js: npm could not get it: ${complaint(error.said || error.message)}`);
  process.exitCode = 77;
}
