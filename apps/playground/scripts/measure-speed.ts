// How long the built page needs from a key to what one sees, in Chromium: 30 questions to the search (its own measure
// `slipform-search`, from the change of the field to the frame with the answer), and keys in the Words room (the browser's
// Event Timing: from the key to the next frame), in a short text and in one of 20,000 characters.
//
//   npx tsx scripts/measure-speed.ts        after npm run build
import { chromium, type Page } from 'playwright';
import { chromiumLaunchOptions } from '../../../vitest.config';
import { openPage } from '../src/testing/open-page';
import { serveBuilt } from '../src/testing/serve-built';

const questions =
  `umbrella, broken heart, no wifi, birthday cake, lightning, muted bell, rocket, cat, shopping, sunrise,
  empty battery, padlock, night, running person, recycle, thermometer, anchor, coffee cup, chess, graph going up, camera,
  passport, snow, wheelchair, pizza, magnifying glass, airplane taking off, tooth, key, fire`.split(/,\s+/);

const served = await serveBuilt();
const browser = await chromium.launch(chromiumLaunchOptions);

async function searchTimes(): Promise<number[]> {
  const { page, context } = await openPage(browser, `${served.url}#/search`);
  await page.waitForSelector('.search-room:not(:has(> .progress))');
  // Else files that are kept for use without a network load beside.
  await page.waitForSelector('.offline:not(:has(progress))');
  const last = () =>
    page.evaluate(() => performance.getEntriesByName('slipform-search').at(-1)?.startTime ?? 0);
  const untilShown = async (work: () => Promise<void>) => {
    const before = await last();
    await work();
    await page.waitForFunction(
      (start) => (performance.getEntriesByName('slipform-search').at(-1)?.startTime ?? 0) > start,
      before,
    );
  };
  const times: number[] = [];
  for (const question of questions) {
    await untilShown(() => page.fill('input[type=search]', question.slice(0, -1)));
    await untilShown(() => page.keyboard.press(question.at(-1)!));
    times.push(
      await page.evaluate(() => performance.getEntriesByName('slipform-search').at(-1)?.duration ?? 0),
    );
  }
  await context.close();
  return times;
}

/** Milliseconds from each of some keys to the next frame; what is below 16 ms the browser does not report, and counts as 16. */
async function typingTimes(text: string): Promise<number[]> {
  const { page, context } = await openPage(browser, `${served.url}#/words`);
  await page.waitForSelector('.words-main[data-rated=true]');
  await page.fill('.coloured textarea', text);
  await page.waitForSelector('.words-main[data-rated=true]');
  const typed = ' A quick brown fox jumps over hope, and lands.';
  await watchKeys(page);
  for (const key of typed) await page.keyboard.press(key);
  await page.waitForSelector('.words-main[data-rated=true]');
  const slow = await page.evaluate(() => Reflect.get(globalThis, 'keyTimes') as number[]);
  await context.close();
  return [...slow, ...new Array<number>(Math.max(0, typed.length - slow.length)).fill(16)];
}

async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Reflect.set(globalThis, 'keyTimes', times);
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') times.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

function print(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]!);
  console.log(`| ${what} | ${times.length} | ${at(0.5)} | ${at(0.9)} | ${at(1)} |`);
}

console.log(
  '| milliseconds to the frame that shows it | keys | median | nine of ten | worst |\n| --- | --: | --: | --: | --: |',
);
print('a question to the search', await searchTimes());
const sentence =
  'The grey dogs of the harbour wait for hope, bread and an ice cream while justice takes its time. ';
print('a key in a text of 1,000 characters', await typingTimes(sentence.repeat(10)));
print('a key in a text of 19,900 characters', await typingTimes(sentence.repeat(210).slice(0, 19_900)));
await browser.close();
await served.close();
