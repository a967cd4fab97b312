/**
 * Learns from a TSV of captions (`image_id`, `caption`) the table that ships, and writes table/captions.js:
 *
 *   npm run fit -w @slipform/plant -- CAPTIONS.tsv
 *
 * What ships holds no caption and no word: hashes of what came twice or more. To be made again whenever the reading of
 * captions or the hashes change.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fitCaptions } from '../src/fit/fit-captions';

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

const table = await fitCaptions(captions);
const text = table.toString();
writeFileSync(new URL('../table/captions.js', import.meta.url), `export default \`${text}\`;\n`);
console.log(
  `${table.captions} captions, ${table.size} hashes, ${text.length} bytes, ${gzipSync(text).length} gzipped`,
);
