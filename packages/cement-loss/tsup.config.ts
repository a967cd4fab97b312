import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm', 'cjs'],
  dts: { entry: 'src/index.ts' },
  clean: true,
  // Rollup merges each module's imports of tfjs-core into one.
  treeshake: true,
  target: 'es2022',
});
