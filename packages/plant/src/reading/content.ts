/** Tags of words that say what is seen. */
const content: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'VERB', 'NUM']);

/** Whether a caption says anything beside a span: "house" and "shopping cart" have nothing in common. */
export function hasContentOutside(
  tokens: readonly { readonly tag: string }[],
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  return tokens.some(({ tag }, i) => (i < first || i > last) && content.has(tag));
}
