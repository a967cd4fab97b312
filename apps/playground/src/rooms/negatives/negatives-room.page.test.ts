import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createGzip, gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults } from '../../../../../scripts/page-faults';
import { playgroundPages } from '../../testing/playground-pages';
import { serveBuilt } from '../../testing/serve-built';

const pages = playgroundPages();
const command = fileURLToPath(
  new URL('../../../../../packages/plant/bin/slipform-plant.js', import.meta.url),
);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipform-negatives-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const things = ['dog', 'cat', 'horse', 'red chair', 'blue cup', 'man', 'woman', 'tree'];
const places = ['sofa', 'table', 'beach', 'wooden bench', 'street', 'lake', 'bridge'];
const captions = Array.from(
  { length: 56 },
  (_, i) => `A ${things[i % things.length]} beside a ${places[i % places.length]}.`,
);
const rows = captions.map((caption, i) => ({ id: `c${i}`, image_id: i % 30, caption }));

const typeIn = (page: Page, text: string) => page.fill('.negatives-input textarea', text);
const choose = (page: Page, name: string, content: string | Uint8Array) =>
  page.setInputFiles('.file-panel input[type=file]', {
    ...{ name, mimeType: 'text/plain', buffer: Buffer.from(content) },
  });

async function saved(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('.file-buttons .button-main'),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

it('makes negatives of what is typed, marks what changed, and moves with the knob', async () => {
  const { page, context, faults } = await pages.open('#/negatives?sense=0.35');
  await page.waitForSelector('.mined-caption');
  await typeIn(
    page,
    'A red car stands behind a blue bus.\nThe idea is freedom.\nA small dog sleeps on a sofa.',
  );
  await page.waitForFunction(() => document.querySelectorAll('.mined-caption').length === 3);
  const changed = await page.locator('.mined-caption >> nth=2 >> mark').allTextContents();
  expect(changed.length).toBe(2);
  expect(changed[0]).toMatch(/^(dog|sofa)$/);
  expect(changed[1]).not.toBe(changed[0]);
  const caption = await page.locator('.caption-text >> nth=2').textContent();
  const negative = await page.locator('.mined-caption >> nth=2 >> .negative-text').textContent();
  expect(negative).toContain(caption!.split(changed[0]!)[1]);
  expect(await page.locator('[data-reason=no-site] .no-negative').textContent()).toMatch(
    /^No negative\. It has no/,
  );
  await page.click('.mined-caption >> nth=2 >> summary');
  expect(await page.locator('.mined-caption >> nth=2 >> .refused li').count()).toBeGreaterThan(3);
  expect(await axeFaults(page)).toEqual([]);

  // Another place of the knob, another mean.
  const spoken = () => page.locator('.knob-figure svg').getAttribute('aria-label');
  expect(await spoken()).toMatch(/Chosen: concrete words preferred\.$/);
  await page.focus('.slider input');
  await page.keyboard.press('Home');
  await page.waitForFunction(() =>
    /Chosen: abstract words preferred\.$/.test(document.querySelector('.knob-figure svg')?.ariaLabel ?? ''),
  );
  // Each place of the knob is mined by itself, and joins the figure then.
  await page.waitForFunction(
    () =>
      [...(document.querySelector('.knob-figure svg')?.ariaLabel ?? '').matchAll(/: \d\.\d\d/g)].length > 1,
  );
  const means = [...(await spoken())!.matchAll(/: (\d\.\d\d)/g)].map(([, mean]) => Number(mean));
  expect(means.at(-1)!).toBeGreaterThan(means[0]!);
  expect(new URL(page.url()).hash).toContain('word=min');

  await page.selectOption('.negatives-settings select >> nth=0', 'swap');
  await page.waitForSelector('text=swapped within the caption');
  expect(await page.locator('.negative-text >> nth=0').textContent()).toMatch(
    /blue car .* red bus|bus .* car/,
  );

  // The tab is closed, and its address opened again.
  await page.waitForFunction(() => location.hash.includes('freedom'));
  const again = await context.newPage();
  await again.goto(page.url());
  await again.waitForSelector('.mined-caption');
  expect(await again.inputValue('.negatives-input textarea')).toContain('The idea is freedom.');
  // A longer text is kept by the tab.
  const long = 'A bird on a roof.\n'.repeat(150);
  await typeIn(again, long);
  await again.waitForFunction(() => !location.hash.includes('t='));
  await again.reload();
  await again.waitForSelector('.mined-caption');
  expect(await again.inputValue('.negatives-input textarea')).toBe(long);
  expect(faults).toEqual([]);
  await context.close();
});

it('asks about the newest text alone while the miner is at another, and about what is slow once the letters rest', async () => {
  // A room without a miner: the worker must start after it is watched.
  const { page, context, faults } = await pages.open('#/words');
  await page.evaluate(() => {
    const jobs: { kind: string; last: string }[] = [];
    const open = new Map<number, string>();
    let most = 0;
    Object.assign(globalThis, { jobs, mostTyped: () => most });
    const post = Worker.prototype.postMessage;
    const watched = new WeakSet<Worker>();
    Worker.prototype.postMessage = function (this: Worker, message: unknown, options?: object) {
      const { number, job } = message as { number: number; job: { kind: string; captions: string[] } };
      jobs.push({ kind: job.kind, last: job.captions.at(-1) ?? '' });
      open.set(number, job.kind);
      most = Math.max(most, [...open.values()].filter((kind) => kind === 'typed').length);
      post.call(this, message, options);
    };
    // Before the page's own listener, which gives the next job.
    const listen = Worker.prototype.addEventListener;
    Worker.prototype.addEventListener = function (this: Worker, ...given: [string, EventListener]) {
      if (!watched.has(this))
        listen.call(this, 'message', (event) => open.delete((event as MessageEvent).data.number));
      watched.add(this);
      listen.apply(this, given);
    };
  });
  await page.click('nav a[href="#/negatives"]');
  await page.waitForSelector('.knob-figure', { state: 'attached' });
  // Faster than any answer: each letter would be a job in a queue.
  await page.fill('.negatives-input textarea', 'A dog on a sofa');
  await page.keyboard.type(' beside a large brown chair in a kitchen.');
  await page.waitForFunction(
    () =>
      document.querySelector('.caption-text')?.textContent ===
      'A dog on a sofa beside a large brown chair in a kitchen.',
  );
  expect(await page.evaluate(() => (Reflect.get(globalThis, 'mostTyped') as () => number)())).toBe(1);
  // What is slow is asked once the letters rest, about the last text.
  await page.waitForFunction(() => {
    const last = (Reflect.get(globalThis, 'jobs') as { kind: string; last: string }[]).at(-1)!;
    return last.kind === 'beside' && last.last.endsWith('kitchen.');
  });
  expect(faults).toEqual([]);
  await context.close();
});

it('saves of a file what the command makes of it, byte for byte', async () => {
  const { page, context, faults } = await pages.open('#/negatives?n=2&sense=0.19');
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'in.jsonl': rows.map((row) => JSON.stringify(row)).join('\n'),
    'in.csv': `caption,image_id\n${rows.map((row) => `"${row.caption}",${row.image_id}`).join('\n')}`,
    'in.txt.gz': gzipSync(captions.join('\r\n')),
  };
  // The command's own output, as what it reads. Its other formats: mine-blob.test.ts of plant.
  const [source, made] = [join(folder, 'in.jsonl'), join(folder, 'made.parquet')];
  writeFileSync(source, files['in.jsonl']!);
  execFileSync(process.execPath, [command, 'mine', source, '-o', made, '--force', '--quiet']);
  Object.assign(files, { 'made.parquet': readFileSync(made) });
  for (const [name, content] of Object.entries(files)) {
    const format = name === 'in.csv' ? 'tsv' : 'jsonl';
    await page.click(`.file-options .choice-option >> nth=${format === 'tsv' ? 1 : 0}`);
    await choose(page, name, content);
    await page.waitForSelector(`.file-end:has-text("${name}: ") .button-main`);
    const [input, output] = [join(folder, name), join(folder, `out.${format}`)];
    writeFileSync(input, content);
    const options = ['--per-caption', '2', '--sense', '0.19', '--force', '--quiet'];
    execFileSync(process.execPath, [command, 'mine', input, '-o', output, ...options]);
    const theirs = readFileSync(output, 'utf8');
    expect(theirs.split('\n').length).toBeGreaterThan(30);
    expect(await saved(page), name).toBe(theirs);
  }
  expect(await axeFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

it('ends at once when it is cancelled, and mines again', async () => {
  const { page, context, faults } = await pages.open('#/negatives');
  await choose(page, 'large.txt', captions.join('\n').repeat(1500));
  await page.click('.file-state .progress .button');
  await page.waitForSelector('text=large.txt was cancelled');
  await choose(page, 'small.txt', captions.join('\n'));
  await page.waitForSelector('text=small.txt: 56 captions');
  expect((await saved(page)).split('\n').length).toBeGreaterThan(30);
  expect(faults).toEqual([]);
  await context.close();
});

it('says of a hostile file what is wrong in one sentence, and lives on', async () => {
  const { page, context, faults } = await pages.open('#/negatives');
  const zip = Uint8Array.from([80, 75, 3, 4, 20, ...new Uint8Array(200)]);
  for (const [name, content, message] of [
    ['a zip.jsonl', zip, 'A zip.jsonl holds zero bytes'],
    ['broken.json', '{"annotations": [{"caption": NaN}]}', 'is not JSON'],
    ['no-column.csv', 'words\nA dog.', 'name it in “Column of the captions”'],
    ['what.pdf', '%PDF', 'let it end in .txt'],
    ['latin.txt', Uint8Array.from([0x41, 0xe9, 0x42]), 'is not UTF-8'],
    ['nothing.tar', '', 'holds no caption'],
    ['cut.parquet', 'PAR1', 'is not a readable Parquet file'],
  ] as const) {
    await choose(page, name, content);
    const box = page.locator(`.file-state .error-message:has-text("${message}")`);
    await box.waitFor();
    expect(await box.textContent()).toMatch(/^[^\n]+\.$/);
  }
  // One line of 50 MB, dropped; then lines that are no JSON, and one that says a key twice.
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'.repeat(50_000_000), '\nA dog on a sofa.'], 'long.txt'));
    document
      .querySelector('.drop-file')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  });
  await page.waitForSelector('text=long.txt: 1 caption,');
  expect(await page.locator('.problems').textContent()).toBe('long.txt line 1 is longer than 4 MiB.');
  await choose(
    page,
    'odd.jsonl',
    'NaN\n{"caption":"A dog."\n{"caption":"A","caption":"A cat on a chair."}\n\u0000',
  );
  await page.waitForSelector('text=odd.jsonl: 1 caption,');
  expect(await page.locator('.problems li').count()).toBe(3);
  await typeIn(page, 'A dog on a sofa.');
  await page.waitForFunction(() => document.querySelectorAll('.mined-caption').length === 1);
  expect(faults).toEqual([]);
  await context.close();
});

it('refuses a gzip bomb in its first part, in bounded memory', async () => {
  const { page, context, faults } = await pages.open('#/negatives');
  await page.waitForSelector('.mined-caption');
  // The most that a process of the browser has had so far, where the system says it.
  const session = await pages.browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const highest = () =>
    Math.max(
      0,
      ...ids
        .map((id) => `/proc/${id}/status`)
        .filter((file) => existsSync(file))
        .map((file) => Number(/VmHWM:\s*(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024),
    );
  // What mines files has its own word graph: it is there before the bombs come.
  await choose(page, 'harmless.txt', 'A dog on a sofa.');
  await page.waitForSelector('text=harmless.txt: 1 caption,');
  const before = highest();
  for (const [name, byte, message] of [
    ['zeros.txt.gz', 0, 'zeros.txt.gz holds zero bytes'],
    ['line.jsonl.gz', 120, 'line.jsonl.gz line 1 goes on for more than 128 MiB'],
  ] as const) {
    const bomb = Readable.from(Array<Buffer>(512).fill(Buffer.alloc(2 ** 20, byte)));
    await choose(page, name, await buffer(bomb.pipe(createGzip({ level: 1 }))));
    const box = page.locator(`.file-state .error-message:has-text("${message}")`);
    await box.waitFor();
    expect(await box.textContent()).toMatch(/^[^\n]+\.$/);
  }
  // Mebibytes; each of the two would be 512.
  expect(highest() - before).toBeLessThan(300);
  expect(faults).toEqual([]);
  await context.close();
});

it('works where the browser refuses to keep anything', async () => {
  const { page, context } = await pages.open('#/negatives', { serviceWorkers: 'block' });
  await page.waitForSelector('.mined-caption');
  await context.close();
});

it('works without a network once it has been here', async () => {
  const gone = await serveBuilt();
  const context = await pages.browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`${gone.url}#/negatives`);
  await page.waitForSelector('.mined-caption');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => {
    const kept = await (await caches.open('slipform-data')).keys();
    return kept.some(({ url }) => url.includes('plant-worker'));
  });
  await gone.close();
  await page.reload();
  await page.waitForSelector('.mined-caption');
  await context.close();
});
