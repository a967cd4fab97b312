import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { cli: 'src/cli.ts', worker: 'src/machine/worker.ts' },
  format: ['esm'],
  target: 'es2022',
  platform: 'node',
  clean: true,
  // cli-progress is CommonJS and requires Node's own modules.
  banner: {
    js: "import { createRequire as createRequireHere } from 'node:module';\nconst require = createRequireHere(import.meta.url);",
  },
});
