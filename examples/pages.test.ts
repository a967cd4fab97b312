import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looks, pageFaults } from '../scripts/page-faults';
import { chromiumLaunchOptions } from '../vitest.config';

const folder = join(import.meta.dirname, 'cement-loss-browser');

// The page that a user of the example sees, in a real Chromium, on each backend and on the one that it chooses.
describe('examples/cement-loss-browser', () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, ['main.mjs'], { cwd: folder });
    const { serve } = (await import(join(folder, 'serve.mjs'))) as {
      serve: (port: number) => Promise<Server>;
    };
    server = await serve(0);
    browser = await chromium.launch(chromiumLaunchOptions);
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  /** What the page's table says of each kind of question: before, InfoNCE, Cement, in percent. */
  async function train(query: string, backend: string): Promise<Record<string, number[]>> {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    await page.goto(`http://127.0.0.1:${address.port}/?backend=${backend}${query}`);
    const ended = () => /^(Done|It failed)/.test(document.querySelector('#status')?.textContent ?? '');
    await page.waitForFunction(ended);
    expect(await page.textContent('#status')).toMatch(new RegExp(`^Done on ${backend}:`));
    expect(errors).toEqual([]);
    const rows = await page.locator('tbody tr').all();
    const table: Record<string, number[]> = {};
    for (const row of rows) {
      const [kind = '', ...cells] = await row.locator('td').allTextContents();
      table[kind] = cells.map(Number.parseFloat);
    }
    await page.close();
    return table;
  }

  it('takes in the swaps that it is trained on, with Cement', async () => {
    const [before = 100, infoNce = 100, cement = 0] = (await train('', 'wasm'))['swap, trained on'] ?? [];
    expect(cement).toBeGreaterThan(before + 1);
    expect(cement).toBeGreaterThan(infoNce + 1);
  });

  it('trains alike on webgpu, webgl and wasm', async () => {
    const [wasm, ...others] = [
      await train('&steps=10', 'wasm'),
      await train('&steps=10', 'webgl'),
      await train('&steps=10', 'webgpu'),
    ];
    expect(Object.keys(wasm ?? {})).toHaveLength(4);
    for (const [kind, cells] of Object.entries(wasm ?? {})) {
      for (const other of others)
        other[kind]?.forEach((percent, index) => {
          // Of some 250 questions, one or two lie so close that float32 decides.
          expect(Math.abs(percent - (cells[index] ?? Number.NaN))).toBeLessThan(1.1);
        });
    }
  });
});

describe('the report of examples/plant-audit', () => {
  let browser: Browser;
  let html: string;

  beforeAll(async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['main.mjs'], {
      cwd: join(import.meta.dirname, 'plant-audit'),
    });
    const [report] = /\S+report\.html/.exec(stdout) ?? [];
    html = await readFile(report ?? '', 'utf8');
    browser = await chromium.launch(chromiumLaunchOptions);
  });

  afterAll(() => browser?.close());

  it.each(looks)('fits $name, and is accessible', async (look) => {
    expect(await pageFaults(browser, html, look)).toEqual([]);
  });
});
