import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { axeFaults } from '../../../../../scripts/page-faults';
import { playgroundPages } from '../../testing/playground-pages';

const pages = playgroundPages();
const field = '.coloured textarea';
const isRated = (page: Page) => page.waitForSelector('.words-main[data-rated=true] .marked');
const marked = (page: Page) => page.locator('.coloured-back .marked').allTextContents();

it('colours a text while it is typed, and says where each rating comes from', async () => {
  const { page, context, faults } = await pages.open('#/words', { viewport: { width: 1280, height: 900 } });
  await isRated(page);
  expect(await marked(page)).toContain('fire hydrant');
  await page.fill(field, 'Grey dogs, ');
  await page.locator(field).pressSequentially('and the qwxz of hope');
  await isRated(page);
  await page.waitForFunction(() => document.querySelectorAll('.coloured-back .marked').length === 3);
  expect(await marked(page)).toEqual(['Grey', 'dogs', 'hope']);
  expect(await page.textContent('.unrated')).toBe('qwxz');
  await page.waitForFunction(() => location.hash === '#/words?t=Grey+dogs%2C+and+the+qwxz+of+hope');

  // The cursor, by keyboard: the word that was typed last, then the first, then one that is left out.
  const detail = () => page.textContent('.word-detail');
  expect(await detail()).toMatch(/^hope\d\.\d\d of 5/);
  await page.keyboard.press('Home');
  await page.waitForSelector('.word-detail h2:text-is("Grey")');
  expect(await detail()).toMatch(/entry.*Also writtengray/);
  await page.locator(field).evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(13, 13));
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('.word-detail h2:text-is("and")');
  expect(await detail()).toContain('It is a function word');
  // By pointer: a word of the lists leads to its place.
  await page.click('.extremes button >> nth=0');
  await page.waitForSelector('.word-detail h2:text-is("dogs")');
  expect(await detail()).toContain('a form of “dog”');
  const box = (await page.locator('.coloured-back .marked >> nth=1').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  expect(await page.textContent('.coloured-tip')).toMatch(/^4\.\d\d$/);

  // What is coloured is in the table too, for those who do not see colours, and in a file.
  await page.click('text=All words as a table');
  await page.waitForSelector('.wide-table tbody tr');
  const rows = await page.locator('.wide-table tbody tr').allInnerTexts();
  expect(rows.map((row) => row.split(/\s/)[0])).toEqual(['grey', 'dogs', 'and', 'the', 'qwxz', 'of', 'hope']);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Save as TSV')]);
  expect(await readFile(await download.path(), 'utf8')).toMatch(/\ndogs\t1\t4\.\d\d\tlemma\tdog\n/);
  expect(await axeFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

it('takes any text, keeps one that its address does not hold, and shows every ground behind readable ink', async () => {
  const markup = '<img src=x onerror=alert(1)> \u202e\u0000 💔 ‮';
  const { page, context, faults } = await pages.open(`#/words?t=${encodeURIComponent(markup)}`);
  await page.waitForSelector('.words-main[data-rated=true]');
  expect(await page.locator('main img').count()).toBe(0);
  const long = 'A dog and the hope of bread; '.repeat(900).slice(0, 20_000);
  await page.fill(field, long);
  await page.waitForFunction(() => document.querySelectorAll('.coloured-back .marked').length > 2000);
  await page.waitForFunction(() => location.hash === '#/words');
  const typed = await page.inputValue(field);
  expect(typed.length).toBeGreaterThan(19_900);
  await page.click('nav a[href="#/negatives"]');
  await page.click('nav a[href="#/words"]');
  await isRated(page);
  // As true or false: a failure must not print it.
  expect((await page.inputValue(field)) === typed).toBe(true);
  // The field and what lies behind it are of one height, so that no ground is off its word.
  const heights = await page.evaluate(() =>
    ['.coloured-back', '.coloured textarea'].map((place) => document.querySelector(place)!.scrollHeight),
  );
  expect(heights[0]).toBe(heights[1]);

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const contrasts = await page.evaluate(() => {
      const pen = document.createElement('canvas').getContext('2d')!;
      const luminance = (colour: string) => {
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((value) => {
          const share = value / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const mark = document.querySelector<HTMLElement>('.coloured-back .marked')!;
      const ink = luminance(getComputedStyle(document.body).color);
      return Array.from({ length: 17 }, (_, step) => {
        mark.style.setProperty('--c', String(step / 16));
        const ground = luminance(getComputedStyle(mark).backgroundColor);
        return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
      });
    });
    expect(Math.min(...contrasts)).toBeGreaterThan(4.5);
    // In order: the further from the ink's own shade, the more abstract.
    expect([...contrasts].sort((a, b) => b - a)).toEqual(contrasts);
    expect(contrasts[0]! / contrasts[16]!).toBeGreaterThan(1.3);
  }
  expect(faults).toEqual([]);
  await context.close();
});
