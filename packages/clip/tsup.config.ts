import { rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

// What the Node entries alone need is bundled into them (NOTICE names it), so that the library installs without it.
const bundled = [
  'brace-expansion',
  'csv-parse',
  'hyparquet',
  'hyparquet-writer',
  'hyparquet-compressors',
  'tar-stream',
  'tinyglobby',
];
const node: Options = { target: 'es2022', platform: 'node', noExternal: bundled };

const library = {
  index: 'src/index.ts',
  average: 'src/average.ts',
  'wasm-kernels': 'src/wasm-kernels.ts',
  worker: 'src/workers/index.ts',
};

// The declarations of all entries in one run, so that they share a chunk: a class with a private member that is
// declared twice is two types, and what loadEncoder returns would not be what trainingData takes.
const types: Options = {
  entry: { ...library, data: 'src/data/index.ts' },
  format: ['esm', 'cjs'],
  dts: { only: true },
};

export default defineConfig(({ dts }) => {
  // Chunks are named after their content: those of the last build would stay and be published. (`clean` of one
  // configuration would take what another has just written.) `bundle`, which makes no declarations, leaves them.
  if (dts !== false) rmSync('dist', { recursive: true, force: true });
  return [
    {
      // The file of a worker in Node is a module, whichever format starts it.
      entry: { ...library, 'worker-thread': 'src/workers/worker-thread.ts' },
      format: ['esm'],
      target: 'es2022',
    },
    // `shims` is `import.meta.url` in CommonJS, beside which the threads' files lie.
    { entry: library, format: ['cjs'], target: 'es2022', shims: true },
    {
      ...node,
      entry: { cli: 'src/cli.ts', data: 'src/data/index.ts', 'decode-worker': 'src/data/decode-worker.ts' },
      format: ['esm'],
      // tar-stream is CommonJS and requires Node's own modules.
      banner: {
        js: "import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(import.meta.url);",
      },
    },
    { ...node, entry: { data: 'src/data/index.ts' }, format: ['cjs'], shims: true },
    ...(dts === false ? [] : [types]),
  ];
});
