import { defineConfig } from 'tsup';

export default defineConfig([
  {
    entry: ['src/index.ts'],
    format: ['esm', 'cjs'],
    dts: true,
    target: 'es2022',
    // One committed file beside dist that both formats load, so that the package carries the table once.
    external: [/\/table\/estimates\.js$/],
  },
  {
    entry: ['src/cli.ts'],
    format: ['esm'],
    target: 'es2022',
    platform: 'node',
    // Everything the command needs is bundled into it, so that the package has no dependencies.
    noExternal: ['commander'],
    external: [/\/table\/estimates\.js$/],
    // commander is CommonJS and requires Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
  },
]);
