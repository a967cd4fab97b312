import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp, { type Sharp } from 'sharp';

interface Icons {
  readonly width?: number;
  readonly height?: number;
  readonly icons: Record<
    string,
    { body: string; width?: number; height?: number; left?: number; top?: number }
  >;
  readonly aliases?: Record<string, { parent: string }>;
}

/** One artist's drawings of emoji, from Iconify's packages. */
export interface IconSet {
  readonly packageName: string;
  readonly icons: Icons;
  /** Iconify's name of each emoji, by {@link hexcode}. */
  readonly names: Record<string, string>;
}

export const STYLE_PACKAGES = {
  noto: '@iconify-json/noto',
  fluent: '@iconify-json/fluent-emoji-flat',
  twemoji: '@iconify-json/twemoji',
} as const;

const require = createRequire(import.meta.url);

export async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(require.resolve(name), 'utf8'));
}

export async function readIconSet(packageName: string): Promise<IconSet> {
  return {
    packageName,
    icons: await readJson(`${packageName}/icons.json`),
    names: await readJson(`${packageName}/chars.json`),
  };
}

/** Code points in hexadecimal, joined by hyphens and without the variation selector. */
function hexcode(emoji: string): string {
  return [...emoji]
    .map((character) => character.codePointAt(0)!.toString(16))
    .filter((code) => code !== 'fe0f')
    .join('-');
}

export function hasDrawing(set: IconSet, emoji: string): boolean {
  return set.names[hexcode(emoji)] !== undefined;
}

/**
 * The drawings of `emoji` as one PNG in base64: a column of `edge` × `edge` pixels each, in 256 colours that all share.
 * Nobody sees the difference, and a sheet shrinks to a third. What the artist did not draw is left empty.
 */
export async function drawSheet(set: IconSet, emoji: readonly string[], edge: number): Promise<string> {
  const sprites = await Promise.all(
    emoji.map((character) =>
      (hasDrawing(set, character) ? sharp(svgOf(set, character, edge)) : empty(edge))
        .ensureAlpha()
        .raw()
        .toBuffer(),
    ),
  );
  const png = await sharp(Buffer.concat(sprites), {
    raw: { width: edge, height: edge * sprites.length, channels: 4 },
  })
    .png({ compressionLevel: 9, palette: true, colours: 256, dither: 0 })
    .toBuffer();
  return png.toString('base64');
}

function empty(edge: number): Sharp {
  return sharp({ create: { width: edge, height: edge, channels: 4, background: '#0000' } });
}

function svgOf({ packageName, icons, names }: IconSet, emoji: string, edge: number): Buffer {
  const name = names[hexcode(emoji)];
  const icon =
    name === undefined ? undefined : (icons.icons[name] ?? icons.icons[icons.aliases?.[name]?.parent ?? '']);
  if (!icon) throw new Error(`${packageName} has no drawing of ${emoji} (${hexcode(emoji)})`);
  const box = [
    icon.left ?? 0,
    icon.top ?? 0,
    icon.width ?? icons.width ?? 16,
    icon.height ?? icons.height ?? 16,
  ];
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${edge}" height="${edge}" viewBox="${box.join(' ')}">${icon.body}</svg>`,
  );
}
