import { type BrowserContext, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumLaunchOptions } from '../../../../vitest.config';
import { readIconSet } from '../corpus/read-icon-set';
import { contactSheet } from '../drawing/contact-sheet';
import { harmlessDrawings, hostileDrawings } from '../testing/hostile-drawings';
import { iconOf } from '../testing/icon-of';
import { sheetPage } from './sheet-command';

const address = 'http://sheet.test/';
const types = { svg: 'image/svg+xml', html: 'text/html; charset=utf-8' };

let context: BrowserContext;
let asked: string[] = [];
let ran = 0;
let served = { type: '', body: '' };
beforeAll(async () => {
  const browser = await chromium.launch(chromiumLaunchOptions);
  context = await browser.newContext();
  context.setDefaultTimeout(0);
  await context.exposeFunction('ran', () => {
    ran += 1;
  });
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url === address) return route.fulfill({ contentType: served.type, body: served.body });
    asked.push(url);
    return route.abort();
  });
});
afterAll(() => context?.browser()?.close());

/** Opens a document, lets its animations begin, and says how often a script ran and what was asked for. */
async function open(type: keyof typeof types, body: string) {
  [asked, ran, served] = [[], 0, { type: types[type], body }];
  const page = await context.newPage();
  try {
    await page.goto(address);
    const pictures = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const count = document.querySelectorAll('svg svg').length;
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(count), 30)));
        }),
    );
    return { pictures, ran, asked };
  } finally {
    await page.close();
  }
}

const passesReader = (body: string) => {
  try {
    return readIconSet({ prefix: 'try', icons: { a: { body } } }).icons.length > 0;
  } catch {
    return false;
  }
};

describe.each(['svg', 'html'] as const)('a sheet as %s in Chromium', (type) => {
  const written = (bodies: readonly string[]) => {
    const svg = contactSheet(bodies.map((body) => ({ icons: [{ icon: iconOf(body) }] })));
    return type === 'svg' ? svg : sheetPage('a sheet', svg);
  };

  it('shows what the reader lets through, and runs and loads nothing', async () => {
    const read = [...hostileDrawings, ...harmlessDrawings].filter(passesReader);
    expect(read).toEqual(harmlessDrawings);
    expect(await open(type, written(read))).toEqual({ pictures: read.length, ran: 0, asked: [] });
  });

  it('runs and loads nothing of drawings that no reader has seen', async () => {
    expect(await open(type, written(hostileDrawings))).toEqual({ pictures: 0, ran: 0, asked: [] });
  });
});

/** A page that sends its reader elsewhere; no policy in a page forbids that. */
const sendsAway = (body: string) => /<meta/.test(body);

it('a page with the bare drawings in it runs and loads nothing by its policy; without that it does', async () => {
  const pages = hostileDrawings
    .filter((body) => !sendsAway(body))
    .map((body) => sheetPage('a sheet', `<svg xmlns:xlink="http://www.w3.org/1999/xlink">${body}</svg>`));
  // All at once, each in a frame of its own: a page for each takes minutes.
  const framed = (texts: readonly string[]) =>
    texts
      .map((text) => `<iframe srcdoc="${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`)
      .join('');
  expect(await open('html', framed(pages))).toEqual({ pictures: 0, ran: 0, asked: [] });
  const bare = await open(
    'html',
    framed(pages.map((page) => page.replace(/<meta http-equiv="Content-Security[^>]*>/, ''))),
  );
  // Otherwise the tests above could not fail.
  expect(bare.ran).toBeGreaterThan(20);
  expect(bare.asked.length).toBeGreaterThan(20);
});
