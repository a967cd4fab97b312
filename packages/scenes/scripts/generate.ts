// Draws every object of src/objects.ts once per style and packs the drawings into generated/sprites.js, so that
// scenes need neither sharp nor a file at run time; and those of table/words.tsv, by which captions are illustrated. Run by
// turbo before the build.
import { mkdir, writeFile } from 'node:fs/promises';
import { OBJECTS, SPRITE_SIZE } from '../src/objects';
import { drawSheet, readIconSet, readJson, STYLE_PACKAGES } from './icon-set';
import { writePictured } from './pictured';

const folder = new URL('../generated/', import.meta.url);
const sets = await Promise.all(
  Object.entries(STYLE_PACKAGES).map(async ([style, name]) => [style, await readIconSet(name)] as const),
);

async function checkNames(): Promise<void> {
  const entries = await readJson<{ emoji: string; label: string; tags?: string[] }[]>(
    'emojibase-data/en/data.json',
  );
  const plain = (emoji: string) => emoji.replaceAll('\uFE0F', '');
  const byEmoji = new Map(entries.map((entry) => [plain(entry.emoji), entry]));
  for (const [word, emoji] of Object.entries(OBJECTS)) {
    const entry = byEmoji.get(plain(emoji));
    const names = entry ? [...entry.label.split(/[^a-z]+/i), ...(entry.tags ?? [])] : [];
    const known = names.some((name) =>
      [word, `${word}s`, `${word.replace(/y$/, 'ie')}s`].includes(name.toLowerCase()),
    );
    if (!known)
      throw new Error(`${word}: emojibase calls ${emoji} "${entry?.label}", which does not contain the word`);
  }
}

await checkNames();
await mkdir(folder, { recursive: true });
const sprites = sets.map(
  async ([style, set]) =>
    `export const ${style} =\n  '${await drawSheet(set, Object.values(OBJECTS), SPRITE_SIZE)}';`,
);
await writeFile(
  new URL('sprites.js', folder),
  `// Made by scripts/generate.ts; see NOTICE for the licences of the drawings.\n${(await Promise.all(sprites)).join('\n')}\n`,
);
await writeFile(
  new URL('sprites.d.ts', folder),
  `/** PNG sheets in base64: a column of ${SPRITE_SIZE} × ${SPRITE_SIZE} drawings, one for each object, in the order of OBJECTS. */\n${sets.map(([style]) => `export const ${style}: string;`).join('\n')}\n`,
);
await writePictured(folder, sets);
