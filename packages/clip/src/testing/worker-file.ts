import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Workers made of the sources as they are, for the tests of a file: their file is bundled before the first and removed
 * after the last.
 *
 * @param source of their file, in TypeScript, with paths from this package's `src`
 */
export function sourceWorkers(
  source = "import { serveClip } from './workers'; serveClip();",
): (options?: WorkerOptions) => Worker {
  let folder: string;
  let file: URL;
  beforeAll(async () => {
    // Below the package, where the backends are found.
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    folder = mkdtempSync(join(root, 'node_modules', '.worker-test-'));
    const outfile = join(folder, 'worker.mjs');
    await build({
      stdin: { contents: source, resolveDir: join(root, 'src'), loader: 'ts' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      external: ['@tensorflow/*'],
      tsconfig: join(root, 'tsconfig.json'),
      outfile,
    });
    file = pathToFileURL(outfile);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return (options) => new Worker(file, options);
}

/**
 * Workers of the sources, of which one that is ended while it has no job goes on for the next test, without a tensor or a
 * listener of the test before: a thread's start takes longer than most of what it does here. A busy one ends.
 */
export function keptWorkers(): () => Worker {
  const create = sourceWorkers(`
    import { parentPort } from 'node:worker_threads';
    import { disposeVariables } from '@tensorflow/tfjs-core';
    import { serveClip } from './workers';
    parentPort!.on('message', ({ job }) => job.kind === 'open' && disposeVariables());
    serveClip();`);
  const idle: Worker[] = [];
  const ends: (() => Promise<number>)[] = [];
  afterAll(() => Promise.all(ends.map((end) => end())));
  const start = () => {
    const worker = create();
    const post = worker.postMessage.bind(worker);
    const terminate = worker.terminate.bind(worker);
    let ended: Promise<number> | undefined;
    const end = () => {
      ended ??= terminate();
      return ended;
    };
    ends.push(end);
    let jobs = 0;
    const count = (message: object) => {
      if (!('note' in message)) jobs -= 1;
    };
    worker.on('message', count);
    return Object.assign(worker, {
      postMessage(...sent: Parameters<typeof post>) {
        jobs += 1;
        post(...sent);
      },
      terminate() {
        // Once it ends, its listeners stay: one of them waits for the end.
        if (jobs > 0 || ended) return end();
        for (const event of ['message', 'messageerror', 'error', 'exit']) worker.removeAllListeners(event);
        worker.on('message', count);
        idle.push(worker);
        return Promise.resolve(0);
      },
    });
  };
  return () => idle.pop() ?? start();
}
