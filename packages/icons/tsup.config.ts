import { rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

// tar-stream is bundled (NOTICE names it), so that the library installs without it. It is CommonJS and requires Node's
// own modules.
const banner = {
  js: "import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(import.meta.url);",
};

// The declarations of all entries in one run: they are checked once, and a type that two entries name is one.
const types: Options = {
  entry: { index: 'src/index.ts', files: 'src/files/index.ts' },
  format: ['esm', 'cjs'],
  dts: { only: true },
};

export default defineConfig(({ dts }) => {
  // Chunks are named after their content: those of the last build would stay and be published. (`clean` of one
  // configuration would take what another has just written.) `bundle`, which makes no declarations, leaves them.
  if (dts !== false) rmSync('dist', { recursive: true, force: true });
  return [
    { entry: { index: 'src/index.ts' }, format: ['esm', 'cjs'], target: 'es2022' },
    {
      entry: { files: 'src/files/index.ts' },
      format: ['cjs'],
      target: 'es2022',
      platform: 'node',
      noExternal: ['tar-stream'],
      shims: true,
    },
    {
      entry: { files: 'src/files/index.ts', cli: 'src/cli.ts' },
      format: ['esm'],
      target: 'es2022',
      platform: 'node',
      noExternal: ['tar-stream'],
      banner,
    },
    ...(dts === false ? [] : [types]),
  ];
});
