import type { HardNegative } from '../hard-negative';
import { minorsAmong } from '../safety/minor-words';
import { isSensitive, isSensitiveForPictures } from '../safety/sensitive-topics';
import { isProtected } from '../safety/word-classes';
import { wordsOf } from '../safety/words-of';
import { loadGraph } from '../wordnet/load-graph';

const colours = /\b(?:black|white|brown|red|yellow|green|blue|pink|gray|grey|orange|purple)\b/g;
const male = /\b(?:m[ae]n|guys?|gentlem[ae]n|male|boys?|husband)\b/gi;
const female = /\b(?:wom[ae]n|lad(?:y|ies)|female|girls?|wife)\b/gi;
const grown = /\b(?:m[ae]n|wom[ae]n|lad(?:y|ies)|guys?|gentlem[ae]n|persons?|people|he|she)\b/i;
/** A colour right before a word for a person, or said of one. */
const colouredPerson =
  /\b(?:black|white|brown|red|yellow|green|blue|pink|gray|grey|orange|purple)\s+(?=m[ae]n\b|wom[ae]n\b|lad(?:y|ies)\b|guys?\b|boys?\b|girls?\b|people\b|couple\b|athlete\b)|\b(?:man|woman) is (?:\w+)/gi;

/** What a negative must not do, looked for without the bookkeeping of the rules; `undefined` if it does none of it. */
export function safetyFault(
  { caption, negative, operation }: Pick<HardNegative, 'caption' | 'negative' | 'operation'>,
  never = '',
): string | undefined {
  const came = minors(negative) - minors(caption);
  if (came > 0) return 'a minor came';
  if (minors(negative) > 0) {
    if (isSensitive(wordsOf(caption)) || isSensitive(wordsOf(negative))) return 'a minor in a sensitive text';
    if (operation === 'swap' && grown.test(caption)) return 'a swap beside a minor';
  }
  if (operation === 'natural' && [caption, negative].some((text) => isSensitiveForPictures(wordsOf(text))))
    return 'a picture of a sensitive text';
  const before = new Set(wordsOf(caption).map(({ word }) => word));
  const refused = loadGraph().refused;
  const bad = wordsOf(negative).find(
    ({ word }) => !before.has(word) && (refused.has(word) || isProtected(word)),
  );
  if (bad) return `"${bad.word}" came`;
  if (joined(caption, colouredPerson) !== joined(negative, colouredPerson) && sameSexes(caption, negative))
    return 'the colour of a person';
  if (never === 'pronoun' && !sameSexes(caption, negative) && pronouns(caption) === pronouns(negative))
    return 'the sex of a person, and not the pronoun';
  if (never === 'sex' && !sameSexes(caption, negative)) return 'the sex of a person';
  return undefined;
}

function pronouns(text: string): string {
  return (text.toLowerCase().match(/\b(?:he|she|his|hers?|him|(?:him|her)self)\b/g) ?? []).join(' ');
}

function minors(text: string): number {
  return minorsAmong(wordsOf(text)).filter(({ likelihood }) => likelihood !== 'young').length;
}

function sameSexes(a: string, b: string): boolean {
  const count = (text: string, sex: RegExp) => text.match(sex)?.length ?? 0;
  return count(a, male) === count(b, male) && count(a, female) === count(b, female);
}

function joined(text: string, pattern: RegExp): string {
  return [...text.matchAll(pattern)]
    .map(([found]) => found.toLowerCase().match(colours)?.join(' ') ?? '')
    .join('|');
}
