import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { axeFaults } from '../../../../../scripts/page-faults';
import { playgroundPages } from '../../testing/playground-pages';
import { serveBuilt } from '../../testing/serve-built';

const pages = playgroundPages();

const type = (page: Page, text: string) => page.fill('.draw-ask input[type=text]', text);
const answered = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) =>
      document.querySelector('.draw-answer')?.ariaBusy === 'false' &&
      document.querySelector('.draw-caption')?.textContent === wanted,
    text,
  );

/** The colours of a picture, as `red,green,blue`, with how many pixels have them. */
const coloursOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate(async (element) => {
    const image = element as HTMLImageElement;
    await image.decode();
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const counts: Record<string, number> = {};
    for (let at = 0; at < data.length; at += 4) {
      const colour = data.subarray(at, at + 3).join();
      counts[colour] = (counts[colour] ?? 0) + 1;
    }
    return counts;
  });

it('draws a caption beside its hard negatives, marks what is drawn, and says what is not', async () => {
  const { page, context, faults } = await pages.open('#/draw');
  await type(page, 'Two red birds on a branch.');
  await answered(page, 'Two red birds on a branch.');
  expect(await page.locator('.draw-true .word-drawn').allTextContents()).toEqual(['Two', 'red', 'birds']);
  expect(await page.locator('.draw-true .word-missing').allTextContents()).toEqual(['branch']);
  expect(await page.textContent('.draw-true .hint')).toBe('Not drawn: branch.');
  expect(await page.locator('.draw-true img').getAttribute('alt')).toBe('Picture of: Two, red, birds');
  // Each hard image is another picture than the caption's, and than the others.
  const hard = page.locator('.hard-images li');
  const count = await hard.count();
  expect(count).toBeGreaterThan(2);
  const looks = [JSON.stringify(await coloursOf(page, '.draw-true img'))];
  for (let at = 0; at < count; at += 1) {
    expect(await hard.nth(at).locator('mark').count()).toBeGreaterThan(0);
    looks.push(JSON.stringify(await coloursOf(page, `.hard-images li >> nth=${at} >> img`)));
  }
  expect(new Set(looks).size).toBe(count + 1);
  // "Many red birds" is no number that one could count.
  expect(await page.locator('.draw-others mark').allTextContents()).toContain('Many');
  await page.waitForFunction(() =>
    document.querySelector('#said')?.textContent?.includes('Not drawn: branch.'),
  );
  expect(await axeFaults(page)).toEqual([]);

  await type(page, 'The idea behind this picture is freedom.');
  await answered(page, 'The idea behind this picture is freedom.');
  expect(await page.textContent('.draw-true .hint')).toMatch(/^Nothing of it is drawn/);
  expect(Object.keys(await coloursOf(page, '.draw-true img')).length).toBe(1);
  expect(await page.textContent('.draw-negatives')).toMatch(/No negative\. /);
  await type(page, ' ');
  await page.waitForSelector('.draw-answer:has-text("Type a caption")');
  expect(faults).toEqual([]);
  await context.close();
});

it('lets a swap change the two colours in place', async () => {
  const { page, context } = await pages.open('#/draw?t=a+red+car+to+the+left+of+a+blue+bus');
  await page.waitForSelector('.hard-images img[src]');
  expect(await page.textContent('.draw-true .hint')).toBe('All that it names is drawn.');
  const swapped = page.locator('.hard-images li:has-text("a blue car to the left of a red bus")');
  expect(await swapped.locator('mark').allTextContents()).toEqual(['blue', 'red']);
  await context.close();
});

it('lets the committed model choose captions for pictures of two coloured things, and says of what else it is not asked', async () => {
  const { page, context, faults } = await pages.open('#/draw?t=a+red+car+next+to+a+blue+bus');
  await page.getByRole('button', { name: 'Let the model choose' }).click();
  await page.waitForSelector('.choices li');
  const said = await page.textContent('.chosen');
  const [, right, all] = /^It gives (\d) of (\d) pictures their own caption\.$/.exec(said!)!;
  expect(Number(all)).toBeGreaterThan(2);
  expect(await page.locator('.choices li').count()).toBe(Number(all));
  expect(await page.locator('.choice-right').count()).toBe(Number(right));
  // By chance one would be right.
  expect(Number(right)).toBeGreaterThan(1);
  const alts = await page
    .locator('.choices img')
    .evaluateAll((list) => list.map((each) => (each as HTMLImageElement).alt));
  expect(alts).toContain('a red car next to a blue bus');
  expect(alts).toContain('a blue car next to a red bus');
  expect(await axeFaults(page)).toEqual([]);
  await type(page, 'two dogs on a beach');
  await page.waitForSelector('.chooser:has-text("reads two things in colours")');
  await type(page, 'a green kangaroo above a red igloo');
  await page.waitForSelector('.chooser:has-text("None of the held-out artists draws both things")');
  expect(faults).toEqual([]);
  await context.close();
});

it('keeps caption and artist in the address, by keyboard too, and loads the drawings of whom it shows', async () => {
  const served = await serveBuilt();
  const browserContext = await pages.browser.newContext();
  browserContext.setDefaultTimeout(0);
  const page = await browserContext.newPage();
  await page.goto(`${served.url}#/draw?t=a+green+apple`);
  await answered(page, 'a green apple');
  const emoji = () => [...new Set(served.asked)].flatMap((path) => /emoji-([a-z]+)/.exec(path)?.[1] ?? []);
  expect(emoji()).toEqual(['noto']);
  const noto = JSON.stringify(await coloursOf(page, '.draw-true img'));
  await page.focus('.draw-ask .choice input:checked');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => location.hash.includes('artist=fluent'));
  await page.waitForFunction(() => document.querySelector('.draw-answer')?.ariaBusy === 'false');
  expect(emoji()).toEqual(['noto', 'fluent']);
  expect(JSON.stringify(await coloursOf(page, '.draw-true img'))).not.toBe(noto);
  expect(await page.textContent('.credits')).toMatch(
    /Google.*Apache-2\.0.*Microsoft.*MIT.*Twitter.*CC-BY 4\.0/,
  );
  await type(page, 'two green apples');
  await page.waitForFunction(() => location.hash.includes('t=two+green+apples'));
  const again = await browserContext.newPage();
  await again.goto(page.url());
  await again.waitForSelector('.draw-true img[src]');
  expect(await again.inputValue('.draw-ask input[type=text]')).toBe('two green apples');
  expect(await again.locator('.choice input:checked').getAttribute('value')).toBe('fluent');
  await browserContext.close();
  await served.close();
});

it('says when the drawings do not come, and draws once they do', async () => {
  const { page, context } = await pages.open('#/negatives');
  await context.route(/emoji-/, (route) => route.abort());
  await page.click('nav a[href="#/draw"]');
  await page.waitForSelector('.draw-answer .error-box');
  expect(await page.textContent('.error-title')).toBe('The caption could not be drawn');
  await context.unroute(/emoji-/);
  await page.click('.error-box .button-main');
  await page.waitForSelector('.draw-true img[src]');
  await context.close();
});
