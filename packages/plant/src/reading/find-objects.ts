import type { RefusalReason } from '../refusals';
import { isListed } from '../words/kinds';
import type { Noun, Nouns } from '../words/nouns';
import { personChanges } from '../words/people';
import type { ObjectSpan } from './reading';
import type { Token } from './tagger';
import type { WordForm } from './word-forms';

export interface ObjectContext {
  readonly nouns: Nouns;
  readonly formOf: (lower: string) => WordForm;
  readonly vocabulary: ReadonlySet<string> | undefined;
  readonly refuse: (reason: RefusalReason) => void;
}

/** Finds the nouns that name things in the picture, two-word lemmas ("traffic light") as one span. */
export function findObjects(caption: string, tokens: readonly Token[], context: ObjectContext): ObjectSpan[] {
  const { nouns, formOf, refuse } = context;
  const objects: ObjectSpan[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    let first = i;
    let last = i;
    let lemma: string | undefined;
    let plural = false;
    const pair = pairAt(caption, tokens, i, context);
    if (pair) {
      last = i + 1;
      lemma = pair.lemma;
      plural = pair.plural;
    } else if (token.tag === 'NOUN') {
      const form = formOf(token.lower);
      lemma = form.noun;
      plural = form.plural;
    }
    if (lemma === undefined || !/^\p{L}/u.test(token.text)) continue;
    const noun = nouns.get(lemma);
    first = i;
    i = last;
    if (!noun) continue;
    if (isJoined(caption, token.start, tokens[last]!.end)) {
      refuse('fixed-phrase');
      continue;
    }
    const next = tokens[last + 1];
    const modifies = next !== undefined && next.tag === 'NOUN' && caption[tokens[last]!.end] === ' ';
    const before = tokens[first - 1];
    const isCompound =
      before !== undefined &&
      before.tag === 'NOUN' &&
      !formOf(before.lower).scaled &&
      caption[before.end] === ' ';
    if (modifies || (isCompound && !startsPhraseAfterNoun(tokens, first))) {
      refuse('fixed-phrase');
      continue;
    }
    if (noun.person && !personChanges(noun.lemma)) {
      refuse('person');
      continue;
    }
    if (!noun.rating) {
      refuse('unrated');
      continue;
    }
    objects.push(spanOf(caption, tokens, first, last, noun, plural));
  }
  return objects;
}

/** A two-word lemma that starts at a token. */
function pairAt(
  caption: string,
  tokens: readonly Token[],
  i: number,
  { nouns, formOf, vocabulary }: ObjectContext,
): { lemma: string; plural: boolean } | undefined {
  const first = tokens[i]!;
  const second = tokens[i + 1];
  if (!second || caption.slice(first.end, second.start) !== ' ') return undefined;
  if (first.tag !== 'NOUN' && first.tag !== 'ADJ' && first.tag !== 'PROPN' && first.tag !== 'VERB')
    return undefined;
  if (second.tag !== 'NOUN' && second.tag !== 'PROPN') return undefined;
  const { noun, plural } = formOf(second.lower);
  const whole = `${first.lower} ${second.lower}`;
  const lemma = nouns.isNoun(whole) ? whole : noun === undefined ? undefined : `${first.lower} ${noun}`;
  if (lemma === undefined || !nouns.isNoun(lemma)) return undefined;
  // "little girl" is a girl who is little; a colour before a word of the user's own vocabulary is a colour.
  if (formOf(first.lower).scaled) {
    if (noun !== undefined && personChanges(noun)) return undefined;
    if (vocabulary?.has(first.lower) && vocabulary.has(second.lower)) return undefined;
    // WordNet's "blue cat" is a catfish and its "red fox" a species: in a caption they are a cat and a fox.
    if (noun !== undefined && nouns.get(noun)?.kind === 'animal' && !isListed(lemma)) return undefined;
  }
  return { lemma, plural: lemma !== whole || (plural && lemma === whole) };
}

/** "woman holding", "left of cat red": a noun that follows another without forming a compound with it. */
function startsPhraseAfterNoun(tokens: readonly Token[], first: number): boolean {
  return tokens[first - 1]?.tag === 'PUNCT';
}

/** Part of a longer word: "red-haired", "t-shirt", "@dog", "dog.jpg". */
export function isJoined(caption: string, start: number, end: number): boolean {
  const before = caption[start - 1];
  const after = caption[end];
  return (
    (before !== undefined && /[-\p{L}\p{N}@#/_&]/u.test(before)) ||
    (after !== undefined && /[-\p{L}\p{N}@/_&]/u.test(after)) ||
    (after === '.' && /[\p{L}\p{N}]/u.test(caption[end + 1] ?? ''))
  );
}

const phraseTags = new Set(['ADJ', 'NUM', 'ADV', 'NOUN']);
const determiners = new Set(
  'a an the this that these those his her their its my your our some any another'.split(' '),
);

function spanOf(
  caption: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  noun: Noun,
  plural: boolean,
): ObjectSpan {
  let phraseStart = first;
  const modifiers: string[] = [];
  while (phraseStart > 0) {
    const before = tokens[phraseStart - 1]!;
    if (determiners.has(before.lower)) {
      phraseStart -= 1;
      break;
    }
    if (
      !phraseTags.has(before.tag) &&
      !/^(?:two|three|four|five|six|several|many|few|other)$/.test(before.lower)
    )
      break;
    modifiers.unshift(before.lower);
    phraseStart -= 1;
  }
  const start = tokens[first]!.start;
  const end = tokens[last]!.end;
  return {
    slot: 'object',
    first,
    last,
    start,
    end,
    text: caption.slice(start, end),
    lemma: noun.lemma,
    noun,
    plural,
    phraseStart,
    modifiers,
    concreteness: noun.rating!.rating,
    concretenessSource: noun.rating!.source,
  };
}
