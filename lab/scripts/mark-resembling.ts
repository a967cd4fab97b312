// npx tsx lab/scripts/mark-resembling.ts FOLDER: which icons of the studies' questions resemble a drawing of training (correlation
// above .95), as FOLDER/resembling.json, for keep-results.ts. Some minutes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearDuplicates } from '@slipform/icons';
import type { IconWorld } from '../src/icons/icon-world';
import { openIconStudy, openTrainingWorld } from '../src/studies/icon-study';

const [folder = ''] = process.argv.slice(2);
const { world, judged } = await openIconStudy(folder, 'all');
const rows = [...new Set(judged.test.questions.flatMap((question) => question.rows))].sort((a, b) => a - b);
const { duplicates } = await nearDuplicates(
  drawingsOf(world, rows),
  drawingsOf(await openTrainingWorld(folder, 'all')),
  {
    onProgress: ({ done, total }) => {
      if (done % 1024 === 0) console.error(`${done} of ${total}`);
    },
  },
);
const ids = duplicates.map((at) => world.icons[rows[at]!]!.id);
writeFileSync(join(folder, 'resembling.json'), JSON.stringify(ids));
console.log(`${ids.length} of ${rows.length} icons`);

function drawingsOf({ size, grey, icons }: IconWorld, wanted: readonly number[] = [...icons.keys()]) {
  const area = size * size;
  const pixels = new Uint8Array(wanted.length * area * 3);
  for (const [at, row] of wanted.entries()) {
    for (let pixel = 0; pixel < area; pixel++) {
      const to = (at * area + pixel) * 3;
      pixels.fill(grey[row * area + pixel]!, to, to + 3);
    }
  }
  return { size, pixels, skipped: [], has: () => true };
}
