import type { Token } from './tagger';

/** Whether a thing's word is part of a name: "Korea Way", "the Big Ben clock tower", "a Jack o' lantern". */
export function isOfName(caption: string, tokens: readonly Token[], first: number): boolean {
  const token = tokens[first]!;
  if (/\bo['’] ?$/i.test(caption.slice(Math.max(0, token.start - 4), token.start))) return true;
  if (first < 2) return false;
  return token.text === token.lower ? isAfterName(tokens, first) : endsName(tokens, first);
}

/** "West 32nd Street", "Korea Way": a capital after another one or a number, where not all words have one. */
function endsName(tokens: readonly Token[], first: number): boolean {
  const before = tokens[first - 1]!;
  if (/^\d/.test(before.text)) return true;
  return (
    before.text !== before.lower && tokens.some(({ text, lower, tag }) => text === lower && tag === 'NOUN')
  );
}

/** "the Big Ben clock tower": two words in capitals right before a thing in small letters, not at the start. */
function isAfterName(tokens: readonly Token[], first: number): boolean {
  return first > 2 && isCapital(tokens[first - 2]) && isCapital(tokens[first - 1]);
}

/** "Ben", but not "BEN". */
export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && token.text !== token.lower && /^\p{Lu}\p{Ll}/u.test(token.text);
}
