import type { CatalogSet, NamesFile } from './catalog';
import { unpackVectors, type Vectors } from './vectors';

/** A set as the search has it. */
export interface IconTable {
  readonly about: CatalogSet;
  readonly names: NamesFile;
  readonly vectors: Vectors;
  /** Of each icon its group: all drawings of one caption, counted from 0. */
  readonly groups: Int32Array;
  readonly groupCount: number;
  /** Words of each icon's name and other names. */
  readonly words: readonly ReadonlySet<string>[];
}

/** @throws where the files do not fit each other */
export function iconTable(
  about: CatalogSet,
  names: NamesFile,
  bytes: Uint8Array<ArrayBuffer>,
  width: number,
): IconTable {
  const vectors = unpackVectors(bytes, width);
  if (vectors.count !== names.icons.length) {
    throw new Error(`${about.set} has ${names.icons.length} names and ${vectors.count} vectors.`);
  }
  const byCaption = new Map<string, number>();
  const groups = Int32Array.from(names.icons, ([, caption]) => {
    const known = byCaption.get(caption) ?? byCaption.size;
    byCaption.set(caption, known);
    return known;
  });
  const words = names.icons.map(
    ([, caption, , ...aliases]) => new Set([caption, ...aliases].flatMap(wordsOf)),
  );
  return { about, names, vectors, groups, groupCount: byCaption.size, words };
}

/** Words of a text in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether a match of names finds an icon: it has each word, or one that the last word begins, as while one is typing. */
export function isNamed(words: ReadonlySet<string>, query: readonly string[]): boolean {
  if (query.length === 0) return false;
  return query.every((word, at) => {
    if (words.has(word)) return true;
    if (at < query.length - 1 || word.length < 2) return false;
    for (const each of words) if (each.startsWith(word)) return true;
    return false;
  });
}
