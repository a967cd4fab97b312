import { isColour } from '../lexicon/scales';
import { endsPhrase, opensPhrase, relationHeads, type TagPlace, type TagRule } from './tag-rule';
import type { Token } from './tagger';

const beforeParticiple = new Set(['DET', 'NUM', 'ADJ', 'ADP', 'PART', 'PUNCT', 'CCONJ', 'VERB']);

/** Words on our scales: "orange", "glass", "little". */
export const scaleRules: readonly TagRule[] = [
  {
    // "an orange cat", "red and white"; "the car is orange" stays with the tagger.
    id: 'scaled-before-noun',
    tag: ({ token: { tag }, form: { verbForm }, previous, next, tokens, i }) => {
      if (next === undefined) return undefined;
      const mayModify = verbForm === 'ed' && (previous === undefined || opensPhrase.has(previous.tag));
      if (tag === 'VERB' && !(mayModify && next.tag === 'NOUN')) return undefined;
      if (tokens[i + 2]?.lower === 'of' && relationHeads.has(next.lower)) return undefined;
      const { form } = next;
      const beforeNoun = form.closed === undefined && (form.noun !== undefined || form.scaled);
      const beforeScaled = tokens[i + 2]?.form.scaled === true && /^(?:and|or|,)$/.test(next.lower);
      return beforeNoun || beforeScaled || next.tag === 'NUM' ? 'ADJ' : undefined;
    },
  },
  { id: 'scaled-adverb', tag: ({ token: { tag } }) => (tag === 'ADV' ? 'ADJ' : undefined) },
  {
    // "the orange on the plate" is the fruit.
    id: 'scaled-thing',
    tag: ({ token: { tag }, form, previous, next }) => {
      if (tag !== 'ADJ' || !form.noun || !previous || !opensPhrase.has(previous.tag)) return undefined;
      const ends =
        next === undefined ||
        (endsPhrase.has(next.tag) && next.tag !== 'VERB' && !/^(?:,|-|and|or)$/.test(next.lower));
      return ends ? 'NOUN' : undefined;
    },
  },
  {
    // "a blue square": a word that is as much a noun; a colour may end a phrase ("a light blue").
    id: 'scaled-ends-phrase',
    tag: (place) => {
      const { token, form } = place;
      const mayBeNoun = form.noun !== undefined && !form.mostlyAdjective && !isColour(token.lower);
      return token.tag === 'ADJ' && mayBeNoun && mustBeNoun(place) ? 'NOUN' : undefined;
    },
  },
];

/** Nouns and adjectives that the tagger takes for each other, for names or for verbs, after all rules of verbs. */
export const nounRules: readonly TagRule[] = [
  {
    id: 'no-adjective',
    tag: ({ token: { tag, lower }, form, next }) => {
      if (tag !== 'ADJ' || form.noun === undefined || endsAsParticiple(lower)) return undefined;
      const isModifier = form.mostlyNoun && !form.animate && next?.tag === 'NOUN';
      return form.adjective === undefined || isModifier ? 'NOUN' : undefined;
    },
  },
  {
    // "the plant in", "two orange ."
    id: 'ends-phrase',
    tag: (place) => {
      const { token, form } = place;
      const { tag } = token;
      if (form.noun === undefined || tag === 'NOUN' || tag === 'AUX' || tag === 'ADP') return undefined;
      return endsNounPhrase(place) ? 'NOUN' : undefined;
    },
  },
  {
    // "a black remote": however often the word is an adjective elsewhere, here nothing else can be the noun.
    id: 'adjective-ends-phrase',
    tag: (place) =>
      place.token.tag === 'ADJ' && place.form.isThing && mustBeNoun(place) ? 'NOUN' : undefined,
  },
  {
    // "traffic light with": an adjective can't end the phrase of the noun before it.
    id: 'adjective-after-noun',
    tag: ({ token: { tag }, form, previous, next, formOf }) => {
      if (tag !== 'ADJ' || form.noun === undefined || form.mostlyAdjective || previous?.tag !== 'NOUN')
        return undefined;
      const after = next === undefined || (endsPhrase.has(next.tag) && next.tag !== 'CCONJ');
      if (!after) return undefined;
      const isThing = !previous.form.animate || formOf(`${previous.lower} ${form.noun}`).noun !== undefined;
      return isThing ? 'NOUN' : undefined;
    },
  },
];

/** "a brightly painted truck", "from parked cars", "a snow covered hill": it says what the noun after it is like. */
export const participleRule: TagRule = {
  id: 'participle-before-noun',
  tag: ({ tokens, i, token, form, previous, next }) => {
    if (form.verbForm !== 'ed') return undefined;
    if (!(token.tag === 'VERB' || (token.tag === 'NOUN' && form.noun === undefined))) return undefined;
    const follows =
      next !== undefined && (next.tag === 'NOUN' || (next.tag === 'ADJ' && tokens[i + 2]?.tag === 'NOUN'));
    if (!follows) return opensPhrase.has(previous?.tag ?? '') && next?.tag === 'ADJ' ? 'ADJ' : undefined;
    return previous === undefined || mayStandBefore(previous, tokens[i - 2]) ? 'ADJ' : undefined;
  },
};

function mayStandBefore({ tag, form }: Token, before: Token | undefined): boolean {
  if (tag === 'NOUN') return !form.animate && !form.plural;
  if (tag === 'PRON') return form.possessive;
  if (tag !== 'ADV') return beforeParticiple.has(tag);
  return before === undefined || opensPhrase.has(before.tag) || before.tag === 'ADP' || before.tag === 'ADJ';
}

function endsAsParticiple(lower: string): boolean {
  return lower.endsWith('ed') || lower.endsWith('ing') || lower.endsWith('en');
}

/** Whether "a", "an", "one" or their like opens a phrase of adjectives that ends here without a noun. */
function mustBeNoun({ tokens, i, next }: TagPlace): boolean {
  const ends =
    next === undefined ||
    (endsPhrase.has(next.tag) &&
      (!/^(?:,|-|and|or)$/.test(next.lower) || opensPhrase.has(tokens[i + 2]?.tag ?? '')));
  if (!ends) return false;
  let first = i - 1;
  while (first >= 0 && tokens[first]!.tag === 'ADJ' && tokens[first]!.lower !== 'little') first -= 1;
  return /^(?:an?|one|another|each|every|this|that)$/.test(tokens[first]?.lower ?? '');
}

/** Whether a word with a noun's form stands where its phrase must end. */
function endsNounPhrase({ tokens, i, token, form, previous, next }: TagPlace): boolean {
  const opened =
    previous !== undefined &&
    (opensPhrase.has(previous.tag) || (previous.tag === 'ADJ' && !token.lower.endsWith('ing')));
  if (!opened) return false;
  const atEnd =
    next === undefined ||
    endsPhrase.has(next.tag) ||
    (tokens[i + 2]?.lower === 'of' && relationHeads.has(next.lower));
  if (!atEnd) return false;
  if (form.adjective === undefined || token.tag !== 'ADJ') return true;
  return !(form.mostlyAdjective || next?.tag === 'CCONJ' || next?.lower === ',' || next?.lower === '-');
}
