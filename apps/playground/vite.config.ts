import { defineConfig } from 'vite';
import { dataFolder } from './build/data-folder.ts';
import { offline } from './build/offline.ts';
import { policy } from './build/policy.ts';

export default defineConfig({
  // Relative addresses: the built folder works under any path.
  base: './',
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  plugins: [policy(), dataFolder(), offline()],
});
