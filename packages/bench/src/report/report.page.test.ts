import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looks, pageFaults } from '../../../../scripts/page-faults';
import { chromiumLaunchOptions } from '../../../../vitest.config';
import { iconRecord, sampleRecord, sampleResults } from '../testing/sample-record';
import { renderReport } from './render-report';

const long = sampleResults.map((result, index) => ({
  ...result,
  model: `a_checkpoint_${'of_a_very_long_name_'.repeat(4)}${index}`,
}));
const pages = {
  'models of long names': renderReport(long),
  'an experiment': renderReport(sampleRecord),
  'an experiment on icons': renderReport(iconRecord),
  'plain results': renderReport(sampleResults),
};

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(chromiumLaunchOptions);
});
/** A page of a report on a screen of this width. */
async function open(html: string, width: number) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  // A busy machine must not decide; the test's own limit is the only one.
  page.setDefaultTimeout(0);
  await page.setContent(html);
  return page;
}
afterAll(() => browser?.close());

describe.each(Object.entries(pages))('the report of %s in Chromium', (_, page) => {
  it.each(looks)('fits $name, and is accessible', async (look) => {
    expect(await pageFaults(browser, page, look)).toEqual([]);
  });
});

it('seven kinds fit a screen of 1200 pixels, in the tables too', async () => {
  const names = ['add_att', 'add_obj', 'replace_att', 'replace_obj', 'replace_rel', 'swap_att', 'swap_obj'];
  const results = sampleResults.map((result, index) => ({
    ...result,
    model: `a-model-of-${index}`,
    kinds: Object.fromEntries(names.map((name) => [name, result.kinds.relation!])),
    coverage: {},
    bagOfWordsUpperBound: {},
    answers: result.answers.slice(0, 70).map((answer, at) => ({ ...answer, kind: names[at % 7]! })),
  }));
  const page = await open(renderReport(results), 1200);
  const tables = await page.evaluate(() =>
    [...document.querySelectorAll('.scroll')].map(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    ),
  );
  expect(tables).toEqual([0, 0]);
  await page.close();
});

it.each([390, 1100, 1200, 1600])('no word of a card is broken on a screen of %i pixels', async (width) => {
  const [pair] = iconRecord.pairs!;
  const models = ['checkpoint', 'InfoNCE', 'hard negatives', 'Cement'];
  const right = [
    [0.5, 0.4],
    [0.3, 0.6],
  ] as const;
  const card = {
    ...{ captions: ['notification bell-alert', 'centurion snow'] as const },
    ...{ words: ['notification', 'centurion'] as const },
    // Bold, since they are right, and so the widest.
    answers: models.map((model) => ({ model, scores: right })),
  };
  const record = {
    ...iconRecord,
    pairs: [1, 2, 3, 4].map(() => ({ ...pair!, ...card })),
  };
  const page = await open(renderReport(record), width);
  expect(await page.evaluate(wordsOfCards)).toEqual({ broken: [], words: expect.any(Number) });
  // The test can fail.
  await page.addStyleTag({ content: '.pair td:first-child { width: 20px !important }' });
  expect((await page.evaluate(wordsOfCards)).broken).toContain('checkpoint');
  await page.close();
});

/** Words of the cards that stand on more than one line. Runs in the page. */
function wordsOfCards() {
  const broken = new Set<string>();
  let words = 0;
  for (const card of document.querySelectorAll('.pair')) {
    const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      // What is hidden is for machines that read aloud.
      if (text.parentElement!.closest('.visually-hidden')) continue;
      for (const { 0: word, index } of text.nodeValue!.matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        words++;
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.add(word);
      }
    }
  }
  return { broken: [...broken], words };
}
