// Measures the search in the built page, in Chromium: milliseconds from a key to the frame that shows the answer, and how well it
// finds Lucide's icons by people's tags, which training never saw, where a match of names finds nothing of them.
//
//   npx tsx scripts/measure-page.ts [folder with the corpus]         after npm ci --prefix lab/corpus
import { fileURLToPath } from 'node:url';
import { openCorpus } from '@slipform/icons/files';
import { chromium } from 'playwright';
import { wordsOf } from '../src/rooms/search/index/icon-table';
import { serveBuilt } from '../src/testing/serve-built';

/** Tags that so many icons have are asked. */
const LEAST = 3;
const SHOWN = 10;
/** So many tags are asked, evenly out of all. */
const QUERIES = 300;

const corpus = process.argv[2] ?? fileURLToPath(new URL('../../../lab/corpus', import.meta.url));
const { icons } = await openCorpus({ root: corpus, sets: ['lucide'], tags: true });
const tagged = new Map<string, Set<string>>();
for (const { caption, tags } of icons) {
  for (const tag of tags) {
    const [word, ...more] = wordsOf(tag);
    if (word === undefined || more.length > 0) continue;
    tagged.set(word, (tagged.get(word) ?? new Set()).add(caption));
  }
}
const eligible = [...tagged].filter(([, captions]) => captions.size >= LEAST);
const queries = eligible.filter((_, at) => (at * QUERIES) % eligible.length < QUERIES);

const served = await serveBuilt();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
  timeout: 0,
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
page.setDefaultTimeout(0);
const opened = performance.now();
await page.goto(`${served.url}#/search?q=umbrella`);
await page.waitForSelector('.answer-drawing .card img');
const first = performance.now() - opened;
await page.waitForSelector('.search-room:not(:has(> .progress))');
const whole = performance.now() - opened;
await page.waitForSelector('text=This room now works without a network');

interface Shown {
  readonly names: readonly string[];
  readonly named: number;
  readonly took: number;
}

/** Types a word, as a person does, and reads what the page shows. */
async function ask(word: string): Promise<Shown> {
  await page.evaluate(() => performance.clearMeasures('slipform-search'));
  await page.fill('input[type=search]', word);
  await page.waitForFunction(() => performance.getEntriesByName('slipform-search').length > 0);
  return page.evaluate(() => ({
    names: [...document.querySelectorAll('.answer-drawing .card-name')].map((name) => name.textContent ?? ''),
    named: document.querySelectorAll('.answer-name .card').length,
    took: performance.getEntriesByName('slipform-search')[0]?.duration ?? Number.NaN,
  }));
}

const all: number[] = [];
for (const [word] of queries.slice(0, 100)) all.push((await ask(word)).took);
all.sort((a, b) => a - b);
console.log(`first icon ${first.toFixed(0)} ms after the address, all sets after ${whole.toFixed(0)} ms`);
console.log(
  `key to frame, all sets, ${all.length} words: median ${all[50]!.toFixed(0)} ms, 95 % within ${all[94]!.toFixed(0)} ms`,
);

await page.selectOption('select >> nth=0', 'lucide');
await page.click('text=Only what names miss');
let [asked, hits, empty] = [0, 0, 0];
for (const [word, captions] of queries) {
  const { names, named } = await ask(word);
  const rest = new Set(
    icons.flatMap(({ caption, aliases }) => {
      const own = [caption, ...aliases].flatMap(wordsOf);
      return captions.has(caption) && !own.some((each) => each.startsWith(word)) ? [caption] : [];
    }),
  );
  if (rest.size === 0) continue;
  asked++;
  if (named === 0) empty++;
  if (names.slice(0, SHOWN).some((name) => rest.has(name))) hits++;
}
console.log(
  `${asked} tags of Lucide's icons: names match nothing for ${(empty / asked).toFixed(3)} of them; a right icon that names miss is among ten for ${(hits / asked).toFixed(3)}`,
);
await browser.close();
await served.close();
