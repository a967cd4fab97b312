import type { Icon } from '@slipform/icons';

/** Whether two words may say the same of a drawing, so that one in place of the other need not be wrong. */
export type Linked = (a: string, b: string) => boolean;

/**
 * Words that people use for the same drawing: a word of a name and a word of another name of that drawing, or of its tags;
 * and words of which one begins with the other ("play", "player").
 */
export function linkedWords(icons: readonly Pick<Icon, 'words' | 'aliases' | 'tags'>[]): Linked {
  const links = new Set<string>();
  for (const { words, aliases, tags } of icons) {
    const own = new Set(words);
    for (const text of [...aliases, ...tags]) {
      const others: readonly string[] = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      for (const other of others) {
        if (own.has(other)) continue;
        for (const word of own) if (!others.includes(word)) links.add(pairKey(word, other));
      }
    }
  }
  return (a, b) => a.startsWith(b) || b.startsWith(a) || links.has(pairKey(a, b));
}

/** One key for two words, whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}\t${b}` : `${b}\t${a}`;
}
