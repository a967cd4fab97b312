import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looks, pageFaults } from '../../../../scripts/page-faults';
import { chromiumLaunchOptions } from '../../../../vitest.config';
import { sampleRecord, sampleResults } from '../testing/sample-record';
import { renderReport } from './render-report';

const long = sampleResults.map((result, index) => ({
  ...result,
  model: `a_checkpoint_${'of_a_very_long_name_'.repeat(4)}${index}`,
}));
const pages = {
  'models of long names': renderReport(long),
  'an experiment': renderReport(sampleRecord),
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
