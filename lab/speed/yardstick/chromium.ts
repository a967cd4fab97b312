import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, extname, join } from 'node:path';
import { chromium, type Page } from 'playwright';
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
    start: ({ kind }, folder) =>
      openYardstick(
        { kind, source: `${server.url}${basename(folder)}/`, workers, experimental: false },
        server.url,
      ),
  };
}

async function openYardstick(order: WorkOrder, url: string): Promise<Contender> {
  const { page, figures, stop } = await openPage(url, 'yardstick');
  const { kernels } = await page.evaluate((given) => window.yardstick.start(given), order);
  return {
    kernels,
    take: (steps) => page.evaluate((wanted) => window.yardstick.take(wanted), steps),
    figures,
    stop,
  };
}

/** A page in a browser of its own, once its script has put `name` on the window. */
export async function openPage(
  url: string,
  name: string,
): Promise<{ readonly page: Page } & Pick<Contender, 'figures' | 'stop'>> {
  const browser = await chromium.launchServer({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args,
  });
  const client = await chromium.connect(browser.wsEndpoint());
  const page = await client.newPage();
  page.setDefaultTimeout(0);
  await page.goto(url);
  await page.waitForFunction((wanted) => wanted in window, name);
  return {
    page,
    figures: () => processFigures(browser.process().pid!),
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
