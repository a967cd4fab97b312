import { availableParallelism } from 'node:os';
import { join } from 'node:path';
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
const chromium = playwright({ launchOptions: chromiumLaunchOptions });

/** A test ends or hangs; a busy machine must not decide which. This much means that it hangs. */
const testTimeout = 30 * 60_000;
const patience = { testTimeout, hookTimeout: testTimeout };

// A list names each file, in braces too: scripts/test-lists.test.ts fails where one of the names is no file, and where a
// file's code needs a list that it isn't on.

/** Packages of plain functions over tables, whose import (a word graph, a tagger) takes longer than most of their tests. */
const plainTests = [
  'packages/{bench,concreteness,icons,plant,scenes}/src/**/*.test.ts',
  'packages/concreteness/fit/**/*.test.ts',
  'packages/plant/measure/**/*.test.ts',
];

/** Their files that leave something behind for the next: spies, the state of the process, tfjs's engine, child processes. */
export const apart = [
  'packages/bench/src/cli.test.ts',
  'packages/bench/src/clients/onnx.test.ts',
  'packages/bench/src/audit-files/{audit-figures,audit-files}.test.ts',
  'packages/bench/src/commands/{audit,options,outputs,probe,published,start-backend}.test.ts',
  'packages/bench/src/encoders/{cache-identity,transformers-encoder}.test.ts',
  'packages/bench/src/{files/files,probes/probes}.test.ts',
  'packages/concreteness/src/{cli,linear-work}.test.ts',
  'packages/icons/src/{commands/command,readme}.test.ts',
  'packages/plant/src/{command,file-system,resume}.test.ts',
  'packages/plant/src/{clients/outputs,corpus/corpus-stats}.test.ts',
  'packages/plant/src/files/read-captions.test.ts',
  'packages/plant/src/run/fit-file.test.ts',
  'packages/plant/src/run/{mine-file,mine-folder,pairs-file,site-files}.test.ts',
  'packages/scenes/src/command.test.ts',
];

/** What runs on WebGPU in Node, on a GPU or on software Vulkan: every op, loss, layout and step, and an encoder. */
export const onWebGpu = [
  'packages/cement-loss/src/golden.test.ts',
  'packages/clip/src/ops/*.test.ts',
  'packages/clip/src/weights/golden.test.ts',
  'packages/clip/src/gradients/cached-gradients.test.ts',
  'packages/clip/src/training/adamw.test.ts',
  'packages/clip/src/encoder/create-encoder.test.ts',
  'packages/clip/src/**/*.webgpu.test.ts',
];

/** What can run on the backends that SLIPFORM_BACKENDS lists, in place of what every machine has. */
export const onAnyBackend = [
  'packages/cement-loss/src/golden.test.ts',
  'packages/clip/src/backend/use-tfjs-node.test.ts',
  'packages/clip/src/encoder/{create-encoder,load-encoder}.test.ts',
  'packages/clip/src/gradients/cached-gradients.test.ts',
  'packages/clip/src/model/{create-clip,image-stem,texts-by-length}.test.ts',
  'packages/clip/src/ops/*.test.ts',
  'packages/clip/src/training/{adamw,tf-optimizer,train-clip}.test.ts',
  'packages/clip/src/training/observers/{checkpoint,metrics-file}.test.ts',
  'packages/clip/src/weights/golden.test.ts',
  'packages/clip/src/zeroshot/classify.test.ts',
];

/** tfjs-node lies in a folder of its own, which scripts/tfjs-node/install.mjs makes and SLIPFORM_TFJS_NODE names. */
const tfjsNode = ['@tensorflow/tfjs-node', '@tensorflow/tfjs-node-gpu'].map((name) => ({
  find: new RegExp(`^${name}$`),
  replacement: join(process.env.SLIPFORM_TFJS_NODE ?? '', 'node_modules', name, 'dist', 'index.js'),
}));

const otherTests = [
  'packages/{cement-loss,clip,tfjs-kernels}/src/**/*.test.ts',
  'internal/*/src/**/*.test.ts',
  '{lab,apps/*}/src/**/*.test.ts',
  'lab/speed/**/*.test.ts',
  '{examples,scripts}/*.test.ts',
];
const node = {
  environment: 'node',
  exclude: ['**/node_modules/**', '**/*.{browser,page,torture,webgpu}.test.ts', 'examples/pages.test.ts'],
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
        test: { ...node, name: 'node', include: [...plainTests, ...otherTests] },
      },
      {
        // `npm test` runs these two instead: half of a file's time can be the import of what it tests, and what leaves
        // nothing behind shares one.
        test: { ...node, name: 'apart', include: [...apart, ...otherTests] },
      },
      {
        test: {
          ...node,
          name: 'sharing',
          include: plainTests,
          exclude: [...node.exclude, ...apart],
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
          include: process.env.SLIPFORM_BACKENDS ? onAnyBackend : [],
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
        // `.ci/run webgpu`, since it needs a Vulkan driver.
        test: {
          name: 'webgpu',
          environment: 'node',
          include: onWebGpu,
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
          include: ['examples/pages.test.ts', '{packages,apps}/*/src/**/*.page.test.ts'],
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
