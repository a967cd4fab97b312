// Takes the pictures of the playground that the README and the site's front page show, into docs/pictures: each room in
// light and dark, from the built page.
// Usage: npm run pictures [-- ROOM …]     ROOM is words, negatives, draw or train; all of them by default
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { openPage } from '../apps/playground/src/testing/open-page';
import { serveBuilt } from '../apps/playground/src/testing/serve-built';
import { chromiumLaunchOptions } from '../vitest.config';

const folder = resolve(import.meta.dirname, '..', 'docs', 'pictures');
const size = { width: 1200, height: 750 };

/** Where a room is opened, and what one does there before the picture is taken. */
interface Scene {
  readonly hash: string;
  readonly prepare: (page: Page) => Promise<unknown>;
}

const scenes: Readonly<Record<string, Scene>> = {
  words: {
    hash: '#/words',
    prepare: (page) => page.waitForSelector('.words-main[data-rated=true] .marked'),
  },
  negatives: {
    hash: '#/negatives',
    prepare: (page) => page.waitForSelector('.negatives-answer li'),
  },
  draw: {
    hash: '#/draw?t=a+red+car+to+the+left+of+a+blue+bus&artist=fluent',
    prepare: (page) => page.waitForSelector('.hard-images img[src]'),
  },
  train: {
    hash: '#/train?backend=wasm',
    async prepare(page) {
      await page.getByRole('button', { name: 'Train', exact: true }).click();
      await page.waitForSelector('.progress-words:has-text("Trained")');
      const learned = page.getByRole('heading', { name: 'What it learned' });
      await learned.evaluate((heading) => scrollBy(0, heading.getBoundingClientRect().top - 84));
    },
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((room) => !(room in scenes));
if (unknown !== undefined) {
  console.error(`pictures: there is no room "${unknown}"; the rooms are ${Object.keys(scenes).join(', ')}.`);
  process.exit(2);
}

await mkdir(folder, { recursive: true });
const served = await serveBuilt();
const browser = await chromium.launch(chromiumLaunchOptions);
try {
  for (const [room, { hash, prepare }] of Object.entries(scenes)) {
    if (wanted.length > 0 && !wanted.includes(room)) continue;
    const { page, context, faults } = await openPage(browser, `${served.url}${hash}`, {
      viewport: size,
      reducedMotion: 'reduce',
    });
    await prepare(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() =>
        Promise.all([...document.images].map((image) => image.decode().catch(() => {}))),
      );
      const file = join(folder, `${room}-${colorScheme}.webp`);
      const { size: bytes } = await sharp(await page.screenshot())
        .webp({ quality: 82 })
        .toFile(file);
      console.log(`${file}: ${Math.round(bytes / 1000)} kB`);
    }
    if (faults.length > 0) throw new Error(`The page of ${room} has faults: ${faults.join('; ')}`);
    await context.close();
  }
} finally {
  await browser.close();
  await served.close();
}
