#!/usr/bin/env node
// Puts the commands of the miner and of the benchmarks, with all that they need, into the Python package:
// integrations/python/src/slipform/programs. Build @slipform/plant and @slipform/bench first. `npm run pack` calls it; the folder is in no commit.
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');
const plant = join(root, 'packages/plant');
const bench = join(root, 'packages/bench');
const programs = join(root, 'integrations/python/src/slipform/programs');

/** Bundles it, and returns its bytes. */
export async function bundlePrograms() {
  await rm(programs, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: {
      plant: join(plant, 'dist/cli.js'),
      'mine-worker': join(plant, 'dist/mine-worker.js'),
      bench: join(bench, 'dist/cli.js'),
    },
    outdir: programs,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    metafile: true,
    logLevel: 'error',
    // Only `pairs`, models of TypeScript and cut pictures need them; who uses those installs them.
    external: [
      '@duckdb/node-api',
      '@slipform/clip',
      '@tensorflow/*',
      '@huggingface/transformers',
      'sharp',
      'canvas',
    ],
    banner: {
      js: "import{createRequire as bundledRequire}from'node:module';const require=bundledRequire(import.meta.url);",
    },
  });
  await copyFile(join(plant, 'dist/partners.sql'), join(programs, 'partners.sql'));
  await writeFile(join(programs, 'NOTICE'), await noticeOf(Object.keys(metafile.inputs)));
  await writeFile(join(programs, 'package.json'), '{ "type": "module" }\n');
  return Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The packages' notices, and the licences of what stands outside of their own bundles. */
async function noticeOf(inputs) {
  const folders = new Set(inputs.flatMap((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? []));
  const texts = await Promise.all([plant, bench].map((each) => readFile(join(each, 'NOTICE'), 'utf8')));
  for (const folder of [...folders].sort()) {
    const name = folder.replace(/^.*node_modules\//, '');
    const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
    if (!name.startsWith('@slipform/') && file)
      texts.push(`${name}\n\n${await readFile(join(folder, file), 'utf8')}`);
  }
  return texts.join('\n');
}

if (process.argv[1] === import.meta.filename) {
  console.log(`${programs}: ${((await bundlePrograms()) / 2 ** 20).toFixed(1)} MB`);
}
