// npx tsx scripts/illustrate-captions.ts CAPTIONS.tsv [COUNT] [SHEET.png] [PAIRS.png]: how much of captions is drawn ("image id, tab, caption" a line; COUNT of
// them, by default 1,000, evenly taken), how many negatives have a hard image, a sheet of 24 captions to look at, and one of six captions each beside
// its hard image; what they say is printed.
import { readFileSync, writeFileSync } from 'node:fs';
import { createPlant } from '@slipform/plant';
import { encode } from 'fast-png';
import { STYLES } from '../src/artist';
import { illustrate, type PixelImage } from '../src/illustrate';

const [file, wanted = '1000', sheet, pairs] = process.argv.slice(2);
if (file === undefined) throw new Error('name a file of captions');
const lines = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.includes(' '));
const step = Math.max(1, Math.floor(lines.length / Number(wanted)));
const captions = lines.filter((_, i) => i % step === 0).map((line) => line.split('\t').at(-1)!);

const share = (part: number, of = captions.length) => `${((100 * part) / of).toFixed(1)} %`;
let [one, two, drawnWords, missingWords] = [0, 0, 0, 0];
const missing = new Map<string, number>();
await illustrate('A dog.');
const started = process.cpuUsage();
const shown: { caption: string; drawn: string; missing: string }[] = [];
for (const caption of captions) {
  const picture = await illustrate(caption);
  const { things } = picture;
  if (things >= 1) one += 1;
  if (things >= 2) two += 1;
  drawnWords += picture.drawn.length;
  missingWords += picture.missing.length;
  for (const { text } of picture.missing)
    missing.set(text.toLowerCase(), (missing.get(text.toLowerCase()) ?? 0) + 1);
  const said = (spans: readonly { text: string }[]) => spans.map(({ text }) => text).join(' · ');
  shown.push({ caption, drawn: said(picture.drawn), missing: said(picture.missing) });
}
const { user, system } = process.cpuUsage(started);
console.log(`${captions.length} captions: one thing or more ${share(one)}, two or more ${share(two)}`);
console.log(`spans drawn ${drawnWords}, words missing ${missingWords}`);
console.log(
  `${((user + system) / 1000 / captions.length).toFixed(2)} ms of processor time a picture of 192 × 192 pixels`,
);
const often = [...missing].sort((a, b) => b[1] - a[1]).slice(0, 60);
console.log(`most often missing: ${often.map(([word, count]) => `${word} ${count}`).join(', ')}`);

for (const balance of ['none', 'composition'] as const) {
  const negatives = createPlant({ seed: 0, balance }).mineBlock(captions);
  let hard = 0;
  for (const negative of negatives) if (await illustrate(negative)) hard += 1;
  console.log(
    `balance ${balance}: ${negatives.length} negatives, with a hard image ${share(hard, negatives.length)}`,
  );
}

/** Pictures in rows of six, on grey. */
function writeSheet(name: string, pictures: readonly { readonly data: Uint8Array }[]): void {
  const [columns, edge, gap] = [6, 192, 8];
  const width = columns * (edge + gap) + gap;
  const height = Math.ceil(pictures.length / columns) * (edge + gap) + gap;
  const data = new Uint8Array(width * height * 3).fill(120);
  for (const [i, picture] of pictures.entries()) {
    for (let y = 0; y < edge; y += 1) {
      const line = gap + Math.floor(i / columns) * (edge + gap) + y;
      const to = (line * width + gap + (i % columns) * (edge + gap)) * 3;
      data.set(picture.data.subarray(y * edge * 3, (y + 1) * edge * 3), to);
    }
  }
  writeFileSync(name, encode({ width, height, data, channels: 3, depth: 8 }));
}

if (sheet !== undefined) {
  const [every, pictures] = [Math.max(1, Math.floor(captions.length / 24)), []] as [number, PixelImage[]];
  for (let i = 0; i < 24 && i * every < captions.length; i += 1) {
    const { caption, drawn, missing: left } = shown[i * every]!;
    pictures.push((await illustrate(caption, { style: STYLES[i % STYLES.length]!, seed: i })).picture);
    console.log(`${i + 1}. ${caption}\n   drawn: ${drawn}\n   missing: ${left}`);
  }
  writeSheet(sheet, pictures);
}

if (pairs !== undefined) {
  const pictures: PixelImage[] = [];
  const negatives = createPlant({ balance: 'composition', perCaption: 1 }).mineBlock(captions);
  for (const [i, negative] of negatives.entries()) {
    const options = { style: STYLES[i % STYLES.length]!, seed: i };
    const hardImage = await illustrate(negative, options);
    if (hardImage === undefined || pictures.length === 12) continue;
    pictures.push((await illustrate(negative.caption, options)).picture, hardImage.picture);
    console.log(`${negative.caption}\n   ${negative.negative}`);
  }
  writeSheet(pairs, pictures);
}
