import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import clip from './packages/clip/package.json' with { type: 'json' };

// Debian's Chromium by default; CHROMIUM_PATH names another. WebGPU runs on the software adapter.
export const chromiumLaunchOptions = {
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  timeout: 0,
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

/** A test ends or hangs; a busy machine must not decide which. This much means that it hangs. */
const testTimeout = 30 * 60_000;
const patience = { testTimeout, hookTimeout: testTimeout };

export default defineConfig({
  test: {
    // By default one less than there are cores, which on two is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    teardownTimeout: testTimeout,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: [
            '{packages,internal}/*/{src,fit}/**/*.test.ts',
            'lab/src/**/*.test.ts',
            '{examples,scripts}/*.test.ts',
          ],
          exclude: ['**/*.{browser,page,torture}.test.ts', 'examples/pages.test.ts'],
          ...patience,
        },
      },
      {
        // What takes minutes: a hundred kills, thousands of damaged files. `npm run test:torture`.
        test: {
          name: 'torture',
          environment: 'node',
          include: ['{packages,internal}/*/src/**/*.torture.test.ts'],
          ...patience,
        },
      },
      {
        // Examples and reports that are pages, opened in Chromium.
        test: {
          name: 'pages',
          environment: 'node',
          include: ['examples/pages.test.ts', 'packages/*/src/**/*.page.test.ts'],
          ...patience,
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
            ...Object.keys(clip.devDependencies).filter((name) => name.startsWith('@tensorflow/')),
          ],
        },
        test: {
          name: 'browser',
          include: ['packages/*/src/**/*.browser.test.ts'],
          ...patience,
          browser: {
            enabled: true,
            provider: chromium,
            headless: true,
            connectTimeout: testTimeout,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
