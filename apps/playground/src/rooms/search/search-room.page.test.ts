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
  await page.waitForFunction(() => location.hash === '#/search?q=no+wifi');
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
  const svg = (content: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" onload="alert(1)">${content}<path d="M4 4h16v16H4z"/></svg>`;
  for (const [content, element] of [
    ['<script>alert(1)</script>', 'script'],
    ['<image href="https://example.com/a.png"/>', 'image'],
  ] as const) {
    await choose('a.svg', 'image/svg+xml', svg(content));
    await page.waitForSelector(`.error-box:has-text("it has the element <${element}>")`);
  }
  await choose('a.svg', 'image/svg+xml', svg('<metadata><!-- of an editor --></metadata>'));
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

/** How many files the browser keeps of the search, and how many of them are pages. */
const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const cache = await caches.open('slipform-data');
    const types = await Promise.all(
      (await cache.keys()).map(async (key) => (await cache.match(key))!.headers.get('content-type') ?? ''),
    );
    return { all: types.length, pages: types.filter((type) => type.includes('html')).length };
  });

it('keeps no page that a network sends in place of files, and loads them once the network is well', async () => {
  const own = await serveBuilt();
  // Not even while the page is kept for the first time, past the browser's own cache.
  own.portal = (path, headers) => path.startsWith('assets/') && headers['cache-control'] === 'no-cache';
  const { page, context } = await openPage(pages.browser, `${own.url}#/words`);
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration()) === undefined);
  expect(
    await page.evaluate(async () => {
      const shells = (await caches.keys()).filter((name) => name.startsWith('slipform-shell'));
      const files = await Promise.all(shells.map(async (name) => (await caches.open(name)).matchAll()));
      return files
        .flat()
        .filter(({ headers, url }) => /html/.test(headers.get('content-type') ?? '') && /assets/.test(url))
        .length;
    }),
  ).toBe(0);
  own.portal = undefined;
  await page.reload();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

  own.portal = (path) => path.startsWith('data/');
  await page.click('nav a[href="#/search"]');
  await page.waitForSelector('.error-box:has-text("sent a page of its own")');
  expect(await keptFiles(page)).toEqual({ all: 0, pages: 0 });
  own.portal = undefined;
  await page.getByRole('button', { name: 'Try again' }).click();
  await isLoaded(page);
  await page.waitForSelector('text=This room now works without a network');
  const { all, pages: wrong } = await keptFiles(page);
  expect(all).toBeGreaterThan(100);
  expect(wrong).toBe(0);

  // What an older page kept is put right.
  await page.evaluate(async () => {
    const cache = await caches.open('slipform-data');
    for (const { url } of await cache.keys()) {
      if (/-(names|vectors)-/.test(url))
        await cache.put(
          url,
          new Response('<h1>Sign in</h1>', { headers: { 'Content-Type': 'application/json' } }),
        );
    }
  });
  await page.reload();
  await isLoaded(page);
  await ask(page, 'umbrella');
  await page.waitForSelector(`${byDrawing} img`);
  expect(await page.locator('.error-box').count()).toBe(0);
  await context.close();
  await own.close();
});

const drawing = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 24 24">${content}</svg>`;
const square = '<path d="M4 4h16v16H4z"/>';
const levels = (count: number, level: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => level(i)).join('');

it('refuses a drawing that would hold up the page or spoil the sheet, before it is drawn, and lives on', async () => {
  const { page, context, faults } = await pages.open('#/search?by=sketch');
  await isLoaded(page);
  const choose = (content: string) =>
    page.setInputFiles('.sketch input[type=file]', {
      ...{ name: 'a.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(content) },
    });
  const clear = page.getByRole('button', { name: 'Clear', exact: true });
  const fits = async (content: string) => {
    await choose(content);
    await page.waitForSelector('.sketch .error-box', { state: 'detached' });
    await clear.click();
    await page.waitForSelector('.sketch-hint');
  };
  for (const [content, message] of [
    [
      '<foreignObject width="24" height="24"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
      'it has the element <foreignObject>',
    ],
    [
      `<g id="a0">${square}</g>${levels(8, (i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(10)}</g>`)}`,
      'elements are drawn once each part stands wherever it is used',
    ],
    [
      `${levels(20, (i) => `<mask id="m${i}"><rect width="9" height="9" mask="url(#m${i + 1})"/><rect width="9" height="9" style="mask: url('#m${i + 1}')"/></mask>`)}<rect width="9" height="9" mask="url(#m0)"/>`,
      '; at most ',
    ],
    [
      `<style>${levels(20, (i) => `.c${i}{clip-path:url(#c${i})}`)}</style>${levels(20, (i) => `<clipPath id="c${i}"><path class="c${i + 1}" d="M0 0h9"/><path class="c${i + 1}" d="M0 0v9"/></clipPath>`)}<g class="c0">${square}</g>`,
      '; at most ',
    ],
    [
      // A pattern that all within a group inherit.
      `${levels(8, (i) => `<pattern id="p${i}" width="1" height="1"><g fill="url(#p${i + 1})">${square.repeat(10)}</g></pattern>`)}<g fill="url(#p0)">${square}</g>`,
      '; at most ',
    ],
    [
      `<marker id="m">${square.repeat(100)}</marker><path marker-mid="url(#m)" d="M0 0${'h1v1'.repeat(200)}"/>`,
      '; at most ',
    ],
    [`<filter id="f"><feTurbulence numOctaves="99"/></filter>${square}`, 'it has the element <feTurbulence>'],
    ['<style>@media all { path { mask: url(#a) } }</style>', 'in a style sheet, where only rules are read'],
    [`<path style="mask: \\75rl(#a)" d="M0 0h9"/>`, 'of <path>'],
    [`<image href="data:image/svg+xml,%3Csvg/%3E"/>`, 'it has the element <image>'],
    [`<g id="a"><use href="#a"/></g>`, 'its parts use each other in a ring'],
    [
      `${'<g>'.repeat(100)}${square}${'</g>'.repeat(100)}`,
      'it has elements within each other more than 100 deep',
    ],
  ] as const) {
    await choose(drawing(content));
    const box = page.locator(`.sketch .error-message:has-text("${message}")`);
    await box.waitFor();
    expect(await box.textContent()).toMatch(
      /^The drawing can’t be used: [^\n]+; save it as a PNG and choose that\.$/,
    );
    // The next good one.
    await fits(drawing(square));
  }
  for (const content of [
    // As editors write them.
    `<style>.st0{fill:url(#g);clip-path:url(#c)}</style><linearGradient id="g"><stop offset="0"/></linearGradient><clipPath id="c">${square}</clipPath><g class="st0">${square.repeat(50)}</g>`,
    `<defs><g id="s">${square.repeat(30)}</g></defs>${'<use xlink:href="#s" x="1"/>'.repeat(100)}`,
    `<filter id="f"><feGaussianBlur stdDeviation="1"/></filter><g filter="url(#f)">${square}</g>`,
    `<path stroke="#000" stroke-dasharray="2 1" d="M4 4h16"><animate attributeName="d" to="M0 0"/></path>`,
  ])
    await fits(drawing(content));
  expect(faults).toEqual([]);
  await context.close();
});
