import type { Token } from './tagger';

/** Whether a thing's word is part of a name that its own token does not tell: "the Big Ben clock tower", "a Jack o' lantern". */
export function isOfName(caption: string, tokens: readonly Token[], first: number): boolean {
  const token = tokens[first]!;
  if (/\bo['’] ?$/i.test(caption.slice(Math.max(0, token.start - 4), token.start))) return true;
  // "West 32nd Street": after an ordinal number a capital is a name's.
  return token.text !== token.lower && /^\d+(?:st|nd|rd|th)$/.test(tokens[first - 1]?.lower ?? '');
}
