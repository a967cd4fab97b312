import { hashWord } from '../hashes/hash-words';
import type { Noun, Nouns } from '../lexicon/nouns';
import { personChanges } from '../lexicon/people';
import { scaleNamesOf } from '../lexicon/scales';
import { alsoThings, wordClass } from '../lexicon/words';
import type { LongLemmas } from '../wordnet/long-lemmas';
import { sortOfNoun } from './noun-sort';
import type { Token } from './tagger';

interface LemmaContext {
  readonly longLemmas: LongLemmas;
  readonly nouns: Nouns;
  readonly vocabulary: ReadonlySet<string> | undefined;
}

interface Lemma {
  readonly lemma: string;
  readonly plural: boolean;
  /** Index of its last token. */
  readonly last: number;
}

/** WordNet's lexicographer files of animals, artifacts and food. */
const [ANIMAL, ARTIFACT, FOOD] = [5, 6, 13];
/** Words of two tokens that people rate so high are things, whatever the tagger makes of the second one. */
const concrete = 4.5;

function isConcrete(noun: Noun | undefined): boolean {
  if (!noun || (noun.rating?.rating ?? 0) < concrete) return false;
  return noun.lexfile === ANIMAL || noun.lexfile === ARTIFACT || noun.lexfile === FOOD;
}

function isWorn(noun: Noun | undefined): boolean {
  return noun !== undefined && sortOfNoun(noun) === 'worn';
}

/** "body of water" is one thing; "piece of cake" is a cake, and "pair of scissors" are scissors. */
const withOf = wordClass('with-of');

/** Whether a token's part of speech lets a name of a thing start here. */
export function mayStartLemma({ tag }: Token): boolean {
  return tag === 'NOUN' || tag === 'ADJ' || tag === 'PROPN' || tag === 'VERB';
}

/** The longest lemma of two to four words that starts at a token and names a thing, or an everyday one written as two. */
export function lemmaOfSeveralAt(
  caption: string,
  tokens: readonly Token[],
  i: number,
  context: LemmaContext,
): Lemma | undefined {
  const first = tokens[i]!;
  const second = tokens[i + 1];
  if (!second) return undefined;
  if (second.lower === '-') return hyphenated(tokens, i, context);
  if (!mayStartLemma(first)) return undefined;
  const { followerBits, secondParts } = first.form;
  const known =
    (followerBits & second.form.followBits) === 0
      ? undefined
      : knownLemmaAt(caption, tokens, i, second, context);
  return known ?? (secondParts && spelledApart(caption, first, second, secondParts, i + 1));
}

/** "t-shirt", "pick-up": a thing whose name has a hyphen. */
function hyphenated(tokens: readonly Token[], i: number, { nouns }: LemmaContext): Lemma | undefined {
  const [first, hyphen, second] = [tokens[i]!, tokens[i + 1]!, tokens[i + 2]];
  if (!second || hyphen.start !== first.end || second.start !== hyphen.end) return undefined;
  const { noun, plural, lower } = second.form;
  const last = i + 2;
  if (noun !== undefined && nouns.get(`${first.lower}-${noun}`))
    return { lemma: `${first.lower}-${noun}`, plural, last };
  return nouns.get(`${first.lower}-${lower}`) && { lemma: `${first.lower}-${lower}`, plural: false, last };
}

/** The longest one that WordNet knows. */
function knownLemmaAt(
  caption: string,
  tokens: readonly Token[],
  i: number,
  second: Token,
  context: LemmaContext,
): Lemma | undefined {
  const { longLemmas, nouns } = context;
  const first = tokens[i]!;
  const { noun } = second.form;
  const most = longLemmas.maxWords(first.form.hash, second.form.hash);
  for (let words = Math.min(most, tokens.length - i); words > 2; words -= 1) {
    const long = longLemma(caption, tokens, i, i + words - 1, context);
    if (long) return long;
  }
  const lemmaWith = (word: string, hash: number) => {
    const lemma = `${first.lower} ${word}`;
    return longLemmas.maxWords(first.form.hash, hash) > 0 && nouns.isNoun(lemma) ? lemma : undefined;
  };
  const whole = lemmaWith(second.lower, second.form.hash);
  const lemma = whole ?? (noun === undefined ? undefined : lemmaWith(noun, hashWord(noun)));
  if (lemma === undefined || !isThingOfTwo(lemma, caption, tokens, i, context)) return undefined;
  return { lemma, plural: lemma !== whole || second.form.plural, last: i + 1 };
}

/** A word of one that is written as two: "skate boards". */
function spelledApart(
  caption: string,
  first: Token,
  second: Token,
  secondParts: ReadonlyMap<string, string>,
  last: number,
): Lemma | undefined {
  const { noun, plural } = second.form;
  const lemma = noun === undefined ? undefined : secondParts.get(noun);
  if (lemma === undefined || (second.tag !== 'NOUN' && second.tag !== 'PROPN')) return undefined;
  return isSpaceBetween(caption, first, second) ? { lemma, plural, last } : undefined;
}

function isSpaced(caption: string, tokens: readonly Token[], first: number, last: number): boolean {
  for (let j = first; j < last; j += 1) {
    if (!isSpaceBetween(caption, tokens[j]!, tokens[j + 1]!)) return false;
  }
  return true;
}

function isSpaceBetween(caption: string, { end }: Token, { start }: Token): boolean {
  return start === end + 1 && caption[end] === ' ';
}

function longLemma(
  caption: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  { nouns }: LemmaContext,
): Lemma | undefined {
  const { noun, plural } = tokens[last]!.form;
  if (noun === undefined || !isSpaced(caption, tokens, first, last)) return undefined;
  const start = tokens
    .slice(first, last)
    .map(({ lower }) => lower)
    .join(' ');
  const whole = `${start} ${tokens[last]!.lower}`;
  const lemma = nouns.isNoun(whole) ? whole : `${start} ${noun}`;
  if (!nouns.isNoun(lemma) || (start.endsWith(' of') && !withOf.has(lemma))) return undefined;
  if (start.includes(' of ') && !withOf.has(lemma)) return undefined;
  // "black and white" and "on the road" are lemmas too, but name nothing that is seen.
  return nouns.get(lemma) || withOf.has(lemma)
    ? { lemma, plural: plural && lemma !== whole, last }
    : undefined;
}

/** Whether a lemma of two words means one thing here. */
function isThingOfTwo(
  lemma: string,
  caption: string,
  tokens: readonly Token[],
  i: number,
  { longLemmas, nouns, vocabulary }: LemmaContext,
): boolean {
  const first = tokens[i]!;
  const second = tokens[i + 1]!;
  if (!isSpaceBetween(caption, first, second)) return false;
  // "are riding horses", "a woman riding horses": no sort of horses.
  const before = tokens[i - 1];
  const isActing = before?.tag === 'NOUN' && before.form.animate && first.tag === 'VERB';
  if (first.lower.endsWith('ing') && (isActing || /^(?:is|are|was|were)$/.test(before?.lower ?? '')))
    return false;
  // The tagger's word is good enough for all but concrete things ("teddy bears", which it takes for a verb).
  const isNoun = second.tag === 'NOUN' || second.form.scaled;
  if (!isNoun && !isConcrete(nouns.get(lemma))) return false;
  if (first.form.scaled && !alsoThings.has(lemma)) {
    // "Black Tie" of a title is a tie, but "Navy Blue" a colour.
    const isTitled = first.text !== first.lower && second.text !== second.lower;
    if (isTitled && !second.form.scaled) return false;
    // A "white house" is no White House.
    if (!nouns.get(lemma)) return false;
    // "little girl" and "small boat" say how big; a colour before a word of the user's own vocabulary is a colour.
    const scales = scaleNamesOf(first.lower);
    if (!scales.includes('colour') && !scales.includes('material')) return false;
    if (vocabulary?.has(first.lower) && vocabulary.has(second.lower)) return false;
    // A "red fire" is a flare, but not in "a red fire hydrant".
    const third = tokens[i + 2];
    const name = third && (third.form.noun ?? third.lower);
    if (name !== undefined && longLemmas.maxWords(second.form.hash, hashWord(name)) > 0) return false;
    // WordNet's "blue cat" is a catfish and its "red fox" a species: in a caption they are a cat and a fox.
    const { noun } = second.form;
    const head = noun === undefined ? undefined : nouns.get(noun);
    if (noun !== undefined && (personChanges(noun) || head?.lexfile === ANIMAL)) return false;
    // And a "yellow jacket" is worn: no wasp, and no pill.
    if (isWorn(head) && !isWorn(nouns.get(lemma))) return false;
  }
  return true;
}
