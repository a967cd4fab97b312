import { defineConfig } from 'vite';
import { dataFolder } from './build/data-folder.ts';
import { offline } from './build/offline.ts';
import { policy } from './build/policy.ts';

export default defineConfig({
  // Relative addresses: the built folder works under any path.
  base: './',
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        // By this name `offline` knows what only some machines need.
        chunkFileNames: ({ moduleIds }) =>
          `assets/${moduleIds.some((id) => /tfjs-backend-web(gl|gpu)/.test(id)) ? 'gpu-' : ''}[name]-[hash].js`,
      },
    },
  },
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  plugins: [policy(), dataFolder(), offline()],
});
