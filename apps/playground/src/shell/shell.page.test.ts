import { expect, it } from 'vitest';
import { axeFaults } from '../../../../scripts/page-faults';
import { rooms } from '../rooms';
import { openPage } from '../testing/open-page';
import { playgroundPages } from '../testing/playground-pages';
import { serveBuilt } from '../testing/serve-built';

const pages = playgroundPages();

const looks = [
  { width: 360, colorScheme: 'dark' },
  { width: 1920, colorScheme: 'light' },
] as const;

it.each(rooms)('the room $id opens, fits and is accessible', async ({ id, title, heading }) => {
  const { page, context, faults } = await pages.open(`#/${id}`);
  expect(await page.textContent('h1')).toBe(heading);
  expect(await page.title()).toContain(heading);
  expect(await page.textContent('nav [aria-current=page]')).toBe(title);
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 800 });
    // Without transitions, in the middle of which colours are neither.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await axeFaults(page)).toEqual([]);
  }
  expect(faults).toEqual([]);
  await context.close();
});

it('leads by keyboard from the skip link to the room, and to another room', async () => {
  const { page, context } = await pages.open('');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Skip to the room');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  expect(new URL(page.url()).hash).toBe('');
  await page.focus('nav a[href="#/words"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('h1:text-is("How concrete are these words?")');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  await page.goBack();
  await page.waitForSelector(`h1:text-is("${rooms[0]!.heading}")`);
  await context.close();
});

it('helps at an address that leads nowhere, and takes no markup from it', async () => {
  const { page, context, faults } = await pages.open(`#/<img src=x onerror=alert(1)>?q=%`);
  expect(await page.textContent('h1')).toBe('There is no such room');
  expect(await page.locator('main img').count()).toBe(0);
  expect(await page.locator('main a').count()).toBe(rooms.length);
  expect(faults).toEqual([]);
  await context.close();
});

it('changes its colours by the switch, and remembers them', async () => {
  const { page, context } = await pages.open('', { colorScheme: 'light' });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.click('.theme-switch');
  expect(await paper()).toBe(light);
  await page.click('.theme-switch');
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  await page.waitForSelector('main h1');
  expect(await paper()).toBe(dark);
  await context.close();
});

it('opens without a network once it has been here', async () => {
  const gone = await serveBuilt();
  const { page, context, faults } = await openPage(pages.browser, `${gone.url}#/words`);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await gone.close();
  await page.reload();
  for (const { id, heading } of rooms) {
    await page.click(`nav a[href="#/${id}"]`);
    await page.waitForSelector(`h1:text-is("${heading}")`);
  }
  // What a room loads when it is opened first can't be here; the room says so and offers to try again.
  await page.click('nav a[href="#/negatives"]');
  await page.waitForSelector('.error-box button');
  expect(faults.filter((fault) => !fault.startsWith('console: Failed to load resource'))).toEqual([]);
  await context.close();
});

it('keeps no page that a network sends in place of files, and loads them once the network is well', async () => {
  const own = await serveBuilt();
  own.portal = (path, headers) => path.startsWith('assets/') && headers['cache-control'] === 'no-cache';
  const { page, context } = await openPage(pages.browser, `${own.url}#/words`);
  const wrong = () =>
    page.evaluate(async () => {
      const all = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).matchAll()),
      );
      return all
        .flat()
        .filter(({ headers, url }) => /html/.test(headers.get('content-type') ?? '') && /assets/.test(url))
        .length;
    });
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration()) === undefined);
  expect(await wrong()).toBe(0);
  own.portal = undefined;
  await page.reload();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

  own.portal = (path) => path.includes('emoji-');
  await page.click('nav a[href="#/draw"]');
  await page.waitForSelector('.draw-answer .error-box');
  expect(await wrong()).toBe(0);
  own.portal = undefined;
  await page.click('.error-box .button-main');
  await page.waitForSelector('.draw-true img[src]');
  expect(await wrong()).toBe(0);
  await context.close();
  await own.close();
});
