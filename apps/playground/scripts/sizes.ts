// What a first visit loads of the built page, as a table.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) =>
  file.replaceAll('\\', '/'),
);
/** A file of scripts and those that it imports at once. */
function withImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const text = readFileSync(join(dist, file), 'utf8');
  for (const [, name] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
    withImports(`assets/${name}`, found);
  }
  return found;
}
const scripts = files.filter((file) => /^assets\/(index|search-room)-.*\.js$/.test(file));
const page = new Set(scripts.flatMap((file) => [...withImports(file)]));
const parts: readonly (readonly [string, RegExp | ReadonlySet<string>])[] = [
  ['page and room', page],
  ['their styles', /^index\.html$|^assets\/(index|search-room)-.*\.css$/],
  ['worker and wasm', /^assets\/(search-worker-.*\.js|tfjs-backend-wasm-simd-.*)$/],
  ['text tower', /^data\/words-/],
  ['vectors', /^data\/.*-vectors-/],
  ['names', /^data\/.*-names-/],
  ['drawings, as they are shown', /^data\/(?!words-|drawings-).*-\d+-[0-9a-f]+\.json$/],
  ['image tower, for the first drawing', /^data\/drawings-/],
];
console.log('| part | files | MB | MB compressed |\n| --- | --: | --: | --: |');
for (const [title, pattern] of parts) {
  const contents = files
    .filter((file) => (pattern instanceof RegExp ? pattern.test(file) : pattern.has(file)))
    .map((file) => readFileSync(join(dist, file)));
  const sum = (sizes: readonly number[]) => (sizes.reduce((a, b) => a + b, 0) / 1e6).toFixed(2);
  const packed = contents.map((content) => gzipSync(content).length);
  console.log(
    `| ${title} | ${contents.length} | ${sum(contents.map(({ length }) => length))} | ${sum(packed)} |`,
  );
}
