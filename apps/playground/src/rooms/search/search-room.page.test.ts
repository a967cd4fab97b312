import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { axeFaults } from '../../../../../scripts/page-faults';
import { openPage } from '../../testing/open-page';
import { playgroundPages } from '../../testing/playground-pages';
import { serveBuilt } from '../../testing/serve-built';

const pages = playgroundPages();

const isLoaded = (page: Page) => page.waitForSelector('.search-room:not(:has(> .progress))');
const byDrawing = '.answer-drawing .card';
const names = (page: Page, selector = byDrawing) => page.locator(`${selector} .card-name`).allTextContents();

/** Types words and waits until their answer has been painted. */
async function ask(page: Page, words: string): Promise<void> {
  const before = await page.evaluate(() => performance.getEntriesByName('slipform-search').length);
  await page.fill('input[type=search]', words);
  await page.waitForFunction(
    (count) => performance.getEntriesByName('slipform-search').length > count,
    before,
  );
}

it('finds by the drawing what names miss, shows it in full and takes it away', async () => {
  const { page, context, faults } = await pages.open('#/search', {
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1280, height: 900 },
  });
  await isLoaded(page);
  await ask(page, 'no wifi');
  expect((await names(page)).filter((name) => name === 'wifi off').length).toBeGreaterThan(4);
  expect(await names(page, '.answer-name .card')).toEqual(['wifi no']);
  expect(new URL(page.url()).hash).toBe('#/search?q=no+wifi');
  expect(await axeFaults(page)).toEqual([]);
  await page.click('text=Only what names miss');
  expect(await names(page)).not.toContain('wifi no');

  // By keyboard: along a row, down, open, back to the same icon.
  await page.focus(`${byDrawing} >> nth=0`);
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'End', 'Home', 'ArrowRight'])
    await page.keyboard.press(key);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const second = await focused();
  expect(second).toBe(await page.locator(byDrawing).nth(1).textContent());
  await page.keyboard.press('Enter');
  await page.waitForSelector('.sheet img');
  expect(await axeFaults(page)).toEqual([]);
  await page.click('text=Copy SVG');
  await page.waitForSelector('text=Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<svg xmlns=.*<\/svg>$/s);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('.sheet >> text=Download'),
  ]);
  expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+\.svg$/);
  expect(await readFile(await download.path(), 'utf8')).toMatch(/<!-- \S+ by .+, .+, https:.+ -->/);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.sheet', { state: 'detached' });
  expect(await focused()).toBe(second);

  await page.keyboard.press('Enter');
  await page.click('text=More like this');
  await page.waitForSelector('.like-this');
  expect(await names(page)).toContain('wifi off');
  await page.selectOption('select >> nth=0', 'lucide');
  await page.waitForFunction(
    (cards) =>
      [...document.querySelectorAll(`${cards} .card-set`)].every((set) => set.textContent === 'Lucide'),
    byDrawing,
  );
  expect(faults).toEqual([]);
  await context.close();
});

it('takes any words for words', async () => {
  const { page, context, faults } = await pages.open(`#/search?q=%3Cimg%20src%3Dx%3E&set=nowhere&like=a`);
  await isLoaded(page);
  expect(await page.inputValue('input[type=search]')).toBe('<img src=x>');
  await page.waitForSelector('text=No icon passes these filters');
  await page.goto(`${pages.served.url}#/search?like=lucide:no-such-icon`);
  await page.waitForSelector('text=There is no such icon');
  for (const words of ['💔', '…', '\u202e\u0000abc', '<script>alert(1)</script>', 'x'.repeat(200)]) {
    await page.goto(`${pages.served.url}#/search?q=${encodeURIComponent(words)}`);
    await page.waitForSelector('.answers');
  }
  expect(await page.locator('main script, main img[src=x]').count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

it('finds what was drawn, and says of a file what it is not', async () => {
  const { page, context, faults } = await pages.open(`#/search?by=sketch`, {
    viewport: { width: 1280, height: 900 },
  });
  await isLoaded(page);
  const box = (await page.locator('.sketch canvas').boundingBox())!;
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  // A plus.
  for (const [from, to] of [
    [at(0.5, 0.15), at(0.5, 0.85)],
    [at(0.15, 0.5), at(0.85, 0.5)],
  ] as const) {
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 4 });
    await page.mouse.up();
  }
  await page.waitForFunction(
    (cards) =>
      [...document.querySelectorAll(`${cards} .card-name`)]
        .slice(0, 8)
        .some((name) => /plus|add/.test(name.textContent)),
    byDrawing,
  );
  expect(await axeFaults(page)).toEqual([]);
  const choose = (name: string, mimeType: string, content: string) =>
    page.setInputFiles('.sketch input[type=file]', { name, mimeType, buffer: Buffer.from(content) });
  await choose('a.png', 'image/png', '\u0089PNG no picture at all');
  await page.waitForSelector('text=The file is no picture');
  // What an SVG holds does not run, and asks for nothing.
  await choose(
    'a.svg',
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" onload="alert(1)"><script>alert(1)</script><image href="https://example.com/a.png"/><path d="M4 4h16v16H4z"/></svg>',
  );
  await page.waitForSelector('.error-box', { state: 'detached' });
  await page.waitForSelector(byDrawing);
  expect(faults).toEqual([]);
  await context.close();
});

it('searches and draws without a network once it has been here', async () => {
  const gone = await serveBuilt();
  const { page, context, faults } = await openPage(pages.browser, `${gone.url}#/search`);
  await page.waitForSelector('text=This room now works without a network');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await gone.close();
  await page.reload();
  await isLoaded(page);
  await ask(page, 'umbrella');
  await page.waitForSelector(`${byDrawing} img`);
  expect((await names(page)).filter((name) => name === 'umbrella').length).toBeGreaterThan(3);
  expect(faults).toEqual([]);
  await context.close();
});

it('says what did not load, and loads it when asked again', async () => {
  const context = await pages.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  let isAway = true;
  await page.route('**/lucide-names-*', (route) => (isAway ? route.abort() : route.continue()));
  await page.goto(`${pages.served.url}#/search?q=bell`);
  await page.waitForSelector('text=Lucide did not load');
  isAway = false;
  await page.click('text=Try again');
  await isLoaded(page);
  expect(await page.locator('.error-box').count()).toBe(0);
  await context.close();
});
