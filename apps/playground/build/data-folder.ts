import { cpSync, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { Plugin } from 'vite';

/** Brings `generated/data`, which scripts made, to the page as `data/`. */
export function dataFolder(): Plugin {
  let [from, to] = ['', ''];
  return {
    name: 'data-folder',
    configResolved({ root, build }) {
      from = join(root, 'generated', 'data');
      to = join(root, build.outDir, 'data');
      if (!existsSync(from)) {
        throw new Error('generated/data is missing; run npm run generate -w @slipform/playground.');
      }
    },
    configureServer({ middlewares }) {
      middlewares.use('/data', (request, response, next) => {
        const path = normalize(decodeURIComponent((request.url ?? '').split('?')[0]!));
        readFile(join(from, path)).then(
          (bytes) => {
            if (path.endsWith('.json')) response.setHeader('Content-Type', 'application/json');
            response.end(bytes);
          },
          () => next(),
        );
      });
    },
    closeBundle() {
      if (this.environment.config.command === 'build') cpSync(from, to, { recursive: true });
    },
  };
}
