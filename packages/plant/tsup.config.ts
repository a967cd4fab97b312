import { rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { defineConfig, type Options } from 'tsup';

// The word graph is 3 MB, the table of captions 270 kB: all formats load the one copy that lies beside them.
const sharedData: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'shared-data',
  setup(build) {
    build.onResolve({ filter: /generated\/(wordnet|captions)$/ }, ({ path }) => ({
      path: `./${basename(path)}.cjs`,
      external: true,
    }));
  },
};

const library: Options = {
  entry: { index: 'src/index.ts', relations: 'src/relations.ts' },
  target: 'es2022',
  platform: 'browser',
  esbuildPlugins: [sharedData],
};

export default defineConfig(({ dts }) => {
  // The command's chunks are named after their content: those of the last build would stay and be published. `bundle`, which
  // makes no declarations, leaves them.
  if (dts !== false) rmSync('dist', { recursive: true, force: true });
  return [
    {
      ...library,
      format: ['esm', 'cjs'],
      dts: true,
      async onSuccess() {
        for (const name of ['wordnet.cjs', 'captions.cjs'])
          await copyFile(`generated/${name}`, `dist/${name}`);
      },
    },
    {
      entry: { cli: 'src/cli.ts', 'mine-worker': 'src/workers/mine-worker.ts' },
      format: ['esm'],
      target: 'es2022',
      platform: 'node',
      esbuildPlugins: [sharedData],
      async onSuccess() {
        // Engines other than DuckDB read it, too.
        await copyFile('src/natural/partners.sql', 'dist/partners.sql');
      },
      // What the command alone needs is bundled into it (NOTICE names it), so that the library installs without it.
      noExternal: [
        'brace-expansion',
        'commander',
        'cli-progress',
        'csv-parse',
        'hyparquet',
        'hyparquet-writer',
        'hyparquet-compressors',
        'tar-stream',
        'tinyglobby',
      ],
      // The CommonJS ones require Node's own modules.
      banner: {
        js: "import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(import.meta.url);",
      },
    },
  ];
});
