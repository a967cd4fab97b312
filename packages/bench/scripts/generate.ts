// Draws every object of src/scenes/objects.ts once per style and packs the drawings into generated/sprites.js:
// one PNG sheet per style (a column of 64 × 64 RGBA sprites), as base64, so that scenes need neither sharp nor a
// file at run time. Run by turbo before the build; takes about two seconds.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { OBJECTS, SPRITE_SIZE } from '../src/scenes/objects';

interface IconSet {
  readonly width?: number;
  readonly height?: number;
  readonly icons: Record<
    string,
    { body: string; width?: number; height?: number; left?: number; top?: number }
  >;
  readonly aliases?: Record<string, { parent: string }>;
}

const require = createRequire(import.meta.url);
const readJson = async (name: string) => JSON.parse(await readFile(require.resolve(name), 'utf8'));

const STYLES = {
  noto: '@iconify-json/noto',
  fluent: '@iconify-json/fluent-emoji-flat',
  twemoji: '@iconify-json/twemoji',
};

/** Code points in hexadecimal, joined by hyphens and without the variation selector: the key of Iconify's chars.json. */
const hexcode = (emoji: string) =>
  [...emoji]
    .map((character) => character.codePointAt(0)!.toString(16))
    .filter((code) => code !== 'fe0f')
    .join('-');

async function checkNames(): Promise<void> {
  const entries: { emoji: string; label: string; tags?: string[] }[] = await readJson(
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

async function drawSheet(packageName: string): Promise<string> {
  const set: IconSet = await readJson(`${packageName}/icons.json`);
  const chars: Record<string, string> = await readJson(`${packageName}/chars.json`);
  const sprites: Buffer[] = [];
  for (const [word, emoji] of Object.entries(OBJECTS)) {
    const name = chars[hexcode(emoji)];
    const icon =
      name === undefined ? undefined : (set.icons[name] ?? set.icons[set.aliases?.[name]?.parent ?? '']);
    if (!icon) throw new Error(`${packageName} has no drawing of ${word} (${emoji}, ${hexcode(emoji)})`);
    const box = [
      icon.left ?? 0,
      icon.top ?? 0,
      icon.width ?? set.width ?? 16,
      icon.height ?? set.height ?? 16,
    ].join(' ');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${SPRITE_SIZE}" height="${SPRITE_SIZE}" viewBox="${box}">${icon.body}</svg>`;
    const pixels = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
    sprites.push(pixels);
  }
  const png = await sharp(Buffer.concat(sprites), {
    raw: { width: SPRITE_SIZE, height: SPRITE_SIZE * sprites.length, channels: 4 },
  })
    .png({ compressionLevel: 9, palette: true, colours: 256, dither: 0, effort: 10 })
    .toBuffer();
  return png.toString('base64');
}

await checkNames();
const folder = new URL('../generated/', import.meta.url);
await mkdir(folder, { recursive: true });
const lines = ['// Made by scripts/generate.ts; see NOTICE for the licences of the drawings.'];
for (const [style, packageName] of Object.entries(STYLES)) {
  lines.push(`export const ${style} =\n  '${await drawSheet(packageName)}';`);
}
await writeFile(new URL('sprites.js', folder), `${lines.join('\n')}\n`);
await writeFile(
  new URL('sprites.d.ts', folder),
  `/** PNG sheets in base64: a column of ${SPRITE_SIZE} × ${SPRITE_SIZE} RGBA drawings, one for each object, in the order of OBJECTS. */\n${Object.keys(
    STYLES,
  )
    .map((style) => `export const ${style}: string;`)
    .join('\n')}\n`,
);
