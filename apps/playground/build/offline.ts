import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Files that are kept when they have been loaded, and not before: wasm for browsers without SIMD, what computes on a graphics
 * card, the miner with its word graph, and emoji.
 */
const later = /tfjs-backend-wasm-(?!simd)|^assets\/(gpu|emoji|plant-worker)-/;

/**
 * Writes `service-worker.js` beside the page: the template of this folder with the list of what was built, so that the page
 * opens without a network. Its text changes with any file, which is how a browser sees that there is a new version.
 */
export function offline(): Plugin {
  let folder = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved({ root, build }) {
      folder = join(root, build.outDir);
    },
    closeBundle() {
      const all = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
        .filter((file) => file !== 'service-worker.js')
        .sort();
      const [lazy, files] = [all.filter((file) => later.test(file)), all.filter((file) => !later.test(file))];
      const hash = createHash('sha256');
      for (const file of files) hash.update(`${file} `).update(readFileSync(join(folder, file)));
      const page = readFileSync(join(folder, 'index.html'), 'utf8');
      const [entry] = page.match(/assets\/index-[\w-]+\.js/) ?? [];
      if (entry === undefined) throw new Error('unreachable: index.html loads its script from assets/');
      const hashed = (list: readonly string[]) =>
        Object.fromEntries(list.map((file) => [file, hashOf(readFileSync(join(folder, file)))]));
      const settings = {
        version: hash.digest('hex').slice(0, 16),
        entry,
        files: hashed(files.filter((file) => file !== 'index.html')),
        later: hashed(lazy),
      };
      const template = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8');
      const text = template.replace('__SETTINGS__', () => JSON.stringify(settings));
      writeFileSync(join(folder, 'service-worker.js'), text);
    },
  };
}

/** As `build/service-worker.js` makes it: half of SHA-256, since it guards against accidents alone. */
function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
