// Draws every object of src/objects.ts once per style and packs the drawings into generated/sprites.js, so that
// scenes need neither sharp nor a file at run time. Then draws every emoji that a keyword of scripts/keywords.ts names,
// into generated/drawings.js, which is loaded only by scenes of keywords, and those of table/words.tsv, by which captions are
// illustrated. Run by turbo before the build.
import { mkdir, writeFile } from 'node:fs/promises';
import { DRAWING_SIZE } from '../src/keywords/drawing-size';
import { OBJECTS, SPRITE_SIZE } from '../src/objects';
import { drawSheet, readIconSet, readJson, STYLE_PACKAGES } from './icon-set';
import { chooseKeywords } from './keywords';
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

async function writeSheets(file: string, emoji: readonly string[], edge: number): Promise<string[]> {
  const lines = ['// Made by scripts/generate.ts; see NOTICE for the licences of the drawings.'];
  for (const [style, set] of sets)
    lines.push(`export const ${style} =\n  '${await drawSheet(set, emoji, edge)}';`);
  await writeFile(new URL(file, folder), `${lines.join('\n')}\n`);
  return sets.map(([style]) => `export const ${style}: string;`);
}

await checkNames();
await mkdir(folder, { recursive: true });
const sheets = await writeSheets('sprites.js', Object.values(OBJECTS), SPRITE_SIZE);
await writeFile(
  new URL('sprites.d.ts', folder),
  `/** PNG sheets in base64: a column of ${SPRITE_SIZE} × ${SPRITE_SIZE} drawings, one for each object, in the order of OBJECTS. */\n${sheets.join('\n')}\n`,
);

const { emoji, keywords } = await chooseKeywords(sets.map(([, set]) => set));
await writeSheets('drawings.js', emoji, DRAWING_SIZE);
await writeFile(
  new URL('keywords.js', folder),
  `// Made by scripts/generate.ts from the keywords of emojibase and emojilib.\nexport const emoji = ${JSON.stringify(emoji)};\nexport const keywords = ${JSON.stringify(keywords)};\n`,
);
await writeFile(
  new URL('drawings.d.ts', folder),
  `/** PNG sheets in base64: a column of ${DRAWING_SIZE} × ${DRAWING_SIZE} drawings, one for each of the emoji of keywords.js. */\n${sheets.join('\n')}\n`,
);
await writeFile(
  new URL('keywords.d.ts', folder),
  `/** What is drawn. */\nexport const emoji: readonly string[];\n/** For each keyword the drawings that it names, as indices into \`emoji\`. */\nexport const keywords: Readonly<Record<string, readonly number[]>>;\n`,
);

await writePictured(folder, sets);
