import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright';

/** A laptop by day and a phone by night: each screen and each colour scheme once. */
export const looks = [
  { name: 'a laptop, light', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'a phone, dark', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

/**
 * What is wrong with a page that should need nothing else: serious faults that axe-core finds, anything wider than the
 * screen, requests, and errors. Empty where all is well.
 */
export async function pageFaults(
  browser: Browser,
  html: string,
  { viewport, colorScheme }: (typeof looks)[number],
): Promise<string[]> {
  const page = await browser.newPage({ viewport, colorScheme });
  // A busy machine must not decide; the test's own limit is the only one.
  page.setDefaultTimeout(0);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) faults.push(`fetches ${request.url()}`);
  });
  try {
    await page.setContent(html);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > viewport.width) faults.push(`${width} pixels wide on a screen of ${viewport.width}`);
    faults.push(...(await axeFaults(page)));
    return faults;
  } finally {
    await page.close();
  }
}

/** What axe-core finds in a page as it stands, as far as it is serious. */
export async function axeFaults(page: Page): Promise<string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // As a text of its own: a page's rules may forbid it to evaluate one.
  await page.evaluate(axe);
  // What passes is neither described for each node nor sent, which took most of the time.
  const violations = await page.evaluate<AxeResults['violations']>(
    "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    impact === 'serious' || impact === 'critical'
      ? [`${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' … ')}`]
      : [],
  );
}
