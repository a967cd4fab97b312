import { defineConfig } from 'tsup';

export default defineConfig([
  {
    entry: { index: 'src/index.ts', 'wasm-kernels': 'src/wasm-kernels/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    target: 'es2022',
  },
  { entry: ['src/cli.ts'], format: ['esm'], target: 'es2022', platform: 'node' },
]);
