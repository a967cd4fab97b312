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

describe.each(Object.entries(pages))('the report of %s in Chromium', (_, page) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(chromiumLaunchOptions);
  });
  afterAll(() => browser?.close());

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
  const browser = await chromium.launch(chromiumLaunchOptions);
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.setContent(renderReport(results));
    const tables = await page.evaluate(() =>
      [...document.querySelectorAll('.scroll')].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    );
    expect(tables).toEqual([0, 0]);
  } finally {
    await browser.close();
  }
});
