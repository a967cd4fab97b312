import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { playgroundPages } from '../testing/playground-pages';
import { serveBuilt } from '../testing/serve-built';

const pages = playgroundPages();
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const isLarge = (file: string) => /^assets\/(plant-worker|emoji)-/.test(file);

/** Opens a room as a first visit does; the miner and the emoji come once the field can be used. */
async function firstVisit(hash: string, isThere: string) {
  let isUsable = () => {};
  const usable = new Promise<void>((resolve) => {
    isUsable = resolve;
  });
  const own = await serveBuilt(undefined, (path) => (isLarge(path) ? usable : undefined));
  const context = await pages.browser.newContext();
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  await page.goto(`${own.url}${hash}`);
  await page.waitForSelector('main :is(input, textarea):enabled');
  isUsable();
  await page.waitForSelector(isThere);
  const named = (urls: readonly string[]) => urls.map((url) => url.slice(own.url.length));
  const workers = named(page.workers().map((worker) => worker.url()));
  // What the page's own thread runs, and not a worker.
  const scripts = await page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap(({ name }) => (/\.js$/.test(name) ? name : [])),
  );
  const itself = named(scripts).filter((script) => !workers.includes(script));
  await context.close();
  await own.close();
  const files = [...new Set(own.asked)].map((path) => (path === '.' ? 'index.html' : path));
  return { files, workers, itself };
}

const megabytes = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + statSync(`${dist}${file}`).size, 0) / 1e6;

it('the first visit draws, and can be used before the miner and the emoji are there', async () => {
  const { files, workers, itself } = await firstVisit('', '.hard-images img[src]');
  expect(files.filter(isLarge).length).toBeGreaterThan(1);
  expect(megabytes(files.filter((file) => !isLarge(file)))).toBeLessThan(0.5);
  expect(files.length).toBeLessThan(24);
  expect(files.filter((file) => /words-room|train-room|wasm|^data\//.test(file))).toEqual([]);
  // A worker mines and draws, so that the page's own thread is free.
  expect(workers.filter(isLarge)).toHaveLength(1);
  expect(itself.filter(isLarge)).toEqual([]);
});

it('the build notes the size of the miner, so that its loading has a percentage', async () => {
  const { page, context } = await pages.open('#/negatives');
  await page.waitForSelector('.mined-caption');
  const noted = await page.getAttribute('meta[name=slipform-miner]', 'content');
  const [miner] = readdirSync(`${dist}assets`).filter((file) => /^plant-worker-.*\.js$/.test(file));
  expect(Number(noted)).toBe(statSync(`${dist}assets/${miner}`).size);
  await context.close();
});

it('the first visit to the words loads their table and nothing of other rooms', async () => {
  const { files, workers } = await firstVisit('#/words', '.words-main[data-rated=true] .marked');
  expect(files.filter((file) => /draw-room|wasm|^data\//.test(file))).toEqual([]);
  expect(workers).toEqual([expect.stringContaining('words-worker')]);
  expect(megabytes(files)).toBeLessThan(1.5);
  expect(files.length).toBeLessThan(16);
});
