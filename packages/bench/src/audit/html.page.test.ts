import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looks, pageFaults } from '../../../../scripts/page-faults';
import { chromiumLaunchOptions } from '../../../../vitest.config';
import { createAudit } from './audit';
import type { AuditReport } from './audit-report';
import { htmlReport, htmlTable } from './html-report';

function reportOf(file: string, reasons?: AuditReport['reasons']): AuditReport {
  const audit = createAudit({ lexicon: { rateCaption: () => ({ words: [{ rating: 4.9 }] }) } }, 0, 3, 0);
  for (let id = 0; id < 40; id += 1) {
    audit.add({
      id: String(id),
      caption: `A dog sits on couch number ${id} beside a window with a view of the sea.`,
      negative: `A cat sits on couch number ${id} beside a window with a view of the sea.`,
      slot: id % 3 ? 'object' : 'attribute',
      operation: id % 2 ? 'exchange' : 'natural',
      concreteness: 2 + (id % 7) / 2.3,
      scores: { surprise: id / 60, leak: -0.5 },
    });
  }
  return {
    file,
    version: '0.1.0',
    seed: 0,
    brokenLines: 0,
    ...audit.report(),
    coverage: { captionsWithNegative: 40, captions: 80, share: 0.5 },
    ...(reasons ? { reasons } : {}),
  };
}

const files = ['coco', 'a-domain-of-a-very-long-name', 'rsicd', 'fashion', 'vg', 'cc3m', 'icons'];
const reports = files.map((name) => reportOf(`/data/${name}.jsonl`, { 'no-sensible-edit': 39, name: 1 }));
const pages = { 'one file': htmlReport(reports[0]!), 'seven files': htmlTable(reports) };

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(chromiumLaunchOptions);
});
afterAll(() => browser?.close());

describe.each(Object.entries(pages))('the audit of %s in Chromium', (_, page) => {
  it.each(looks)('fits $name, and is accessible', async (look) => {
    expect(await pageFaults(browser, page, look)).toEqual([]);
  });
});
