import { wordClass } from '../lexicon/words';
import { determinerOf, endsPhrase, opensPhrase, type TagPlace, type TagRule } from './tag-rule';
import type { Token } from './tagger';

/** Past forms like the base: "a ball hit by a man". */
const unchangedPast = wordClass('unchanged-past');
/** Words in -ing that are things, unless a noun phrase follows as their object. */
const ingNouns = wordClass('ing-noun');

const takesObject = (next: Token | undefined) =>
  next !== undefined && (opensPhrase.has(next.tag) || next.tag === 'PRON');
const isOpened = (previous: Token | undefined) =>
  previous !== undefined &&
  (opensPhrase.has(previous.tag) || previous.tag === 'ADJ' || previous.form.possessive);

/** Forms in -ing of verbs. */
export const ingRules: readonly TagRule[] = [
  {
    id: 'ing-thing',
    tag: ({ token: { lower, tag }, previous, next }) => {
      if (!ingNouns.has(lower)) return undefined;
      if (isOpened(previous) && next?.tag !== 'DET') return 'NOUN';
      if (previous?.tag === 'AUX' || takesObject(next)) return 'VERB';
      const standsAlone = next === undefined || (endsPhrase.has(next.tag) && next.tag !== 'ADP');
      const isCompound = previous?.tag === 'NOUN' && !previous.form.animate;
      return standsAlone || isCompound || previous?.tag === 'ADP' ? 'NOUN' : tag;
    },
  },
  { id: 'ing-object', tag: ({ next }) => (takesObject(next) ? 'VERB' : undefined) },
  {
    // "other flying kites", "a smiling man"; but "a parking meter" is one thing, and stays as it was tagged.
    id: 'ing-opened',
    tag: ({ token: { lower, tag }, previous, next, formOf }) => {
      if (!isOpened(previous)) return undefined;
      const isLemma = next !== undefined && formOf(`${lower} ${next.form.noun}`).noun !== undefined;
      return next?.tag === 'NOUN' && !isLemma ? 'ADJ' : tag;
    },
  },
  {
    id: 'ing-verb',
    tag: ({ token: { tag }, previous, next, tokens, i }) => {
      if (tag !== 'NOUN' && tag !== 'ADJ' && tag !== 'PROPN') return undefined;
      if (previous?.tag === 'AUX') return tag === 'ADJ' && next === undefined ? tag : 'VERB';
      if (previous?.lower === 'and' && tokens[i - 2]?.tag !== 'ADJ') return 'VERB';
      if (previous?.tag !== 'NOUN' || !next) return undefined;
      // "two men guiding cows"
      const { animate, plural } = previous.form;
      return next.tag !== 'NOUN' || (animate && (plural || tag === 'ADJ')) ? 'VERB' : undefined;
    },
  },
];

/** Nouns that the tagger takes for verbs, by what stands before them. */
export const verbOrNounRules: readonly TagRule[] = [
  {
    // "there are people sitting"
    id: 'there-is',
    tag: ({ previous, tokens, i }) =>
      previous?.tag === 'AUX' && tokens[i - 2]?.lower === 'there' ? 'NOUN' : undefined,
  },
  {
    // "stems on broccoli", "bears measuring": a plural that begins the text is a thing.
    id: 'first-word',
    tag: ({ form, previous, next, token: { tag } }) => {
      if (previous !== undefined || form.verbForm === 'ed') return undefined;
      const isPlural = form.plural && form.verbForm === 's';
      const isBefore = next?.tag === 'ADP' || next?.tag === 'VERB' || next?.tag === 'AUX';
      if (isBefore && (isPlural || form.verbForm === 'base') && !form.mostlyVerb) return 'NOUN';
      return isPlural && isBefore ? 'NOUN' : tag;
    },
  },
  {
    id: 'opened-noun',
    tag: ({ form, previous, tokens, i }) => {
      if (previous === undefined) return undefined;
      const opens =
        opensPhrase.has(previous.tag) || (previous.lower === 'only' && tokens[i - 2]?.tag === 'DET');
      if (!opens && !(previous.tag === 'ADJ' && tokens[i - 2]?.tag !== 'AUX')) return undefined;
      return form.verbForm === 'ed' && form.mostlyVerb ? 'VERB' : 'NOUN';
    },
  },
  {
    // "holds leaves", "with stripes"
    id: 'object-noun',
    tag: ({ form, previous, tokens, i }) => {
      if (form.verbForm === 'ed') return 'VERB';
      if (previous?.tag === 'ADP' && !isParticle(tokens, i - 1)) return 'NOUN';
      return previous?.tag === 'VERB' && form.plural && form.verbForm === 's' ? 'NOUN' : undefined;
    },
  },
  {
    id: 'listed-noun',
    tag: ({ form, previous, next, tokens, i }) => {
      if (previous?.lower !== ',' && previous?.tag !== 'CCONJ') return undefined;
      const before = tokens[i - 2];
      const ends = next === undefined || next.tag === 'PUNCT' || next.tag === 'CCONJ';
      // "pots and pans a clock": the verb would not agree.
      const isPlural = form.plural && form.verbForm === 's' && before?.form.plural === true;
      return before?.tag === 'NOUN' && ((ends && !form.mostlyVerb) || isPlural) ? 'NOUN' : 'VERB';
    },
  },
  { id: 'compound-noun', tag: tagAfterNoun },
];

/** Verbs that the tagger takes for nouns. */
export const verbRules: readonly TagRule[] = [
  {
    // "dog chases a cat": a third person after its subject and before its object.
    id: 'third-person',
    tag: (place) => (place.token.tag === 'NOUN' && isThirdPerson(place) ? 'VERB' : undefined),
  },
  {
    // "two dogs chase a cat", "people smile as": a plural that can act, and its verb.
    id: 'plural-verb',
    tag: ({ token: { tag }, form, previous, next }) => {
      if (form.verbForm !== 'base' || (tag !== 'NOUN' && tag !== 'ADJ')) return undefined;
      if (previous?.tag !== 'NOUN' || form.noun === undefined) return undefined;
      if (!previous.form.plural) return undefined;
      // "three roads stretch through", but "a sports drink in"
      if (!previous.form.animate && !(form.mostlyVerb && next?.tag === 'ADP')) return undefined;
      const hasObject = next?.tag === 'DET' || next?.tag === 'PRON';
      return hasObject || (form.mostlyVerb && next !== undefined && next.tag !== 'NOUN') ? 'VERB' : undefined;
    },
  },
  {
    // "a dog chased by a cat": WordNet knows a noun "chased" too.
    id: 'participle-after-noun',
    tag: ({ token: { tag, lower }, form, previous, next }) => {
      if (tag !== 'NOUN' || form.verbForm !== 'ed') return undefined;
      if (form.noun === undefined) return 'VERB';
      const isAfter = previous?.tag === 'NOUN' && next?.tag === 'ADP';
      return lower.endsWith('ed') && form.mostlyVerb && isAfter ? 'VERB' : undefined;
    },
  },
];

/** "a bathroom mirror" and "street signs", but "people surf" and "a giraffe stand next to". */
function tagAfterNoun({ tokens, i, token, form, previous, next }: TagPlace): Token['tag'] | undefined {
  if (previous === undefined) return undefined;
  const before = previous.form;
  if (previous.tag !== 'NOUN' && !(previous.tag === 'PROPN' && before.noun !== undefined)) return 'VERB';
  if (form.verbForm === 'base') {
    // The verb would not agree; that of "a boy and a girl" does.
    const agrees = before.plural || before.animate || hasAnd(tokens, i);
    return agrees || unchangedPast.has(token.lower) ? 'VERB' : 'NOUN';
  }
  if (before.plural || before.animate || form.mostlyVerb) return 'VERB';
  const determiner = determinerOf(tokens, i);
  const hasObject = next?.tag === 'DET' || next?.tag === 'PRON';
  if (determiner === 'none' && !hasObject) return 'NOUN';
  const ends = next === undefined || next.tag === 'PUNCT' || next.tag === 'CCONJ';
  return ends && determiner !== 'singular' ? 'NOUN' : 'VERB';
}

function isThirdPerson({ tokens, i, token, form, previous, next }: TagPlace): boolean {
  if (form.verbForm !== 's' || previous?.tag !== 'NOUN') return false;
  if (token.lower === form.noun && !form.mostlyVerb) return false;
  const determiner = determinerOf(tokens, i);
  if (form.plural && determiner === 'singular' && !previous.form.plural) return true;
  const hasObject = next !== undefined && (next.tag === 'DET' || next.tag === 'ADJ' || next.tag === 'PRON');
  const isSubject = previous.form.animate || (next !== undefined && determiner !== 'none');
  return hasObject || (form.mostlyVerb && next?.tag !== 'NOUN' && isSubject);
}

/** "standing up", "smiles on": the word of place belongs to the verb before it, and no noun follows from it. */
function isParticle(tokens: readonly Token[], i: number): boolean {
  return tokens[i - 1]?.tag === 'VERB' && /^(?:up|down|out|off|over|away)$/.test(tokens[i]!.lower);
}

/** Whether the noun phrase that ends here is the second of two: "a boy and a girl stand". */
function hasAnd(tokens: readonly Token[], end: number): boolean {
  let i = end - 1;
  while (i >= 0 && /^(?:NOUN|ADJ|DET|NUM)$/.test(tokens[i]!.tag)) i -= 1;
  return tokens[i]?.lower === 'and' && tokens[i - 1]?.tag === 'NOUN';
}
