// How long a built page needs from a key to what one sees, in Chromium. On a page of a phone's size at a quarter of the processor's speed:
// from the last letter of a question to the frame with its answer, in Search (its own measure `slipform-search`) and in Negatives (an
// eleventh caption below ten). Then keys in the Words room, at full speed on a laptop's page (the browser's Event Timing: from the key to the
// next frame), in a short text and in one of 20,000 characters.
//
//   npx tsx scripts/measure-speed.ts [FOLDER …]        after npm run build
//
// FOLDERs are built playgrounds, by default this one, which are asked in turn within one run: a change is seen beside what was before.
import { chromium, type Page } from 'playwright';
import { chromiumLaunchOptions } from '../../../vitest.config';
import { openPage } from '../src/testing/open-page';
import { serveBuilt } from '../src/testing/serve-built';

const questions =
  `umbrella, broken heart, no wifi, birthday cake, lightning, muted bell, rocket, cat, shopping, sunrise,
  empty battery, padlock, night, running person, recycle, thermometer, anchor, coffee cup, chess, graph going up, camera,
  passport, snow, wheelchair, pizza, magnifying glass, airplane taking off, tooth, key, fire`.split(/,\s+/);
const captions = ['dog', 'cat', 'boy', 'horse', 'woman', 'bird'].flatMap((who) =>
  ['sofa', 'beach', 'wooden bridge', 'green car'].map((where) => `A black ${who} is sitting near a ${where}`),
);
/** Milliseconds between the last letter but one, with its answer, and the last: one who types fast, one who ponders. */
const gaps = [150, 450];
const slowDown = 4;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

const folders = process.argv.length > 2 ? process.argv.slice(2) : [undefined];
const browser = await chromium.launch(chromiumLaunchOptions);

/** A page of a phone, slowed down once it has loaded. */
async function openPhone(url: string, isLoaded: (page: Page) => Promise<unknown>): Promise<Page> {
  const { page, context } = await openPage(browser, url, phone);
  await isLoaded(page);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  return page;
}

async function openSearch(url: string) {
  const page = await openPhone(`${url}#/search`, async (opened) => {
    await opened.waitForSelector('.search-room:not(:has(> .progress))');
    // Else files that are kept for use without a network load beside.
    await opened.waitForSelector('.offline:not(:has(progress))');
  });
  const last = () =>
    page.evaluate(() => {
      const { startTime = 0, duration = 0 } = performance.getEntriesByName('slipform-search').at(-1) ?? {};
      return { startTime, duration };
    });
  const untilShown = async (work: () => Promise<void>) => {
    const { startTime } = await last();
    await work();
    await page.waitForFunction(
      (before) => (performance.getEntriesByName('slipform-search').at(-1)?.startTime ?? 0) > before,
      startTime,
    );
  };
  return async (question: string, gap: number) => {
    await untilShown(() => page.fill('input[type=search]', question.slice(0, -1)));
    await page.waitForTimeout(gap);
    await untilShown(() => page.keyboard.press(question.at(-1)!));
    return (await last()).duration;
  };
}

async function openNegatives(url: string) {
  const page = await openPhone(`${url}#/negatives`, (opened) =>
    opened.waitForSelector('.knob-figure', { state: 'attached' }),
  );
  const area = '.negatives-input textarea';
  const sample = await page.inputValue(area);
  // From the event of the last letter to the frame after the list has the whole caption, marked, and its negative.
  await page.evaluate((field) => {
    let asked: { readonly at: number; readonly text: string } | undefined;
    document.querySelector(field)!.addEventListener('input', ({ target, timeStamp }) => {
      asked = { at: timeStamp, text: (target as HTMLTextAreaElement).value.split('\n').at(-1)! };
    });
    new MutationObserver(() => {
      const { at, text } = asked ?? { at: 0, text: '' };
      const items = [...document.querySelectorAll('.mined-caption')];
      const item = items.find((each) => each.querySelector('.caption-text')?.textContent === text);
      if (asked === undefined || !item?.querySelector('.negative-text')) return;
      asked = undefined;
      requestAnimationFrame(() =>
        setTimeout(() => Reflect.set(globalThis, 'answer', { text, took: performance.now() - at })),
      );
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, area);
  const answerTo = (text: string) =>
    page
      .waitForFunction((wanted) => {
        const answer = Reflect.get(globalThis, 'answer') as { text: string; took: number } | undefined;
        return answer?.text === wanted && answer;
      }, text)
      .then((handle) => handle.jsonValue());
  return async (caption: string, gap: number) => {
    await page.fill(area, `${sample}\n${caption}`);
    await answerTo(caption);
    await page.waitForTimeout(gap);
    await page.keyboard.press('.');
    const answer = await answerTo(`${caption}.`);
    return answer ? answer.took : Number.NaN;
  };
}

/** Milliseconds from each of some keys to the next frame; what is below 16 ms the browser does not report, and counts as 16. */
async function typingTimes(url: string, text: string): Promise<number[]> {
  const { page, context } = await openPage(browser, `${url}#/words`);
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

function print(what: string, folder: string | undefined, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]!);
  console.log(
    `| ${what}${folder === undefined ? '' : `, ${folder}`} | ${times.length} | ${at(0.5)} | ${at(0.9)} | ${at(1)} |`,
  );
}

const served = await Promise.all(folders.map((folder) => serveBuilt(folder)));
const rooms = [
  { what: 'a question to Search', open: openSearch, asked: questions },
  { what: 'a caption in Negatives', open: openNegatives, asked: captions },
];
console.log(
  '| milliseconds to the frame that shows it | keys | median | nine of ten | worst |\n| --- | --: | --: | --: | --: |',
);
for (const { what, open, asked } of rooms) {
  const asks = await Promise.all(served.map(({ url }) => open(url)));
  const times = asks.map((): number[] => []);
  for (const [i, question] of asked.entries()) {
    for (const [at, ask] of asks.entries()) times[at]!.push(await ask(question, gaps[i % gaps.length]!));
  }
  for (const [at, folder] of folders.entries()) print(what, folder, times[at]!);
  for (const context of browser.contexts()) await context.close();
}
const sentence =
  'The grey dogs of the harbour wait for hope, bread and an ice cream while justice takes its time. ';
for (const [at, { url }] of served.entries()) {
  print('a key in a text of 1,000 characters', folders[at], await typingTimes(url, sentence.repeat(10)));
  print(
    'a key in a text of 19,900 characters',
    folders[at],
    await typingTimes(url, sentence.repeat(210).slice(0, 19_900)),
  );
}
await browser.close();
await Promise.all(served.map((each) => each.close()));
