/**
 * `npm run bench -w @slipform/concreteness`: what the table costs, beside the plain alternative in the same run:
 * reading a TSV of as many words and ratings into a Map.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { createLexicon } from '../src';
import { openEstimates } from '../src/estimates';

const rounds = 5;
const library = new URL('../dist/index.js', import.meta.url).href;

/** Best of some rounds, each in a process of its own, since a table is decoded once in each. */
function milliseconds(script: string, input = ''): number {
  const times = Array.from({ length: rounds }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, input], {
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    return Number(stdout);
  });
  return Math.min(...times);
}

/**
 * Best of some rounds. `fresh` makes every string new to the engine, as words cut out of a text are, so that it
 * has to compute the hash; else the same strings come again and again.
 */
function callsPerSecond(
  words: readonly string[],
  rate: (word: string) => unknown,
  fresh: boolean,
  calls = 1_000_000,
): number {
  let best = 0;
  for (let round = 0; round < rounds; round += 1) {
    const asked = Array.from({ length: calls }, (_, call) => {
      const word = words[call % words.length]!;
      return fresh ? Buffer.from(word).toString() : word;
    });
    let known = 0;
    const start = performance.now();
    for (const word of asked) if (rate(word) !== undefined) known += 1;
    best = Math.max(best, calls / ((performance.now() - start) / 1000));
    const isAsMeant = words === unknown ? known === 0 : known > calls * 0.9;
    if (!isAsMeant) throw new Error(`${known} of ${calls} words were known`);
  }
  return best;
}

const estimates = openEstimates();
const entries = [...estimates.words()];
const { rate, rateCaption } = createLexicon();
const tsv = entries.map((word) => `${word}\t${estimates.get(word)}`).join('\n');

const readTsv = `
  import { readFileSync } from 'node:fs';
  const start = performance.now();
  const map = new Map();
  for (const line of readFileSync(0, 'utf8').split('\\n')) {
    const tab = line.indexOf('\\t');
    map.set(line.slice(0, tab), Number(line.slice(tab + 1)));
  }
  console.log(performance.now() - start);`;
const readTable = `
  const start = performance.now();
  const { createLexicon } = await import(${JSON.stringify(library)});
  createLexicon();
  console.log(performance.now() - start);`;
const tsvTimes = Array.from({ length: rounds }, () =>
  Number(
    spawnSync(process.execPath, ['--input-type=module', '-e', readTsv], { input: tsv, encoding: 'utf8' })
      .stdout,
  ),
);

// A seeded draw of entries, in any order, and the plurals of those that take a plain -s.
const random = xoroshiro128plus(0);
const drawn = Array.from({ length: 100_000 }, () => entries[uniformInt(random, 0, entries.length - 1)]!);
const inflected = drawn.filter((word) => /^[a-z]+[b-df-hj-np-rt-wz]$/.test(word)).map((word) => `${word}s`);
const compounded = drawn
  .filter((word) => /^[a-z]{4,8}$/.test(word) && estimates.get(`${word}less`) === undefined)
  .map((word) => `${word}less`);
const unknown = drawn.filter((word) => /^[a-z]+$/.test(word)).map((word) => `${word}qz`);
const plain = new Map(entries.map((word) => [word, estimates.get(word)]));
const captions = Array.from(
  { length: 20_000 },
  (_, index) => `A man with two ${inflected[index % inflected.length]} beside a red ${drawn[index]}.`,
);

const file = readFileSync(fileURLToPath(new URL('../table/estimates.js', import.meta.url)));
const mapGet = (word: string) => plain.get(word);
const captionStart = performance.now();
for (const caption of captions) rateCaption(caption);
const captionRate = captions.length / ((performance.now() - captionStart) / 1000);

const loadTime = milliseconds(readTable);
const tsvTime = Math.min(...tsvTimes);

function speedRow(name: string, words: readonly string[], fresh: boolean): string {
  const millions = (value: number) => `${(value / 1e6).toFixed(2)} M/s`;
  const isSlow = words === compounded || words === unknown;
  const ours = callsPerSecond(words, rate, fresh, isSlow ? 100_000 : 1_000_000);
  if (isSlow || words === inflected) return `| ${name} | ${millions(ours)} | – | – |`;
  const theirs = callsPerSecond(words, mapGet, fresh);
  return `| ${name} | ${millions(ours)} | ${millions(theirs)} | ${(ours / theirs).toFixed(2)} |`;
}
const kilobytes = (bytes: Buffer) => gzipSync(bytes).length / 1e3;
const size = kilobytes(file);
const tsvSize = kilobytes(Buffer.from(tsv));

console.log(`${entries.length} entries; best of ${rounds}; Node ${process.versions.node}\n`);
console.log('| | slipform | TSV into a Map | ratio |\n|---|---|---|---|');
console.log(
  `| size, gzipped | ${size.toFixed(0)} kB | ${tsvSize.toFixed(0)} kB | ${(size / tsvSize).toFixed(2)} |`,
);
console.log(
  `| load | ${loadTime.toFixed(0)} ms | ${tsvTime.toFixed(0)} ms | ${(loadTime / tsvTime).toFixed(2)} |`,
);
console.log(speedRow('rate, the same strings again', drawn, false));
console.log(speedRow('rate, strings new to the engine', drawn, true));
console.log(speedRow('rate, plurals, the same strings again', inflected, false));
console.log(speedRow('rate, words by their parts', compounded, false));
console.log(speedRow('rate, unknown words', unknown, false));
console.log(`| rateCaption | ${Math.round(captionRate)} captions/s | – | – |`);
