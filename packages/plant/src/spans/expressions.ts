import type { Token } from '../reading/tagger';

export interface Expression {
  readonly text: string;
  readonly words: readonly string[];
  readonly length: number;
}

/** Expressions by their first word, the longest first. */
export function expressionsByFirst(texts: Iterable<string>): ReadonlyMap<string, readonly Expression[]> {
  const byFirst = new Map<string, Expression[]>();
  for (const text of texts) {
    const words = text.split(' ');
    const list = byFirst.get(words[0]!) ?? [];
    list.push({ text, words, length: words.length });
    byFirst.set(words[0]!, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return byFirst;
}

/** The longest expression that starts at a token. */
export function expressionAt(
  tokens: readonly Token[],
  i: number,
  byFirst: ReadonlyMap<string, readonly Expression[]>,
): Expression | undefined {
  const list = byFirst.get(tokens[i]!.lower);
  return list?.find(({ words }) => words.every((word, k) => tokens[i + k]?.lower === word));
}
