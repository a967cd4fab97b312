// npx tsx scripts/fair-questions.ts FOLDER [OUT]: how many questions of SugarCrepe's files (replace_att.json …) drawn pictures can ask, since what
// differs is drawn of both captions. Into OUT it writes them with both pictures, in the form of `exportSugarCrepe`: drawn by each artist in turn.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type WriteInside, writeFolder } from '@slipform/kit/files/write-folder';
import { STYLES } from '../src/artist';
import { listOfFiles } from '../src/export/export-sugar-crepe';
import { illustrate } from '../src/illustrate';

const [folder, out] = process.argv.slice(2);
if (folder === undefined) throw new Error('name a folder of SugarCrepe’s files');

async function ask(inside?: WriteInside): Promise<void> {
  let [asked, fair] = [0, 0];
  for (const file of readdirSync(folder!).filter((name) => /^[a-z]+_[a-z]+\.json$/.test(name))) {
    const rows: { caption: string; negative_caption: string }[] = Object.values(
      JSON.parse(readFileSync(join(folder!, file), 'utf8')),
    );
    const kind = file.replace('.json', '');
    const found: Record<string, string>[] = [];
    for (const [i, { caption, negative_caption: negative }] of rows.entries()) {
      const options = { style: STYLES[i % STYLES.length]!, seed: i };
      const hardImage = await illustrate({ caption, negative }, options);
      if (hardImage === undefined) continue;
      const name = `${kind}-${String(i).padStart(6, '0')}.png`;
      found.push({ filename: name, caption, negative_caption: negative, negative_filename: name });
      await inside?.(join('images', name), (await illustrate(caption, options)).png());
      await inside?.(join('hard-images', name), hardImage.png());
    }
    asked += rows.length;
    fair += found.length;
    if (found.length > 0) await inside?.(file, JSON.stringify({ ...found }, null, 1));
    console.log(`${kind}: ${found.length} of ${rows.length}`);
  }
  console.log(`all: ${fair} of ${asked}`);
}

if (out === undefined) await ask();
else await writeFolder({ folder: out, list: listOfFiles }, (inside) => ask(inside));
