import { wordClass } from '../lexicon/words';
import type { Token } from './tagger';

/** A noun with what stands before it: "two big red dogs", "his", "the edge". All indices are of tokens. */
export interface NounPhrase {
  /** Its first token: determiner, number or adjective. */
  readonly first: number;
  /** Its last token, the noun itself (of "street sign" the sign) or a pronoun. */
  readonly last: number;
  /** Lemma of the last token; a pronoun in lower case. */
  readonly lemma: string;
  readonly plural: boolean;
  /** A person, an animal, people, or a pronoun for them. */
  readonly animate: boolean;
  readonly isPronoun: boolean;
  /** "a group of people": this one is the group, the next one the people. */
  readonly isCollective: boolean;
}

const collectives = wordClass('collective');
const people = wordClass('personal-pronoun');
const pronouns = new Set([...people, ...wordClass('other-pronoun')]);

/** The phrase that starts at a token. */
export function phraseFrom(phrases: readonly NounPhrase[], token: number): NounPhrase | undefined {
  for (const phrase of phrases) if (phrase.first >= token) return phrase.first === token ? phrase : undefined;
  return undefined;
}

/** Place of the last phrase that ends at a token or before it; -1 for none. */
export function lastPhraseUpTo(phrases: readonly NounPhrase[], token: number): number {
  let place = phrases.length - 1;
  while (place >= 0 && phrases[place]!.last > token) place -= 1;
  return place;
}

/** Finds the noun phrases of a caption, left to right; a phrase with "of" is two of them. */
export function findNounPhrases(tokens: readonly Token[]): NounPhrase[] {
  const phrases: NounPhrase[] = [];
  for (let i = 0; i < tokens.length; ) {
    const { lower, tag } = tokens[i]!;
    if (tag === 'PRON' && pronouns.has(lower)) {
      phrases.push({
        first: i,
        last: i,
        lemma: lower,
        plural: lower === 'they' || lower === 'them' || lower === 'themselves',
        animate: people.has(lower),
        isPronoun: true,
        isCollective: false,
      });
      i += 1;
      continue;
    }
    if (!opens(tokens, i)) {
      i += 1;
      continue;
    }
    let last = -1;
    let end = i;
    while (end < tokens.length && continues(tokens, end, i, last)) {
      const { tag } = tokens[end]!;
      if (tag === 'NOUN' || tag === 'PROPN') last = end;
      end += 1;
    }
    if (last >= 0) phrases.push(phraseOf(tokens, i, last));
    i = last >= 0 ? last + 1 : Math.max(end, i + 1);
  }
  return phrases;
}

function phraseOf(tokens: readonly Token[], first: number, last: number): NounPhrase {
  const { lower, form } = tokens[last]!;
  const { noun = lower, plural, animate } = form;
  return {
    first,
    last,
    lemma: noun,
    // "bikers", which WordNet doesn't know.
    plural: plural || lower === 'people' || (form.noun === undefined && /[^su]s$/.test(lower)),
    animate: animate && tokens[last - 1]?.lower !== 'hot',
    isPronoun: false,
    isCollective: tokens[last + 1]?.lower === 'of' && collectives.has(noun),
  };
}

function opens(tokens: readonly Token[], i: number): boolean {
  const { tag, form } = tokens[i]!;
  const isOpener = tag === 'NOUN' || tag === 'DET' || tag === 'ADJ' || tag === 'NUM' || tag === 'PROPN';
  return isOpener || form.possessive || isDegree(tokens, i);
}

function continues(tokens: readonly Token[], i: number, first: number, noun: number): boolean {
  const { tag, lower, form } = tokens[i]!;
  if (tag === 'NOUN' || tag === 'PROPN') return true;
  // After its noun a phrase goes on with nouns alone ("a man two dogs" are two), or "a snow covered hill".
  if (noun >= 0) return tag === 'ADJ' && lower.endsWith('ed') && tokens[i + 1]?.tag === 'NOUN';
  if (tag === 'DET' || form.possessive) return i === first || tokens[i - 1]?.tag === 'DET';
  if (tag === 'NUM' || tag === 'ADJ') return true;
  const isBetween = tokens[i - 1]?.tag === 'ADJ' && tokens[i + 1]?.tag === 'ADJ';
  return ((lower === 'and' || lower === ',') && isBetween) || isDegree(tokens, i);
}

/** "very", "brightly": an adverb before an adjective. */
function isDegree(tokens: readonly Token[], i: number): boolean {
  return tokens[i]!.tag === 'ADV' && tokens[i + 1]?.tag === 'ADJ';
}
