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

it('trains, pauses, goes on, and gives the weights away; the same again', async () => {
  // Long enough that a busy machine presses Pause before the end.
  const hash = '#/train?steps=20&batch=16&seed=5&backend=wasm';
  const { page, context, faults } = await pages.open(hash, { viewport: { width: 1280, height: 900 } });
  await page.waitForSelector('.examples .pair-picture');
  expect(await axeFaults(page)).toEqual([]);
  const findings = await page.request.get(
    new URL((await page.getAttribute('.studies a', 'href'))!, page.url()).href,
  );
  expect(await findings.text()).toContain('# What held of the paper');
  await press(page, 'Train');
  await steps(page, 2);
  await press(page, 'Pause');
  await page.waitForSelector('.progress-words:has-text("Paused")');
  expect(await axeFaults(page)).toEqual([]);
  const paused = await losses(page);
  expect(paused).toHaveLength(3);
  for (const loss of paused) expect(Number(loss)).toBeGreaterThan(0);

  await press(page, 'Go on');
  await page.waitForSelector('.progress-words:has-text("Trained")');
  expect(await progress(page)).toContain('step 20 of 20');
  expect(await axeFaults(page)).toEqual([]);
  const trained = await losses(page);
  const share = '\\d+ %';
  const line = `${share} \\(before ${share}, InfoNCE ${share}, mined captions ${share}\\)`;
  expect(await page.textContent('.learned')).toMatch(
    new RegExp(
      `^Of 280 swaps by 7 held-out artists, Slipform .* in ${line}; in search it finds ${line} first`,
    ),
  );
  expect(await page.locator('.leads li').count()).toBe(3);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Download Slipform')]);
  expect(download.suggestedFilename()).toBe('pairs-slipform.zip');
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
  await page.waitForSelector('.examples .pair-picture');
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
  await page.waitForSelector('.examples .pair-picture');
  expect(await page.locator('.error-box').count()).toBe(0);
  await page.reload();
  await page.waitForSelector('.examples .pair-picture');
  await context.close();
});
