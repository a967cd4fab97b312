import { rmSync } from 'node:fs';
import { defineConfig } from 'tsup';

// Chunks are named after their content: those of the last build would stay and be published. (`clean` of one
// configuration would take the types that another has just written.)
rmSync('dist', { recursive: true, force: true });

// What is generated stays outside: the drawings are in the package once.
const external = ['#sprites', '#pictured', /^#emoji\//];

// tar-stream is bundled (NOTICE names it), so that the library installs without it. It is CommonJS and requires Node's
// own modules.
const banner = {
  js: "import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(import.meta.url);",
};

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      illustrate: 'src/illustrate/index.ts',
    },
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
  // The declarations of all entries in one run: they are checked once, and a type that two entries name is one.
  {
    entry: {
      index: 'src/index.ts',
      illustrate: 'src/illustrate/index.ts',
      files: 'src/export/index.ts',
    },
    format: ['esm', 'cjs'],
    dts: { only: true },
  },
]);
