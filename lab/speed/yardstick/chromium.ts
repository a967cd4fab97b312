import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, extname, join } from 'node:path';
import { chromium } from 'playwright';
import type { Programs } from './bundle';
import { processFigures } from './child-contender';
import type { Contender, Side } from './contender';
import type { WorkOrder } from './our-work';

const args = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Our side in a page of Chromium (CHROMIUM_PATH, /usr/bin/chromium), each task in a browser of its own. */
export function chromiumSide(workers: number, server: PageServer): Side {
  return {
    name: `Chromium${workers === 0 ? '' : `, ${workers} workers`}`,
    kind: 'ours',
    threads: Math.max(1, workers),
    does: () => true,
    start: ({ kind }, folder) =>
      openPage({ kind, source: `${server.url}${basename(folder)}/`, workers, way: 'kernels' }, server.url),
  };
}

async function openPage(order: WorkOrder, url: string): Promise<Contender> {
  const browser = await chromium.launchServer({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args,
  });
  const client = await chromium.connect(browser.wsEndpoint());
  const page = await client.newPage();
  page.setDefaultTimeout(0);
  await page.goto(url);
  await page.waitForFunction(() => 'yardstick' in window);
  const { kernels } = await page.evaluate((given) => window.yardstick.start(given), order);
  return {
    kernels,
    take: (steps) => page.evaluate((wanted) => window.yardstick.take(wanted), steps),
    figures: () => processFigures(browser.process().pid!),
    stop: () => browser.close(),
  };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export interface PageServer {
  /** Ends in a slash. */
  readonly url: string;
  close(): void;
}

/** Serves our page, cross-origin isolated so that threads can share memory, and the files of the tasks below it. */
export async function servePage(programs: Programs, tasks: string): Promise<PageServer> {
  const wasm = dirname(
    createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm'),
  );
  const fileOf = (path: string): string | undefined => {
    if (path === '/page.js') return programs.page;
    if (path === '/page-worker.js') return programs.pageWorker;
    if (path.endsWith('.wasm')) return join(wasm, basename(path));
    const [task, name, ...more] = path.slice(1).split('/').map(decodeURIComponent);
    if (more.length > 0 || !task || !name || task === '..' || name === '..') return undefined;
    return join(tasks, task, name);
  };
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const headers = {
      'content-type': types[extname(path === '/' ? 'index.html' : path)] ?? 'application/octet-stream',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    };
    if (path === '/') {
      response.writeHead(200, headers).end('<!doctype html><script type="module" src="/page.js"></script>');
      return;
    }
    const file = fileOf(path);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const stream = createReadStream(file);
    stream.once('open', () => {
      response.writeHead(200, headers);
      stream.pipe(response);
    });
    stream.once('error', () => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
