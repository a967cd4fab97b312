import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Icon, IconSet } from '@slipform/icons';
import type { CatalogSet, DrawingsFile, NamesFile } from '../../src/rooms/search/index/catalog';
import { packVectors } from '../../src/rooms/search/index/vectors';
import type { EmbeddedIcons } from './embed-icons';

/** Writes the files of a set: vectors, names and drawings, all in the same order. */
export async function writeSet(
  set: IconSet,
  { icons, vectors }: EmbeddedIcons,
  { width, chunk }: { readonly width: number; readonly chunk: number },
  files: HashedFiles,
): Promise<CatalogSet> {
  const packed = packVectors(vectors, width);
  const names = JSON.stringify(namesOf(icons));
  const drawings: string[] = [];
  let bytes = 0;
  for (let start = 0; start < icons.length; start += chunk) {
    const file: DrawingsFile = {
      icons: icons
        .slice(start, start + chunk)
        .map(({ body, left, top, width: w, height: h }) => [body, left, top, w, h]),
    };
    const text = JSON.stringify(file);
    bytes += Buffer.byteLength(text);
    drawings.push(await files.write(`${set.set}-${start / chunk}`, 'json', text));
  }
  return {
    set: set.set,
    title: set.title,
    artist: set.artist,
    licence: set.licence,
    licenceUrl: set.licenceUrl,
    url: set.url,
    version: set.version ?? '',
    isColoured: set.isColoured,
    count: icons.length,
    vectors: await files.write(`${set.set}-vectors`, 'bin', packed),
    names: await files.write(`${set.set}-names`, 'json', names),
    drawings,
    bytes: { vectors: packed.length, names: Buffer.byteLength(names), drawings: bytes },
  };
}

function namesOf(icons: readonly Icon[]): NamesFile {
  const counts = new Map<string, number>();
  for (const { style } of icons) counts.set(style, (counts.get(style) ?? 0) + 1);
  const styles = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([style]) => style);
  const places = new Map(styles.map((style, at) => [style, at]));
  return {
    styles,
    icons: icons.map(({ name, caption, style, aliases }) => [name, caption, places.get(style)!, ...aliases]),
  };
}

/** Files whose names change with their content, so that a browser may keep them for ever. */
export interface HashedFiles {
  /** Writes `data/NAME-HASH.EXT` and returns this path. */
  write(name: string, extension: string, content: string | Uint8Array): Promise<string>;
}

export async function hashedFiles(folder: string): Promise<HashedFiles> {
  await mkdir(join(folder, 'data'), { recursive: true });
  return {
    async write(name, extension, content) {
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
      const path = `data/${name}-${hash}.${extension}`;
      await writeFile(join(folder, path), content);
      return path;
    },
  };
}
