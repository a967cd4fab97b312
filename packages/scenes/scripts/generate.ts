// Draws every emoji of table/words.tsv once for each artist into generated/emoji, and writes the tables as a module, so that drawing
// needs neither sharp nor a file at run time. Run by turbo before the build.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { drawSheet, hasDrawing, readIconSet, STYLE_PACKAGES } from './icon-set';

const folder = new URL('../generated/', import.meta.url);
const sets = await Promise.all(
  Object.entries(STYLE_PACKAGES).map(async ([style, name]) => [style, await readIconSet(name)] as const),
);

/** Edge of a drawing in pixels. */
const edge = 96;

const header = '// Made by scripts/generate.ts; see NOTICE for the licences of the drawings.';

async function readTable(file: string): Promise<string[][]> {
  const text = await readFile(new URL(`../table/${file}`, import.meta.url), 'utf8');
  const [, ...lines] = text.trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}

const rows = await readTable('words.tsv');
// Where an emoji has no drawing by an artist, the next one of its cell may.
const emoji = [...new Set(rows.map(([cell]) => cell!))].filter((cell) => cell !== '-');
const words = rows.map(([cell, kind, names, beside = '']) => [
  cell === '-' ? -1 : emoji.indexOf(cell!),
  cell === '-' ? 'none' : kind,
  names!.split(', '),
  beside.split(' ').filter((word) => word !== ''),
]);
const places = (await readTable('places.tsv')).map(([name, bands, names]) => ({
  name,
  bands: bands!.split(', ').map((band) => {
    const [from, colour] = band.split(' #');
    return [Number(from), [0, 2, 4].map((at) => Number.parseInt(colour!.slice(at, at + 2), 16))];
  }),
  names: names!.split(', '),
}));
const missing: Record<string, number[]> = {};
await mkdir(new URL('emoji/', folder), { recursive: true });
for (const [style, set] of sets) {
  const drawn = emoji.map((cell) => cell.split(' ').find((each) => hasDrawing(set, each)) ?? cell);
  missing[style] = drawn.flatMap((each, i) => (hasDrawing(set, each) ? [] : [i]));
  const sheet = await drawSheet(set, drawn, edge);
  await writeFile(new URL(`emoji/${style}.js`, folder), `${header}\nexport default '${sheet}';\n`);
  await writeFile(
    new URL(`emoji/${style}.d.ts`, folder),
    '/** A PNG sheet in base64: a column of drawings, in the order of `pictured`. */\ndeclare const sheet: string;\nexport default sheet;\n',
  );
}
await writeFile(
  new URL('pictured.js', folder),
  `${header}
export const pictured = ${JSON.stringify({ edge, emoji })};
export const missingOf = ${JSON.stringify(missing)};
export const words = ${JSON.stringify(words)};
export const places = ${JSON.stringify(places)};
`,
);
await writeFile(
  new URL('pictured.d.ts', folder),
  `type Kind = 'person' | 'animal' | 'thing' | 'hat' | 'clothes' | 'fixed' | 'none';
/** What is drawn, and the edge of a drawing in pixels. */
export const pictured: { readonly edge: number; readonly emoji: readonly string[] };
/** By artist, what of it is missing. */
export const missingOf: Readonly<Record<string, readonly number[]>>;
/** Of each row of table/words.tsv: the drawing (-1: none), the kind, its words, and words that must be beside. */
export const words: readonly (readonly [number, Kind, readonly string[], readonly string[]])[];
/** Backgrounds: bands of colour from the share of the height on where each begins. */
export const places: readonly {
  readonly name: string;
  readonly bands: readonly (readonly [from: number, rgb: readonly [number, number, number]])[];
  readonly names: readonly string[];
}[];
`,
);
