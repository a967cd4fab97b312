import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLogger, createServer } from 'vite';
import { expect, it } from 'vitest';
import { openPage } from '../testing/open-page';
import { playgroundPages } from '../testing/playground-pages';

const pages = playgroundPages();

it('the server for development loads no page again, from an empty cache on', async () => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'slipform-vite-'));
  const said: string[] = [];
  const customLogger = createLogger('silent');
  const note = (text: string) => void said.push(text);
  const server = await createServer({
    root: fileURLToPath(new URL('../../', import.meta.url)),
    cacheDir,
    customLogger: { ...customLogger, info: note, warn: note, warnOnce: note },
    server: { host: '127.0.0.1', port: 0, watch: null },
  });
  try {
    await server.listen();
    const { page, context, faults } = await openPage(
      pages.browser,
      `${server.resolvedUrls!.local[0]}#/train?steps=4&batch=8&backend=wasm`,
    );
    // A page that is loaded again has lost this.
    await page.evaluate(() => Reflect.set(globalThis, 'isFirst', true));
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.waitForSelector('.progress-words:has-text("Trained"), .error-box');
    await page.goto(page.url().replace(/#.*/, '#/words'));
    await page.waitForSelector('.words-main[data-rated=true] .marked, .error-box');
    await page.goto(page.url().replace(/#.*/, '#/negatives'));
    await page.waitForSelector('.mined-caption, .error-box');
    await page.goto(page.url().replace(/#.*/, '#/draw?t=a+red+car'));
    await page.waitForSelector('.draw-true img[src], .error-box');
    expect(await page.locator('.error-box').allTextContents()).toEqual([]);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'isFirst'))).toBe(true);
    expect(said.filter((text) => /optimized|reload/.test(text))).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  } finally {
    await server.close();
    rmSync(cacheDir, { recursive: true });
  }
});
