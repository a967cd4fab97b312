import { rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { defineConfig, type Options } from 'tsup';

// The command's chunks are named after their content: those of the last build would stay and be published.
rmSync('dist', { recursive: true, force: true });

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
    entry: { cli: 'src/cli.ts', 'mine-worker': 'src/workers/mine-worker.ts' },
    format: ['esm'],
    target: 'es2022',
    platform: 'node',
    esbuildPlugins: [sharedGraph],
    // What the command alone needs is bundled into it (NOTICE names it), so that the library installs without it.
    noExternal: [
      'commander',
      'cli-progress',
      'csv-parse',
      '@streamparser/json',
      'hyparquet',
      'hyparquet-writer',
      'hyparquet-compressors',
      'tar-stream',
    ],
    // The CommonJS ones require Node's own modules.
    banner: {
      js: "import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(import.meta.url);",
    },
  },
]);
