import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import clip from './packages/clip/package.json' with { type: 'json' };
import kernels from './packages/tfjs-kernels/package.json' with { type: 'json' };

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
// Node 20 and 22 can abort where a thread ends while marking starts (internal/kit/src/threads/node-thread.ts); Vitest ends threads too.
if (Number.parseInt(process.versions.v8, 10) <= 12) setFlagsFromString('--no-incremental-marking');

const chromium = playwright({ launchOptions: chromiumLaunchOptions });

/** A test ends or hangs; a busy machine must not decide which. This much means that it hangs. */
const testTimeout = 30 * 60_000;
const patience = { testTimeout, hookTimeout: testTimeout };

// A test's suffix says what it needs: `.process` a process of its own, `.backends` and `.slow-backends` run on any backend,
// `.webgpu`, `.browser`, `.page` and `.torture` only there. scripts/test-kinds.test.ts fails where a suffix is missing.

/** Rooms of plain functions in packages that have others too. */
const plainFolders = [
  'internal/kit/src/{captions,formats,options,random,text}',
  'lab/src/{statistics,views}',
];

/** Plain functions, whose import (a word graph, a tagger) or whose process takes longer to start than most of their tests run. */
const plainTests = [
  'packages/{bench,concreteness,icons,plant,scenes}/src/**/*.test.ts',
  'packages/plant/measure/**/*.test.ts',
  ...plainFolders.map((folder) => `${folder}/**/*.test.ts`),
];

/** tfjs-node lies in a folder of its own, which scripts/tfjs-node/install.mjs makes and SLIPFORM_TFJS_NODE names. */
const tfjsNode = ['@tensorflow/tfjs-node', '@tensorflow/tfjs-node-gpu'].map((name) => ({
  find: new RegExp(`^${name}$`),
  replacement: join(process.env.SLIPFORM_TFJS_NODE ?? '', 'node_modules', name, 'dist', 'index.js'),
}));

/** What starts processes, spies, or changes its process and puts it back. Those of bench start backends of tfjs, which stay. */
const processTests = ['packages/{concreteness,icons,plant,scenes}/src/**/*.process.test.ts'];
const apartTests = [
  'packages/bench/src/**/*.process.test.ts',
  'packages/{cement-loss,clip,tfjs-kernels}/src/**/*.test.ts',
  '{lab,apps/*}/src/**/*.test.ts',
  'lab/speed/**/*.test.ts',
  'internal/*/src/**/*.test.ts',
  '{examples,scripts}/*.test.ts',
];
const node = {
  environment: 'node',
  exclude: ['**/node_modules/**', '**/*.{browser,page,torture,webgpu}.test.ts'],
  ...patience,
};

export default defineConfig({
  test: {
    // By default one less than there are cores, which on two is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    teardownTimeout: testTimeout,
    projects: [
      {
        // Every test in Node, each file by itself: for work on some of them.
        test: { ...node, name: 'node', include: [...plainTests, ...processTests, ...apartTests] },
      },
      {
        // `npm test` runs these three instead: half of a file's time can be the import of what it tests, and what leaves
        // nothing behind shares one.
        test: {
          ...node,
          name: 'apart',
          include: apartTests,
          exclude: [...node.exclude, ...plainFolders.map((folder) => `${folder}/**`)],
        },
      },
      {
        test: {
          ...node,
          name: 'processes',
          include: processTests,
          isolate: false,
          setupFiles: ['internal/kit/src/testing/same-process.ts'],
        },
      },
      {
        test: {
          ...node,
          name: 'sharing',
          include: plainTests,
          exclude: [...node.exclude, '**/*.process.test.ts'],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        // What runs on any backend, on those that SLIPFORM_BACKENDS lists. `.ci/run tensorflow` is one use.
        resolve: { alias: tfjsNode },
        test: {
          ...node,
          name: 'backends',
          include: process.env.SLIPFORM_BACKENDS
            ? ['packages/*/src/**/*.{backends,slow-backends}.test.ts']
            : [],
          setupFiles: ['packages/clip/src/testing/start-chosen-backend.ts'],
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
        // `.ci/run engines`: Slurm, Spark, Ray and GNU parallel run the launchers of examples/cluster.
        test: {
          name: 'engines',
          environment: 'node',
          include: ['scripts/engines/*.test.ts'],
          globalSetup: 'scripts/engines/global-setup.ts',
          ...patience,
        },
      },
      {
        // `.ci/run webgpu`, since it needs a Vulkan driver. Those of `.slow-backends` take too long where the processor is the GPU.
        test: {
          name: 'webgpu',
          environment: 'node',
          include: ['packages/*/src/**/*.{backends,webgpu}.test.ts'],
          setupFiles: ['packages/clip/src/testing/start-chosen-backend.ts'],
          env: { SLIPFORM_BACKENDS: 'webgpu' },
          ...patience,
        },
      },
      {
        // Examples and reports that are pages, opened in Chromium.
        test: {
          name: 'pages',
          environment: 'node',
          include: ['{packages,apps}/*/src/**/*.page.test.ts'],
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
            ...Object.keys({ ...clip.devDependencies, ...kernels.devDependencies }).filter((name) =>
              name.startsWith('@tensorflow/'),
            ),
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
