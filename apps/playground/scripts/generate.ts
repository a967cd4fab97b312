// Makes what the search room loads: vectors of all icons, their names and drawings, and the model's two towers; and what the
// training room loads: small pictures with names, and questions about them.
//
//   npx tsx scripts/generate.ts            the dozen sets of the core
//   PLAYGROUND_ICONS=all npx tsx …         all of @iconify/json: after npm ci --prefix lab/corpus
//
// The same versions give the same bytes.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadEncoder, useBackend } from '@slipform/clip';
import { useWasmKernels } from '@slipform/clip/wasm-kernels';
import { openCorpus } from '@slipform/icons/files';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import type { Catalog, CatalogSet } from '../src/rooms/search/index/catalog';
import { embedIcons } from './icons/embed-icons';
import { splitTowers } from './icons/split-towers';
import { hashedFiles, writeSet } from './icons/write-set';
import { writeTraining } from './train/write-training';

/** So many drawings lie in one file: a page of results needs some dozens of these, not whole sets. */
const CHUNK = 64;

const app = fileURLToPath(new URL('..', import.meta.url));
const generated = join(app, 'generated');
const modelFolder = join(app, '../../lab/model');
const wanted = process.env.PLAYGROUND_ICONS ?? 'core';
if (wanted !== 'core' && wanted !== 'all') {
  console.error(`PLAYGROUND_ICONS must be core or all, got ${wanted}; leave it out for the core.`);
  process.exit(1);
}

const started = performance.now();
await useBackend('wasm');
// Without relaxed instructions, whose last bits differ between processors.
await useWasmKernels({ relaxed: false });
const encoder = await loadEncoder(modelFolder, { workers: 'auto' });
const width = encoder.model.config.embeddingSize;
await rm(join(generated, 'data'), { recursive: true, force: true });
const files = await hashedFiles(generated);
const corpus = await openCorpus({
  root: wanted === 'all' ? join(app, '../../lab/corpus') : app,
  sets: wanted,
});
const sets: CatalogSet[] = [];
for (const set of corpus.sets) {
  const inOrder = [...set.icons].sort((a, b) => (a.name < b.name ? -1 : 1));
  const embedded = await embedIcons(encoder, inOrder, join(app, '.cache'));
  sets.push(await writeSet(set, embedded, { width, chunk: CHUNK }, files));
}
const training = await writeTraining(corpus.sets, files, join(app, '.cache'));
await writeFileWhole(join(generated, 'training.json'), JSON.stringify(training));
const towers = await splitTowers(encoder.model, modelFolder, files);
encoder.dispose();
sets.sort((a, b) => a.count - b.count || (a.set < b.set ? -1 : 1));
const catalog: Catalog = { width, chunk: CHUNK, ...towers, sets };
await writeFileWhole(join(generated, 'catalog.json'), JSON.stringify(catalog));
const count = sets.reduce((sum, set) => sum + set.count, 0);
const seconds = (performance.now() - started) / 1000;
console.log(`${count} icons of ${sets.length} sets in ${seconds.toFixed(1)} s`);
