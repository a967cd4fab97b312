import { expect, it } from 'vitest';
import { axeFaults } from '../../../../scripts/page-faults';
import { rooms } from '../rooms';
import { playgroundPages } from '../testing/playground-pages';

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
