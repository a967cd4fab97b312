import { rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

// What reads files brings its parsers with it (NOTICE names them), so that the library installs without them.
const noExternal = ['hyparquet', 'hyparquet-compressors', 'csv-parse'];

// The declarations of all entries in one run: they are checked once, and a type that two entries name is one.
const types: Options = {
  entry: {
    index: 'src/index.ts',
    report: 'src/report/index.ts',
    probes: 'src/probes/index.ts',
    audit: 'src/audit/index.ts',
    files: 'src/files/index.ts',
  },
  format: ['esm', 'cjs'],
  dts: { only: true },
};

export default defineConfig(({ dts }) => {
  // Chunks are named after their content: those of the last build would stay and be published. (`clean` of one
  // configuration would take what another has just written.) `bundle`, which makes no declarations, leaves them.
  if (dts !== false) rmSync('dist', { recursive: true, force: true });
  return [
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
      noExternal: [...noExternal, 'brace-expansion', 'tar-stream', 'tinyglobby'],
      // The CommonJS ones require Node's own modules.
      banner: {
        js: "import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(import.meta.url);",
      },
    },
    ...(dts === false ? [] : [types]),
  ];
});
