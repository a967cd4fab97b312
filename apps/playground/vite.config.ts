import { defineConfig } from 'vite';
import { dataFolder } from './build/data-folder.ts';
import { offline } from './build/offline.ts';
import { policy } from './build/policy.ts';

export default defineConfig({
  // Relative addresses: the built folder works under any path.
  base: './',
  // Vite looks for dependencies before it opens: found later, when a worker starts, they would make it load the page again.
  // Plant is a package of the workspace, which Vite takes for sources; its tables are CommonJS, which no browser imports.
  optimizeDeps: {
    entries: ['index.html', 'src/**/*-worker.ts'],
    include: ['@slipform/plant', '@slipform/plant/blob', '@slipform/plant/relations'],
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        // By this name `offline` knows what only some machines need.
        chunkFileNames({ moduleIds }) {
          const has = (pattern: RegExp) => moduleIds.some((id) => pattern.test(id));
          const sort = has(/tfjs-backend-web(gl|gpu)/)
            ? 'gpu-'
            : has(/scenes.generated.emoji/)
              ? 'emoji-'
              : '';
          return `assets/${sort}[name]-[hash].js`;
        },
      },
    },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    // The parts of rooms are small: one file of them, and not one for each set of rooms that has some in common.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'parts', test: /src[\\/]parts[\\/]/ }] } },
    },
  },
  plugins: [policy(), dataFolder(), offline()],
});
