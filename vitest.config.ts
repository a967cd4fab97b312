import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

// Debian's Chromium by default; CHROMIUM_PATH names another. WebGPU runs on the software adapter.
export const chromiumLaunchOptions = {
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--enable-unsafe-webgpu',
    '--use-webgpu-adapter=swiftshader',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
const chromium = playwright({ launchOptions: chromiumLaunchOptions });

export default defineConfig({
  test: {
    // By default one less than there are cores, which on two is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['packages/*/src/**/*.test.ts', 'examples/*.test.ts', 'scripts/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/*.page.test.ts', 'examples/pages.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Examples and reports that are pages, opened in Chromium.
        test: {
          name: 'pages',
          environment: 'node',
          include: ['examples/pages.test.ts', 'packages/*/src/**/*.page.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Found only while a test runs, a dependency would make Vite bundle it and reload the page.
        optimizeDeps: {
          include: [
            'entities',
            'fast-check',
            'fast-png',
            '@huggingface/tokenizers',
            '@observablehq/plot',
            '@tensorflow/tfjs-core',
            '@tensorflow/tfjs-backend-cpu',
            '@tensorflow/tfjs-backend-wasm',
            '@tensorflow/tfjs-backend-webgl',
            '@tensorflow/tfjs-backend-webgpu',
          ],
        },
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.browser.test.ts'],
          testTimeout: 120_000,
          browser: {
            enabled: true,
            provider: chromium,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
