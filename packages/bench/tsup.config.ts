import { rmSync } from 'node:fs';
import { defineConfig } from 'tsup';

// Chunks are named after their content: those of the last build would stay and be published. (`clean` of one
// configuration would take the types that another has just written.)
rmSync('dist', { recursive: true, force: true });

// What reads files brings its parsers with it (NOTICE names them), so that the library installs without them.
const noExternal = ['hyparquet', 'hyparquet-compressors', 'csv-parse'];

export default defineConfig([
  {
    // One configuration, so that the entries share what they have in common.
    entry: {
      index: 'src/index.ts',
      report: 'src/report/index.ts',
      probes: 'src/probes/index.ts',
      audit: 'src/audit/index.ts',
    },
    format: ['esm', 'cjs'],
    // import.meta.url in the CommonJS form.
    shims: true,
    target: 'es2022',
  },
  {
    entry: { files: 'src/files/index.ts' },
    format: ['esm', 'cjs'],
    target: 'es2022',
    platform: 'node',
    noExternal,
  },
  {
    // The command runs from the package's own bin only, so it needs no CommonJS form.
    entry: { cli: 'src/cli.ts' },
    format: ['esm'],
    target: 'es2022',
    platform: 'node',
    noExternal: [...noExternal, 'hyparquet-writer', 'brace-expansion', 'tar-stream', 'tinyglobby'],
    // The CommonJS ones require Node's own modules.
    banner: {
      js: "import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(import.meta.url);",
    },
  },
  // The declarations of all entries in one run: they are checked once, and a type that two entries name is one.
  {
    entry: {
      index: 'src/index.ts',
      report: 'src/report/index.ts',
      probes: 'src/probes/index.ts',
      audit: 'src/audit/index.ts',
      files: 'src/files/index.ts',
    },
    format: ['esm', 'cjs'],
    dts: { only: true },
  },
]);
