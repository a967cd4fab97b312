// Processor time of an answer in the rooms Negatives and Draw: from a caption that is typed to its answer on the screen, all threads of
// the page together. Usage, at the root, after a build: npx tsx apps/playground/scripts/measure.ts
import { chromium, type Page } from 'playwright';
import { chromiumLaunchOptions } from '../../../vitest.config';
import { openPage } from '../src/testing/open-page';
import { serveBuilt } from '../src/testing/serve-built';

const captions = [
  'two brown dogs play on a beach',
  'a red car to the left of a blue bus',
  'a woman with a green umbrella crosses the street',
  'three yellow bananas in a bowl next to a green apple',
  'a black cat sleeps on a white chair',
  'a boy in a red shirt kicks a ball',
  'an old clock hangs on the wall of a kitchen',
  'a small bird sits on a branch of a tree',
];
const rooms = {
  negatives: ['.negatives-ask textarea, textarea', '.negatives-answer'],
  draw: ['.draw-ask input[type=text]', '.draw-answer'],
} as const;

const served = await serveBuilt();
const browser = await chromium.launch(chromiumLaunchOptions);
const system = await browser.newBrowserCDPSession();

/** Seconds of all renderers; there is one page at a time. */
async function rendererSeconds(): Promise<number> {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function answer(
  page: Page,
  [field, place]: (typeof rooms)[keyof typeof rooms],
  text: string,
): Promise<number> {
  const before = await rendererSeconds();
  await page.fill(field, text);
  await page.waitForSelector(`${place}[aria-busy=false]`);
  return 1000 * ((await rendererSeconds()) - before);
}

for (const [room, own] of Object.entries(rooms)) {
  const { page, context } = await openPage(browser, `${served.url}#/${room}`);
  await page.waitForSelector(`${own[1]}[aria-busy=false]`);
  console.log(
    `${room}: first answer ${Math.round(1000 * (await rendererSeconds()))} ms, with the page and the miner's start`,
  );
  for (let round = 1; round <= 3; round++) {
    const times: number[] = [];
    for (const caption of captions) times.push(await answer(page, own, caption));
    times.sort((a, b) => a - b);
    console.log(
      `${room}, round ${round}: median ${Math.round(times[Math.floor(times.length / 2)]!)} ms, most ${Math.round(times.at(-1)!)} ms`,
    );
  }
  await context.close();
}
await browser.close();
await served.close();
