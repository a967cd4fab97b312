import { rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

// What is generated stays outside: the drawings are in the package once.
const external = ['#pictured', /^#emoji\//];

// tar-stream is bundled (NOTICE names it), so that the library installs without it. It is CommonJS and requires Node's
// own modules.
const banner = {
  js: "import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(import.meta.url);",
};

const bundles: Options[] = [
  {
    entry: { index: 'src/index.ts' },
    format: ['esm', 'cjs'],
    target: 'es2022',
    external,
  },
  {
    entry: { files: 'src/export/index.ts' },
    format: ['cjs'],
    target: 'es2022',
    platform: 'node',
    external,
    noExternal: ['tar-stream'],
  },
  {
    entry: { files: 'src/export/index.ts', cli: 'src/cli.ts' },
    format: ['esm'],
    target: 'es2022',
    platform: 'node',
    external,
    noExternal: ['tar-stream'],
    banner,
  },
];

// The declarations of all entries in one run: they are checked once, and a type that two entries name is one.
const types: Options = {
  entry: { index: 'src/index.ts', files: 'src/export/index.ts' },
  format: ['esm', 'cjs'],
  dts: { only: true },
};

export default defineConfig(({ dts }) => {
  // Chunks are named after their content: those of the last build would stay and be published. (`clean` of one
  // configuration would take the types that another has just written.) `bundle`, which makes no declarations, leaves them.
  if (dts === false) return bundles;
  rmSync('dist', { recursive: true, force: true });
  return [...bundles, types];
});
