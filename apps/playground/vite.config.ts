import { cpSync, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** Brings `generated/data`, which scripts made, to the page as `data/`. */
function dataFolder(): Plugin {
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

/**
 * What the built page may do: load from its own address and nowhere else, compile WebAssembly, show pictures that it made
 * itself. A browser refuses all other requests.
 */
const rules = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Writes the rules into the page. Not while developing, where Vite talks to the page over a socket. */
function policy(): Plugin {
  return {
    name: 'policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: rules.join('; ') },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Notes how large the miner's worker is, so that its loading has a percentage behind a server that packs it. */
function minerSize(): Plugin {
  return {
    name: 'miner-size',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const worker = Object.values(bundle).find(({ fileName }) => fileName.includes('/plant-worker-'));
        if (worker === undefined)
          throw new Error('The worker plant-worker is not among the files that were built.');
        const content = worker.type === 'chunk' ? worker.code : worker.source;
        const size = String(Buffer.byteLength(content));
        return [{ tag: 'meta', attrs: { name: 'slipform-miner', content: size }, injectTo: 'head' }];
      },
    },
  };
}

export default defineConfig({
  // Relative addresses: the built folder works under any path.
  base: './',
  // Vite looks for dependencies before it opens: found later, when a worker starts, they would make it load the page again.
  // Plant is a package of the workspace, which Vite takes for sources; its tables are CommonJS, which no browser imports.
  optimizeDeps: {
    entries: ['index.html', 'src/**/*-worker.ts'],
    include: ['@slipform/plant', '@slipform/plant/relations'],
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        // By these names the tests know what only some rooms and machines need.
        chunkFileNames({ moduleIds }) {
          const has = (pattern: RegExp) => moduleIds.some((id) => pattern.test(id));
          const sort = has(/tfjs-backend-web(gl|gpu)/)
            ? 'gpu-'
            : has(/scenes.generated.emoji/)
              ? 'emoji-'
              : '';
          return `assets/${sort}[name]-[hash].js`;
        },
      },
    },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    // The parts of rooms are small: one file of them, and not one for each set of rooms that has some in common.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'parts', test: /src[\\/]parts[\\/]/ }] } },
    },
  },
  plugins: [policy(), minerSize(), dataFolder()],
});
