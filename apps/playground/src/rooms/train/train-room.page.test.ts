import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { axeFaults } from '../../../../../scripts/page-faults';
import { playgroundPages } from '../../testing/playground-pages';

const pages = playgroundPages();

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const progress = (page: Page) => page.locator('.progress-words').textContent();
const losses = (page: Page) => page.locator('.measure >> nth=0').locator('strong').allTextContents();
/** Waits until all three have made so many steps. */
const steps = (page: Page, least: number) =>
  page.waitForFunction(
    (count) =>
      Number(/step (\d+) of/.exec(document.querySelector('.progress-said')?.textContent ?? '')?.[1]) >= count,
    least,
  );

it('trains, pauses, goes on after the tab was closed, and gives the weights away; the same again', async () => {
  // Long enough that a busy machine presses Pause before the end.
  const hash = '#/train?steps=48&batch=16&seed=5&backend=wasm';
  const { page, context, faults } = await pages.open(hash, { viewport: { width: 1280, height: 900 } });
  await page.waitForSelector('.example-cards');
  expect(await axeFaults(page)).toEqual([]);
  await press(page, 'Train');
  await steps(page, 2);
  await press(page, 'Pause');
  await page.waitForSelector('.progress-words:has-text("Paused")');
  expect(await axeFaults(page)).toEqual([]);
  const paused = await losses(page);
  expect(paused).toHaveLength(3);
  for (const loss of paused) expect(Number(loss)).toBeGreaterThan(0);

  await page.reload();
  await page.waitForSelector('.progress-words:has-text("Paused")');
  expect(await losses(page)).toEqual(paused);
  await press(page, 'Go on');
  await page.waitForSelector('.progress-words:has-text("Trained")');
  expect(await progress(page)).toContain('step 48 of 48');
  expect(await axeFaults(page)).toEqual([]);
  const trained = await losses(page);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Download Cement')]);
  expect(download.suggestedFilename()).toBe('icons-cement.zip');
  const files = unzipSync(await readFile(await download.path()));
  expect(Object.keys(files).sort()).toEqual([
    'config.json',
    'model.safetensors',
    'preprocessor_config.json',
    'tokenizer.json',
    'tokenizer_config.json',
  ]);

  // Without a stop between: the same losses.
  await press(page, 'Start anew');
  await page.waitForSelector('.example-cards');
  await press(page, 'Train');
  await page.waitForSelector('.progress-words:has-text("Trained")');
  expect(await losses(page)).toEqual(trained);
  expect(faults).toEqual([]);
  await context.close();
});

it('takes the next backend where one does not start, says why, and stops at once', async () => {
  const { page, context } = await pages.open('#/train?steps=2000&backend=webgpu&batch=x');
  await page.waitForSelector('text=batch must be a whole number from 8 to 512, got “x”; it is 64 now.');
  // WebGPU's and WebGL's own files are kept away.
  await context.route('**/gpu-*', (route) => route.abort());
  await press(page, 'Train');
  await page.waitForSelector('text=Computes on wasm');
  expect(await page.locator('.hint >> text=Computes on').textContent()).toMatch(/wasm.*own\. \S.*\./);
  await press(page, 'Stop and forget');
  await page.waitForSelector('.example-cards');
  expect(await page.locator('.error-box').count()).toBe(0);
  await page.reload();
  await page.waitForSelector('.example-cards');
  await context.close();
});

it('neither trains nor forgets what another tab trains, and says so', async () => {
  const { page, context } = await pages.open('#/train?steps=2000&batch=8&backend=wasm');
  await press(page, 'Train');
  await steps(page, 26);
  const other = await context.newPage();
  await other.goto(`${pages.served.url}#/train?backend=wasm`);
  await press(other, 'Go on');
  await other.waitForSelector('text=Another tab of this browser trains; pause it there');
  await press(other, 'Start anew');
  await other.waitForSelector(
    'text=Another tab of this browser trains this run; pause it there, or close it',
  );
  await press(page, 'Pause');
  await page.waitForSelector('.progress-words:has-text("Paused")');
  const paused = await progress(page);
  expect(paused).toMatch(/step \d+ of 2,000/);
  await page.reload();
  await page.waitForSelector('.progress-words:has-text("Paused")');
  expect(await progress(page)).toBe(paused);

  // Now nobody trains it: the other tab may forget it, and this one does not go on as if nothing had been.
  await press(other, 'Start anew');
  await other.waitForSelector('.example-cards');
  await press(page, 'Go on');
  await page.waitForSelector('text=Another tab has forgotten this run or begun another one since');
  // What is stopped here lets others train.
  await press(page, 'Start anew');
  await press(page, 'Train');
  await page.waitForSelector('text=Computes on wasm');
  await press(page, 'Stop and forget');
  await press(page, 'Train');
  await page.waitForSelector('text=Computes on wasm');
  expect(await page.locator('.error-box').count()).toBe(0);
  await press(page, 'Stop and forget');
  await page.waitForSelector('.example-cards');
  await press(other, 'Train');
  await other.waitForSelector('text=Computes on wasm');
  await context.close();
});

/** Changes what the browser has kept of a run; returns what was there. */
const change = (page: Page, key: string, path: string, value: unknown) =>
  page.evaluate(
    async ([key, path, value]) => {
      const done = <Result>(request: IDBRequest<Result>) =>
        new Promise<Result>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await done(indexedDB.open('slipform-train'));
      const store = database.transaction('runs', 'readwrite').objectStore('runs');
      const kept = await done(store.get(key));
      const names = path.split('.');
      const last = names.pop()!;
      const holder = names.reduce((holder, name) => holder[name], kept);
      const before = holder[last];
      holder[last] = value === 'an empty map' ? new Map() : value;
      await done(store.put(kept, key));
      database.close();
      return before instanceof Map ? undefined : before;
    },
    [key, path, value] as const,
  );

it('offers a new start where what is kept is of another shape, and goes on with nothing else', async () => {
  const { page, context, faults } = await pages.open('#/train?steps=2000&batch=8&backend=wasm');
  const begin = async () => {
    await press(page, 'Train');
    await steps(page, 2);
    await press(page, 'Pause');
    await page.waitForSelector('.progress-words:has-text("Paused")');
  };
  await begin();
  for (const [key, path, value, why] of [
    ['run', 'version', 7, 'another version of this page'],
    ['run', 'settings.steps', -5, 'steps must be a whole number from 1 to 5,000, got “-5”'],
    ['run', 'settings.steps', 'many', 'got “many”'],
    ['run', 'settings.steps', 1, 'longer than its 1 steps'],
    ['run', 'backend', 'abacus', 'backend'],
    ['cement history', 'losses', 'abc', 'its history is not of this page'],
    ['cement history', 'shares', undefined, 'its history is not of this page'],
    ['hard history', 'judged', [[0, '3']], 'its history is about other questions'],
  ] as const) {
    const before = await change(page, key, path, value);
    await page.reload();
    await page.waitForSelector(`.hint-warning:has-text("can’t go on"):has-text("${why}")`);
    await page.getByRole('button', { name: 'Train', exact: true }).waitFor();
    await change(page, key, path, before);
  }
  await page.reload();
  await page.waitForSelector('.progress-words:has-text("Paused")');
  expect(await page.locator('.hint-warning').count()).toBe(0);
  // No model goes on from weights that chance has made.
  await change(page, 'cement state', 'weights', 'an empty map');
  await page.reload();
  await press(page, 'Go on');
  await page.waitForSelector('.error-message:has-text("The kept weights lack")');
  await press(page, 'Start anew');
  await begin();
  expect(faults).toEqual([]);
  await context.close();
});

it('offers a new start where the room itself stops', async () => {
  const { page, context } = await pages.open('#/train?steps=2000&batch=8&backend=wasm', {
    serviceWorkers: 'block',
  });
  await press(page, 'Train');
  await steps(page, 2);
  await press(page, 'Pause');
  await page.waitForSelector('.progress-words:has-text("Paused")');
  // The icons are a table that the room can't show.
  await page.route('**/data/training-*.json', async (route) => {
    const table = await (await route.fetch()).json();
    await route.fulfill({ json: { ...table, sets: null } });
  });
  await page.reload();
  await page.waitForSelector('.error-title:has-text("This room has stopped")');
  await page.unroute('**/data/training-*.json');
  await press(page, 'Start anew');
  await page.waitForSelector('.example-cards');
  await page.getByRole('button', { name: 'Train', exact: true }).waitFor();
  await context.close();
});
