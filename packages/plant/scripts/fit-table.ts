/**
 * Counts a TSV of captions (`image_id`, `caption`) for the table that ships, and writes table/captions.fit:
 *
 *   npm run fit -w @slipform/plant -- CAPTIONS.tsv && npm run generate -w @slipform/plant
 *
 * What ships holds no caption: counts of what came twice or more by hash, rounded to steps of a quarter beyond four, and
 * the words with their forms. To be made again whenever the reading of captions or the hashes change.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CorpusStats } from '../src/corpus/corpus-stats';
import { Vocabulary } from '../src/corpus/vocabulary';
import { fitCaptions } from '../src/fit-captions';
import { CountTable } from '../src/hashes/count-table';

const least = 2;
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Usage: npm run fit -w @slipform/plant -- CAPTIONS.tsv');
const rows = readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8')
  .trim()
  .split('\n')
  .slice(1);
const captions = rows.map((row, i) => {
  const [imageId = '', caption = ''] = row.split('\t');
  return { id: String(i), imageId, caption };
});
// The captions of one image are to follow each other.
captions.sort((a, b) => Number(a.imageId) - Number(b.imageId));

/** The nearest power of 1.25: exact counts say no more, and would be a sixth of the table. */
const rounded = (count: number) =>
  count < 5 ? count : Math.round(1.25 ** Math.round(Math.log(count) / Math.log(1.25)));

const exact = (await fitCaptions(captions)).pruned(least);
const counts = new CountTable(exact.size);
exact.each((hash, count) => counts.add(hash, rounded(count)));
const vocabulary = new Vocabulary();
for (const word of exact.vocabulary) vocabulary.add({ ...word, pictures: rounded(word.pictures) });
const table = new CorpusStats({
  captions: exact.captions,
  pictures: exact.pictures,
  least,
  counts,
  vocabulary,
});
const text = table.toString();
if (/[`\\$]/.test(text)) throw new Error('A word of the table would end its literal.');
writeFileSync(new URL('../table/captions.fit', import.meta.url), text);
console.log(
  `${table.captions} captions of ${table.pictures} pictures, ${table.size} hashes, ${table.vocabulary.length} words, ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} gzipped`,
);
