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
