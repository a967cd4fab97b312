import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { axeFaults } from '../../../../../scripts/page-faults';
import { playgroundPages } from '../../testing/playground-pages';

const pages = playgroundPages();
const typeIn = (page: Page, text: string) => page.fill('.negatives-input textarea', text);

it('makes negatives of what is typed, marks what changed, and moves with the knob', async () => {
  const { page, context, faults } = await pages.open('#/negatives?sense=all');
  await page.waitForSelector('.mined-caption');
  await typeIn(
    page,
    'A red car stands behind a blue bus.\nThe idea is freedom.\nA small dog sleeps on a sofa.',
  );
  await page.waitForFunction(() => document.querySelectorAll('.mined-caption').length === 3);
  const changed = await page.locator('.mined-caption >> nth=2 >> mark').allTextContents();
  expect(changed.length).toBe(2);
  expect(changed[0]).toMatch(/^(dog|sofa)$/);
  expect(changed[1]).not.toBe(changed[0]);
  const caption = await page.locator('.caption-text >> nth=2').textContent();
  const negative = await page.locator('.mined-caption >> nth=2 >> .negative-text').textContent();
  expect(negative).toContain(caption!.split(changed[0]!)[1]);
  expect(await page.locator('[data-reason=no-site] .no-negative').textContent()).toMatch(
    /^No negative\. It has no/,
  );
  await page.click('.mined-caption >> nth=2 >> summary');
  expect(await page.locator('.mined-caption >> nth=2 >> .refused li').count()).toBeGreaterThan(3);
  expect(await axeFaults(page)).toEqual([]);

  // Another place of the knob, another mean.
  const spoken = () => page.locator('.knob-figure svg').getAttribute('aria-label');
  expect(await spoken()).toMatch(/Chosen: concrete words preferred\.$/);
  await page.focus('.slider input');
  await page.keyboard.press('Home');
  await page.waitForFunction(() =>
    /Chosen: abstract words preferred\.$/.test(document.querySelector('.knob-figure svg')?.ariaLabel ?? ''),
  );
  // Each place of the knob is mined by itself, and joins the figure then.
  await page.waitForFunction(
    () =>
      [...(document.querySelector('.knob-figure svg')?.ariaLabel ?? '').matchAll(/: \d\.\d\d/g)].length > 1,
  );
  const means = [...(await spoken())!.matchAll(/: (\d\.\d\d)/g)].map(([, mean]) => Number(mean));
  expect(means.at(-1)!).toBeGreaterThan(means[0]!);
  expect(new URL(page.url()).hash).toContain('word=min');

  await page.selectOption('.negatives-settings select >> nth=0', 'swap');
  await page.waitForSelector('text=swapped within the caption');
  expect(await page.locator('.negative-text >> nth=0').textContent()).toMatch(
    /blue car .* red bus|bus .* car/,
  );

  // The tab is closed, and its address opened again.
  await page.waitForFunction(() => location.hash.includes('freedom'));
  const again = await context.newPage();
  await again.goto(page.url());
  await again.waitForSelector('.mined-caption');
  expect(await again.inputValue('.negatives-input textarea')).toContain('The idea is freedom.');
  // A longer text is kept by the tab.
  const long = 'A bird on a roof.\n'.repeat(150);
  await typeIn(again, long);
  await again.waitForFunction(() => !location.hash.includes('t='));
  await again.reload();
  await again.waitForSelector('.mined-caption');
  expect(await again.inputValue('.negatives-input textarea')).toBe(long);
  expect(faults).toEqual([]);
  await context.close();
});

it('asks about the newest text alone while the miner is at another, and about what is slow once the letters rest', async () => {
  // A room without a miner: the worker must start after it is watched.
  const { page, context, faults } = await pages.open('#/words');
  await page.evaluate(() => {
    const jobs: { kind: string; last: string }[] = [];
    const open = new Map<number, string>();
    let most = 0;
    Object.assign(globalThis, { jobs, mostTyped: () => most });
    const post = Worker.prototype.postMessage;
    const watched = new WeakSet<Worker>();
    Worker.prototype.postMessage = function (this: Worker, message: unknown, options?: object) {
      const { number, job } = message as { number: number; job: { kind: string; captions: string[] } };
      jobs.push({ kind: job.kind, last: job.captions.at(-1) ?? '' });
      open.set(number, job.kind);
      most = Math.max(most, [...open.values()].filter((kind) => kind === 'typed').length);
      post.call(this, message, options);
    };
    // Before the page's own listener, which gives the next job.
    const listen = Worker.prototype.addEventListener;
    Worker.prototype.addEventListener = function (this: Worker, ...given: [string, EventListener]) {
      if (!watched.has(this))
        listen.call(this, 'message', (event) => open.delete((event as MessageEvent).data.number));
      watched.add(this);
      listen.apply(this, given);
    };
  });
  await page.click('nav a[href="#/negatives"]');
  await page.waitForSelector('.knob-figure', { state: 'attached' });
  // Faster than any answer: each letter would be a job in a queue.
  await page.fill('.negatives-input textarea', 'A dog on a sofa');
  await page.keyboard.type(' beside a large brown chair in a kitchen.');
  await page.waitForFunction(
    () =>
      document.querySelector('.caption-text')?.textContent ===
      'A dog on a sofa beside a large brown chair in a kitchen.',
  );
  expect(await page.evaluate(() => (Reflect.get(globalThis, 'mostTyped') as () => number)())).toBe(1);
  // What is slow is asked once the letters rest, about the last text.
  await page.waitForFunction(() => {
    const last = (Reflect.get(globalThis, 'jobs') as { kind: string; last: string }[]).at(-1)!;
    return last.kind === 'beside' && last.last.endsWith('kitchen.');
  });
  expect(faults).toEqual([]);
  await context.close();
});
