import { basename } from 'node:path';
import { chromium } from 'playwright';
import type { Contender, Side } from './contender';
import type { WorkOrder } from './our-work';
import { processFigures } from './process-figures';
import type { PageServer } from './serve-page';

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
