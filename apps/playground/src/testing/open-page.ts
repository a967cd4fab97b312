import type { Browser, BrowserContext, Page } from 'playwright';

/** A page of a person who has never been here. */
export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page and of its console, and requests to elsewhere: empty where all is well. */
  readonly faults: readonly string[];
}

/** Opens an address in a browser of its own memory; notes what should not happen. */
export async function openPage(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  // A busy machine must not decide; the test's own limit is the only one.
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  const faults: string[] = [];
  const { origin } = new URL(url);
  page.on('pageerror', ({ message }) => faults.push(`error: ${message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  // Of the page, its workers and its service worker.
  context.on('request', (request) => {
    const { protocol, origin: to } = new URL(request.url());
    if (to !== origin && !/^(data|blob):$/.test(protocol)) faults.push(`asks elsewhere: ${request.url()}`);
  });
  await page.goto(url);
  await page.waitForSelector('main h1');
  return { page, context, faults };
}
