import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts', registry: 'src/registry/index.ts', webgpu: 'src/webgpu/index.ts' },
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  target: 'es2022',
});
