import { defineConfig } from 'tsup';

// What is generated stays outside: the drawings are in the package once.
const external = ['#sprites', '#keywords', '#drawings'];

export default defineConfig([
  {
    entry: { index: 'src/index.ts', scenes: 'src/scenes/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    clean: true,
    // import.meta.url in the CommonJS form.
    shims: true,
    target: 'es2022',
    external,
  },
  {
    // The command and its worker run from the package's own bin only, so they need no CommonJS form.
    entry: {
      cli: 'src/cli.ts',
      'arm-worker': 'src/experiment/arm-worker.ts',
      'cell-worker': 'src/experiment/cells/cell-worker.ts',
    },
    format: ['esm'],
    target: 'es2022',
    external,
  },
]);
