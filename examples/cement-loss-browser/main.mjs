// Prepares the page: runs the frozen encoder once (cache-embeddings.mjs), keeps what it said in dist/embeddings.json,
// and bundles the page and the wasm backend's binaries beside it. `npm start` then serves dist (serve.mjs).
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { cacheEmbeddings } from './cache-embeddings.mjs';

const dist = new URL('dist/', import.meta.url);
await mkdir(dist, { recursive: true });

const cache = await cacheEmbeddings();
const json = JSON.stringify(cache, (_, value) =>
  value instanceof Float32Array ? Array.from(value, (x) => Number(x.toPrecision(4))) : value,
);
await writeFile(new URL('embeddings.json', dist), json);
console.log(`${cache.train.images.length} pairs and ${cache.test.images.length} questions embedded`);

const { metafile } = await build({
  entryPoints: [fileURLToPath(new URL('page.js', import.meta.url))],
  outfile: fileURLToPath(new URL('page.js', dist)),
  bundle: true,
  minify: true,
  format: 'esm',
  metafile: true,
});
await copyFile(new URL('index.html', import.meta.url), new URL('index.html', dist));
const backend = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
for (const kind of ['', '-simd', '-threaded-simd']) {
  const name = `tfjs-backend-wasm${kind}.wasm`;
  await copyFile(join(dirname(backend), 'dist', name), new URL(name, dist));
}
const [{ bytes }] = Object.values(metafile.outputs);
console.log(`page bundled, ${Math.round(bytes / 1000)} kB with three backends`);
