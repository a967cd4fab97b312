import { expect, it } from 'vitest';
import { axeFaults } from '../../../../../scripts/page-faults';
import { playgroundPages } from '../../testing/playground-pages';

const pages = playgroundPages();

/** As the room copies it. */
interface Report {
  readonly format: string;
  readonly amount: string;
  readonly browser: { readonly userAgent: string; readonly cores: number; readonly memory: number | null };
  readonly packages: Readonly<Record<string, string>>;
  readonly backends: readonly { readonly backend: string; readonly on: string }[];
  readonly failed: readonly { readonly backend: string; readonly why: string }[];
  readonly measured: readonly {
    readonly backend: string;
    readonly op: string;
    readonly size: string;
    readonly ms: number;
    readonly gflops: number;
    readonly pictures?: number;
    readonly runs: number;
  }[];
}

it('measures each backend in a worker, shows a table, and copies all of it', async () => {
  const { page, context, faults } = await pages.open('#/speed?much=tiny', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.getByRole('button', { name: 'Measure' }).click();
  await page.waitForSelector('.speed-figures[aria-busy=false] .button');
  // Chromium has all three, if only by its processor.
  expect(await page.locator('.speed-backend h2').allTextContents()).toEqual(['Wasm', 'WebGPU', 'WebGL']);
  expect(await page.locator('.speed-backend tbody tr').count()).toBe(12);
  expect(await page.locator('.speed-backend .hint >> nth=0').textContent()).toMatch(
    /^On one thread, (relaxed-)?simd kernels$/,
  );
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  await page.getByRole('button', { name: 'Copy as JSON' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const report = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as Report;
  expect(Object.keys(report)).toEqual([
    ...['format', 'measuredAt', 'amount', 'browser', 'packages', 'backends', 'failed', 'measured'],
  ]);
  expect(report).toMatchObject({ format: 'slipform-speed/1', amount: 'tiny', failed: [] });
  expect(report.browser.userAgent).toContain('Chrome');
  expect(report.browser.cores).toBeGreaterThan(0);
  expect(Object.values(report.packages).every((version) => /^\d+\.\d+\.\d+/.test(version))).toBe(true);
  expect(report.backends.map(({ backend }) => backend)).toEqual(['wasm', 'webgpu', 'webgl']);
  expect(report.backends.every(({ on }) => on.length > 3)).toBe(true);
  for (const { backend } of report.backends) {
    const own = report.measured.filter((one) => one.backend === backend);
    expect(own.map(({ op }) => op)).toEqual(['matMul', 'conv2d', 'vision tower', 'vision tower']);
  }
  // What is shown follows from what was counted: operations and pictures over the time.
  const flops = (size: string) =>
    report.measured.filter((one) => one.size === size).map(({ ms, gflops }) => ms * gflops * 1e6);
  for (const count of flops('16 × 16 × 16')) expect(count).toBeCloseTo(2 * 16 ** 3, 3);
  for (const count of flops('1 × 8 × 8 × 4, 3 × 3 → 4')) expect(count).toBeCloseTo(2 * 8 * 8 * 9 * 4 * 4, 3);
  for (const { ms, pictures, size } of report.measured) {
    expect(ms).toBeGreaterThan(0);
    const batch = /^tiny: (\d)/.exec(size)?.[1];
    if (batch !== undefined) expect((pictures! * ms) / 1000).toBeCloseTo(Number(batch), 6);
    else expect(pictures).toBeUndefined();
  }
  expect(faults).toEqual([]);
  await context.close();
});

it('ends at once when it is stopped, keeps what it has, and measures again', async () => {
  const { page, context, faults } = await pages.open('#/speed?on=wasm&much=whole');
  await page.getByRole('button', { name: 'Measure' }).click();
  await page.waitForSelector('.speed-backend tbody tr');
  await page.click('.progress .button');
  const rows = await page.locator('.speed-backend tbody tr').count();
  expect(rows).toBeLessThan(12);
  await page.getByRole('button', { name: 'Copy as JSON' }).waitFor();
  await page.getByRole('button', { name: 'Measure' }).waitFor();
  await page.evaluate(() => {
    location.hash = '#/speed?on=wasm&much=tiny';
  });
  await page.getByRole('button', { name: 'Measure' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.speed-backend tbody tr').length === 4);
  await page.waitForSelector('.speed-figures[aria-busy=false]');
  expect(await page.locator('.speed-backend h2').allTextContents()).toEqual(['Wasm']);
  expect(faults).toEqual([]);
  await context.close();
});

it('says of a backend that the browser lacks why it was not measured', async () => {
  const { page, context } = await pages.open('#/speed?much=tiny&on=webgpu');
  // Workers have no such API in many browsers.
  await context.route(/speed-worker/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: `Object.defineProperty(navigator, 'gpu', { value: undefined }); delete Object.getPrototypeOf(navigator).gpu;${await response.text()}`,
    });
  });
  await page.getByRole('button', { name: 'Measure' }).click();
  await page.waitForSelector('.speed-figures p:has-text("WebGPU was not measured to its end")');
  expect(await page.locator('.speed-backend').count()).toBe(0);
  await context.close();
});
