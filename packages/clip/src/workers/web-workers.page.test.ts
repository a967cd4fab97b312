import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumLaunchOptions } from '../../../../vitest.config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The files of a user's page, who bundles them by Vite: they import the packages as they are built. */
const files = {
  'index.html': '<!doctype html><title>training</title><script type="module" src="main.js"></script>',
  'wasm.js': `
    import { env } from '@tensorflow/tfjs-core';
    import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
    import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
    import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
    import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plain,
      'tfjs-backend-wasm-simd.wasm': simd,
      'tfjs-backend-wasm-threaded-simd.wasm': threaded,
    });
    // tfjs's own threads, which an isolated page has, don't survive that Vite makes names short.
    env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);`,
  'worker.js': `
    import './wasm.js';
    import { serveClip } from '@slipform/clip/worker';
    serveClip();
    addEventListener('message', ({ data }) => { if (data === 'close') close(); });`,
  'main.js': `
    import './wasm.js';
    import { infoNceLoss } from '@slipform/cement-loss';
    import { adamW, createClip, trainClip, useBackend } from '@slipform/clip';
    import { useWasmKernels } from '@slipform/clip/wasm-kernels';
    import { memory } from '@tensorflow/tfjs-core';

    const tower = { width: 16, layers: 2, heads: 2 };
    const config = {
      embeddingSize: 8,
      image: { ...tower, imageSize: 8, patchSize: 4 },
      text: { ...tower, vocabularySize: 20, contextLength: 6 },
    };
    const images = Float32Array.from({ length: 7 * 192 }, (_, i) => Math.sin((1 + Math.floor(i / 192)) * 0.7 * (i % 192)));
    const tokens = Array.from({ length: 7 }, (_, pair) => [18, 2 + pair, 12, 19]);

    window.train = async ({ count, kernels, closeAt }) => {
      await useBackend('wasm');
      const installed = kernels ? await useWasmKernels() : undefined;
      const before = memory().numTensors;
      const model = createClip(config, { seed: 1 });
      const optimizer = adamW({ learningRate: 1e-2 });
      const workers = [];
      const create = () => {
        const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
        workers.push(worker);
        return worker;
      };
      const losses = [];
      let error;
      await trainClip({
        model, optimizer, steps: 6,
        data: () => ({ images, tokens }),
        loss: (batch, options) => infoNceLoss(batch, options),
        workers: count === 0 ? 0 : { count, create },
        observe: [({ step, loss }) => {
          losses.push(loss);
          if (step === closeAt) workers[0].postMessage('close');
        }],
      }).catch((thrown) => { error = thrown.message; });
      const weights = [...model.parameters.values()].flatMap((x) => Array.from(x.dataSync()));
      optimizer.dispose();
      model.dispose();
      installed?.remove();
      return { losses, weights, error, started: workers.length, leaked: memory().numTensors - before, isolated: crossOriginIsolated };
    };`,
};

interface Trained {
  readonly losses: readonly number[];
  readonly weights: readonly number[];
  readonly error?: string;
  readonly started: number;
  readonly leaked: number;
  readonly isolated: boolean;
}

describe('trainClip in a page with web workers', () => {
  let folder: string;
  let browser: Browser;
  const servers: PreviewServer[] = [];
  beforeAll(async () => {
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    folder = mkdtempSync(join(root, 'node_modules', '.page-test-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    await build({ root: folder, logLevel: 'error', worker: { format: 'es' }, build: { target: 'es2022' } });
    browser = await chromium.launch(chromiumLaunchOptions);
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** A page whose memory threads can share, or not. */
  async function open(isolated: boolean) {
    const headers = isolated
      ? { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
      : {};
    const server = await preview({
      root: folder,
      logLevel: 'error',
      preview: { port: 0, host: '127.0.0.1', headers },
    });
    servers.push(server);
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}/`);
    await page.waitForFunction('window.train !== undefined');
    const train = (options: object) => page.evaluate<Trained>(`window.train(${JSON.stringify(options)})`);
    return { train, errors };
  }

  it('trains as one thread does', async () => {
    const { train, errors } = await open(true);
    for (const kernels of [true, false]) {
      const alone = await train({ count: 0, kernels });
      const two = await train({ count: 2, kernels });
      expect(two).toMatchObject({ isolated: true, started: 2, leaked: 0 });
      expect(two.error).toBeUndefined();
      expect(two.losses).toHaveLength(6);
      for (const [step, loss] of two.losses.entries()) {
        expect(Math.abs(loss / alone.losses[step]! - 1)).toBeLessThan(1e-5);
      }
      expect(two.losses[5]).toBeLessThan(two.losses[0]!);
      expect((await train({ count: 2, kernels })).weights).toEqual(two.weights);
    }
    expect(errors).toEqual([]);
  });

  it('asks for the headers without which threads share no memory', async () => {
    const { train } = await open(false);
    expect(await train({ count: 2, kernels: false })).toMatchObject({
      error: expect.stringMatching(/^trainClip: workers need memory that threads share; serve the page with/),
      ...{ isolated: false, started: 0, leaked: 0 },
    });
  });

  it('says that a worker is gone, which no event says', async () => {
    const { train } = await open(true);
    const closed = await train({ count: 2, kernels: true, closeAt: 2 });
    expect(closed.error).toMatch(/^trainClip: worker 1 of 2 failed: it has ended, at step [34];/);
    expect(closed.leaked).toBe(0);
  });
});
