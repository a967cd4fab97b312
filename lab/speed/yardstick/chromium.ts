import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, extname, join } from 'node:path';
import { chromium } from 'playwright';
import type { Programs } from './bundle';
import { type Contender, processFigures, type Side, type Turn } from './contender';
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
    start: ({ kind }, folder) => {
      const source = `${server.url}${basename(folder)}/`;
      const order: WorkOrder = { kind, source, workers, experimental: false };
      return pageContender(server.url, 'yardstick', order);
    },
  };
}

/** What a page's script puts on the window. */
interface PageSide<T> {
  start(order: object): Promise<{ readonly kernels: string }>;
  take(steps: number): Promise<T>;
}

/** A side in a page, in a browser of its own: its script has put `start` and `take` on the window, under `name`. */
export async function pageContender<T = Turn>(
  url: string,
  name: 'yardstick' | 'race',
  order: object,
): Promise<Contender<T>> {
  const browser = await chromium.launchServer({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args,
  });
  const figures = () => processFigures(browser.process().pid!);
  const client = await chromium.connect(browser.wsEndpoint());
  const page = await client.newPage();
  page.setDefaultTimeout(0);
  // Of all processes of the browser, which a page cannot see.
  await page.exposeFunction('cpuSeconds', () => (figures()?.cpuMs ?? Number.NaN) / 1000);
  await page.goto(url);
  const side = await page.waitForFunction((wanted) => Reflect.get(window, wanted) as PageSide<T>, name);
  const { kernels } = await side.evaluate((there, given) => there.start(given), order);
  return {
    kernels,
    take: (steps) => side.evaluate((there, wanted) => there.take(wanted), steps),
    figures,
    stop: () => browser.close(),
  };
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export interface PageServer {
  /** Ends in a slash. */
  readonly url: string;
  close(): void;
}

/** Serves our pages (`/`, `/race`), cross-origin isolated so that threads can share memory, and the files of a folder below them. */
export async function servePage(programs: Programs, root: string): Promise<PageServer> {
  const wasm = dirname(
    createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm'),
  );
  const scripts = new Map([
    ['page.js', programs.page],
    ['page-worker.js', programs.pageWorker],
    ['race.js', programs.racePage],
  ]);
  const fileOf = (path: string): string | undefined => {
    const [first = '', ...more] = path.slice(1).split('/').map(decodeURIComponent);
    if (more.length === 0)
      return scripts.get(first) ?? (first.endsWith('.wasm') ? join(wasm, first) : undefined);
    return more.includes('..') || first === '..' ? undefined : join(root, first, ...more);
  };
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const script = { '/': 'page.js', '/race': 'race.js' }[path];
    const headers = {
      'content-type':
        types[extname(script === undefined ? path : 'index.html')] ?? 'application/octet-stream',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    };
    if (script !== undefined) {
      response.writeHead(200, headers).end(`<!doctype html><script type="module" src="/${script}"></script>`);
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
