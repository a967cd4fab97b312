import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { bundleScript } from '@slipform/kit/testing/bundle-script';
import { temporaryFolder } from '@slipform/kit/testing/temporary-folder';
import { beforeAll, expect, test } from 'vitest';
import { has, relaxedSimd, wideVectors } from './v8-flags';

const folder = temporaryFolder();
const script = join(folder, 'worker.mjs');
const THREADS = 4;
const TIMES = 100;

beforeAll(() =>
  bundleScript(
    `import { parentPort } from 'node:worker_threads';
     import { bestVariant, compileKernels } from ${JSON.stringify(join(import.meta.dirname, 'compile-kernels'))};
     const variants = Array.from({ length: ${TIMES} }, () => bestVariant(true, true));
     const { variant } = await compileKernels('relaxed-simd', false, true);
     parentPort.postMessage({ variants, compiled: variant });`,
    script,
  ),
);

test.skipIf(!has(relaxedSimd) && !has(wideVectors))(
  'threads that ask V8 for more at the same time all have it',
  async () => {
    const found = await Promise.all(
      Array.from({ length: THREADS }, async () => {
        const worker = new Worker(script);
        const [message] = await once(worker, 'message');
        await worker.terminate();
        return message;
      }),
    );
    expect(found.map(({ compiled }) => compiled)).toEqual(Array(THREADS).fill('relaxed-simd'));
    expect(found.flatMap(({ variants }) => variants)).toEqual(Array(THREADS * TIMES).fill('relaxed-simd'));
  },
);
