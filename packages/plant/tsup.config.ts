import { copyFile } from 'node:fs/promises';
import { defineConfig, type Options } from 'tsup';

// The word graph is 3 MB: all formats load the one copy that lies beside them, so that it ships once.
const sharedGraph: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'shared-graph',
  setup(build) {
    build.onResolve({ filter: /generated\/wordnet$/ }, () => ({ path: './wordnet.cjs', external: true }));
  },
};

export default defineConfig([
  {
    entry: ['src/index.ts'],
    format: ['esm', 'cjs'],
    dts: true,
    target: 'es2022',
    esbuildPlugins: [sharedGraph],
    onSuccess: () => copyFile('generated/wordnet.cjs', 'dist/wordnet.cjs'),
  },
  {
    entry: ['src/cli.ts'],
    format: ['esm'],
    target: 'es2022',
    platform: 'node',
    esbuildPlugins: [sharedGraph],
  },
]);
