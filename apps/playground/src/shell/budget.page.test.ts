import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { playgroundPages } from '../testing/playground-pages';
import { serveBuilt } from '../testing/serve-built';

const pages = playgroundPages();
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Opens a room as a first visit does. */
async function firstVisit(hash: string, isThere: string) {
  const own = await serveBuilt();
  const context = await pages.browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.addInitScript(() => {
    const blocked: number[] = [];
    Reflect.set(globalThis, 'blocked', blocked);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) blocked.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(`${own.url}${hash}`);
  await page.waitForSelector('main :is(input, textarea):enabled');
  const usable = await page.evaluate(() => performance.now());
  await page.waitForSelector(isThere);
  const loaded = await page.evaluate(() => ({
    at: performance.now(),
    blocked: (Reflect.get(globalThis, 'blocked') as number[]).reduce((sum, duration) => sum + duration, 0),
  }));
  await context.close();
  await own.close();
  const files = [...new Set(own.asked)].map((path) => (path === '.' ? 'index.html' : path));
  return { files, usable, loaded };
}

const megabytes = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + statSync(`${dist}${file}`).size, 0) / 1e6;

it('the first visit draws, and can be used before the miner and the emoji are there', async () => {
  const { files, usable, loaded } = await firstVisit('', '.hard-images img[src]');
  const isLarge = (file: string) => /^assets\/(plant-worker|emoji)-/.test(file);
  expect(files.filter(isLarge).length).toBeGreaterThan(1);
  expect(megabytes(files.filter((file) => !isLarge(file)))).toBeLessThan(0.5);
  expect(files.length).toBeLessThan(24);
  expect(files.filter((file) => /words-room|train-room|wasm|^data\//.test(file))).toEqual([]);
  // Ratios within one visit, since a busy machine slows all of it: the field stands long before all is loaded, and the page's
  // own thread is free for most of that time, because a worker mines and draws.
  expect(usable / loaded.at).toBeLessThan(0.8);
  expect(loaded.blocked / loaded.at).toBeLessThan(0.5);
});

it('the first visit to the words loads their table and nothing of other rooms', async () => {
  const { files, loaded } = await firstVisit('#/words', '.words-main[data-rated=true] .marked');
  expect(files.filter((file) => /draw-room|wasm|^data\//.test(file))).toEqual([]);
  expect(files.some((file) => /words-worker/.test(file))).toBe(true);
  expect(megabytes(files)).toBeLessThan(1.5);
  expect(files.length).toBeLessThan(16);
  expect(loaded.blocked / loaded.at).toBeLessThan(0.5);
});
