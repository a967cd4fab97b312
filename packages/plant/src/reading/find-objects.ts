import { alsoThings, massNouns } from '../lexicon/noun-classes';
import type { Noun, Nouns } from '../lexicon/nouns';
import { personChanges } from '../lexicon/people';
import { isColour } from '../lexicon/scales';
import type { RefusalReason } from '../refusals';
import type { LongLemmas } from '../wordnet/long-lemmas';
import { isOfName } from './is-of-name';
import { lemmaOfSeveralAt, mayStartLemma } from './lemma-of-several';
import type { ObjectSpan } from './reading';
import { startsWithLetter } from './starts-with-letter';
import type { Token } from './tagger';

/** WordNet's lexicographer file of animals. */
const ANIMAL = 5;
const streets = new Set('street road highway sidewalk park garden bridge beach field'.split(' '));

export interface ObjectContext {
  readonly longLemmas: LongLemmas;
  readonly nouns: Nouns;
  readonly vocabulary: ReadonlySet<string> | undefined;
  readonly refuse: (reason: RefusalReason) => void;
}

export interface FoundObjects {
  readonly objects: readonly ObjectSpan[];
  /** Parts of compounds ("tennis court"): to be changed only where a corpus shows the new compound. */
  readonly compounds: readonly ObjectSpan[];
  /** Indices of the tokens of objects and of all lemmas of several words ("hot dog"): no attribute starts there. */
  readonly taken: readonly number[];
}

/** Finds the nouns that name things in the picture, lemmas of several words ("traffic light") as one span. */
export function findObjects(
  caption: string,
  tokens: readonly Token[],
  isTitled: boolean,
  context: ObjectContext,
): FoundObjects {
  const { nouns, vocabulary, refuse } = context;
  const objects: ObjectSpan[] = [];
  const compounds: ObjectSpan[] = [];
  const taken: number[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (!mayStartLemma(token) && tokens[i + 1]?.lower !== '-') continue;
    const first = i;
    let last = i;
    let lemma: string | undefined;
    let plural = false;
    const pair = lemmaOfSeveralAt(caption, tokens, i, context);
    if (pair) {
      last = pair.last;
      lemma = pair.lemma;
      plural = pair.plural;
    } else if (token.tag === 'NOUN') {
      const { form } = token;
      // "green" is a vegetable to WordNet; "orange" and "glass" are things to all of us.
      if (form.scaled && !alsoThings.has(token.lower) && !isSubstance(tokens, i) && !isShape(tokens, i))
        continue;
      lemma = form.noun;
      plural = form.plural;
    }
    if (lemma === undefined || !startsWithLetter(token.lower)) continue;
    const noun = nouns.get(lemma);
    i = last;
    if (pair) for (let j = first; j <= last; j += 1) taken.push(j);
    if (!noun) continue;
    if (isJoined(caption, token.start, tokens[last]!.end)) {
      refuse('fixed-phrase');
      continue;
    }
    const next = tokens[last + 1];
    // A street does nothing: in "street signs" or "street light" a verb or an adjective is the tagger's slip.
    const isHead =
      next?.tag === 'NOUN' ||
      isBeforeParticiple(tokens, last) ||
      (!plural && streets.has(lemma) && next !== undefined && isSlip(next));
    const modifies = isHead && caption[tokens[last]!.end] === ' ';
    const before = tokens[first - 1];
    const isCompound =
      before !== undefined &&
      isNounBefore(before, isTitled) &&
      !looseModifiers.has(before.lower) &&
      caption[before.end] === ' ';
    if (
      modifies ||
      isCompound ||
      isIdiom(tokens, first, lemma) ||
      isOfName(caption, tokens, first) ||
      (next?.lower === "'s" && !noun.person && noun.lexfile !== ANIMAL) ||
      (!vocabulary && isNoThing(tokens, first, last, lemma))
    ) {
      refuse('fixed-phrase');
      const isWhole = noun.rating !== undefined && !noun.person && lemma !== 'camera';
      if (isWhole && (plural || !tokens[last]!.form.invariable))
        compounds.push(spanOf(caption, tokens, first, last, noun, plural));
      continue;
    }
    // A word of a closed vocabulary stands for itself ("scissors"), its plural for several of them ("owls").
    const isItself =
      vocabulary?.has(lemma) && caption.slice(token.start, tokens[last]!.end).toLowerCase() === lemma;
    const number = isItself ? false : isPlural(tokens, first, plural, tokens[last]!.form.invariable);
    if (number === undefined) {
      refuse('fixed-phrase');
      continue;
    }
    if (noun.person && !personChanges(noun.lemma)) {
      refuse('person');
      continue;
    }
    if (isSecond(tokens, first)) {
      refuse('fixed-phrase');
      continue;
    }
    if (!noun.rating) {
      refuse('unrated');
      continue;
    }
    if (!pair) taken.push(first);
    objects.push(spanOf(caption, tokens, first, last, noun, number));
  }
  return { objects, compounds, taken };
}

/** "a pile of wood", "glass and stone": a word of a scale that stands for the thing, but "in lavender" is a colour. */
function isSubstance(tokens: readonly Token[], i: number): boolean {
  const { form, lower } = tokens[i]!;
  const next = tokens[i + 1];
  if (!form.isThing || next?.tag === 'NOUN' || next?.tag === 'PROPN' || next?.form.scaled) return false;
  const before = tokens[i - 1];
  return !isColour(lower) || !(before?.lower === 'in' || before?.tag === 'VERB' || before?.form.scaled);
}

/** "a blue square", "two ovals": a shape of its own, and no noun behind it that has the shape. */
function isShape(tokens: readonly Token[], i: number): boolean {
  const { form } = tokens[i]!;
  const next = tokens[i + 1]?.tag;
  return form.isShape && !form.mostlyAdjective && next !== 'NOUN' && next !== 'PROPN';
}

/** A noun that says of what sort the next one is; a name does so too ("Honda motorcycle"), but in a title it is the brand. */
function isNounBefore({ tag, form }: Token, isTitled: boolean): boolean {
  return (tag === 'NOUN' && !form.scaled) || (tag === 'PROPN' && !isTitled);
}

/** "a snow covered hill": the snow is what the hill is like. */
function isBeforeParticiple(tokens: readonly Token[], last: number): boolean {
  const next = tokens[last + 1];
  return (
    (next?.tag === 'ADJ' || next?.tag === 'VERB') &&
    next.lower.endsWith('ed') &&
    tokens[last + 2]?.tag === 'NOUN'
  );
}

/** Nouns that say where or for what, so that the next noun may change by itself: "city street", "wedding cake". */
const looseModifiers = new Set(
  'city kitchen bathroom bedroom office park wedding birthday beach hotel hospital school family country town village winter summer computer lunch dinner breakfast wood metal passenger commuter tour transit brick stone marble airport cafe army police vintage classic antique restaurant farm'.split(
    ' ',
  ),
);

function isSlip({ tag, lower, form }: Token): boolean {
  return (tag === 'VERB' || tag === 'ADJ') && form.noun !== undefined && !/(?:ed|ing)$/.test(lower);
}

/** "smiles at the camera", "looks off camera": the photographer's, not in the picture. */
function isIdiom(tokens: readonly Token[], first: number, lemma: string): boolean {
  if (lemma !== 'camera') return false;
  const before = tokens[first - 1]?.lower === 'the' ? first - 2 : first - 1;
  return /^(?:at|for|to|toward|towards|into|on|off)$/.test(tokens[before]?.lower ?? '');
}

const doing = new Set(['do', 'does', 'doing', 'did', 'performing', 'performs']);
const baseball = new Set('baseball batter umpire catcher bat pitcher home base swing'.split(' '));
const signs = new Set(['sign', 'signs', 'area', 'lane', 'path', 'trail']);

/** "doing a flip", "the batter at the plate", "a horse walking sign", "chocolate and glazed donuts". */
function isNoThing(tokens: readonly Token[], first: number, last: number, lemma: string): boolean {
  let before = first - 1;
  while (before >= 0 && (tokens[before]!.tag === 'DET' || tokens[before]!.tag === 'ADJ')) before -= 1;
  if (doing.has(tokens[before]?.lower ?? '')) return true;
  if (lemma === 'plate' && tokens.some(({ lower }) => baseball.has(lower))) return true;
  const next = tokens[last + 1];
  const second = tokens[last + 2];
  if (next === undefined || second === undefined) return false;
  // "baby blue cabinets"
  if (isColour(next.lower) && second.tag === 'NOUN') return true;
  if (signs.has(second.lower) && next.lower.endsWith('ing')) return true;
  return (
    next.lower === 'and' &&
    massNouns.has(lemma) &&
    second.tag !== 'NOUN' &&
    second.lower.endsWith('ed') &&
    tokens[last + 3]?.tag === 'NOUN'
  );
}

/** "next to another train": the one before it was a train as well. */
function isSecond(tokens: readonly Token[], first: number): boolean {
  let i = first - 1;
  while (i >= 0 && (tokens[i]!.tag === 'ADJ' || tokens[i]!.tag === 'NUM') && tokens[i]!.lower !== 'other')
    i -= 1;
  const before = tokens[i]?.lower;
  return before === 'another' || before === 'other';
}

const singularDeterminers = new Set(['a', 'an', 'one', 'this', 'that', 'another', 'each', 'every', 'single']);

/** Number of a noun; of "sheep" by its determiner, `undefined` where that leaves it open ("the sheep"). */
function isPlural(
  tokens: readonly Token[],
  first: number,
  plural: boolean,
  invariable: boolean,
): boolean | undefined {
  if (plural || !invariable) return plural;
  let i = first - 1;
  while (i >= 0 && tokens[i]!.tag === 'ADJ' && !singularDeterminers.has(tokens[i]!.lower)) i -= 1;
  const before = tokens[i]?.lower;
  if (before !== undefined && singularDeterminers.has(before)) return false;
  return before === 'the' || /^(?:his|her|its|their|my)$/.test(before ?? '') ? undefined : true;
}

/** Part of a longer word: "red-haired", "t-shirt", "@dog", "dog.jpg". */
export function isJoined(caption: string, start: number, end: number): boolean {
  const before = caption[start - 1];
  const after = caption[end];
  if ((before === undefined || before === ' ') && (after === undefined || after === ' ')) return false;
  return (
    (before !== undefined && /[-\p{L}\p{N}@#/_&]/u.test(before)) ||
    (after !== undefined && /[-\p{L}\p{N}@/_&]/u.test(after)) ||
    (after === '.' && /[\p{L}\p{N}]/u.test(caption[end + 1] ?? ''))
  );
}

const quantities = new Set('two three four five six several many few other'.split(' '));
const phraseTags = new Set(['ADJ', 'NUM', 'ADV', 'NOUN']);
const determiners = new Set(
  'a an the this that these those his her their its my your our some any another'.split(' '),
);

const noModifiers: readonly string[] = [];

function isModifier({ lower, tag }: Token): boolean {
  return (phraseTags.has(tag) || quantities.has(lower)) && !determiners.has(lower);
}

function spanOf(
  caption: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  noun: Noun,
  plural: boolean,
): ObjectSpan {
  let phraseStart = first;
  while (phraseStart > 0 && isModifier(tokens[phraseStart - 1]!)) phraseStart -= 1;
  const modifiers =
    phraseStart === first ? noModifiers : tokens.slice(phraseStart, first).map(({ lower }) => lower);
  if (phraseStart > 0 && determiners.has(tokens[phraseStart - 1]!.lower)) phraseStart -= 1;
  const start = tokens[first]!.start;
  const end = tokens[last]!.end;
  return {
    slot: 'object',
    first,
    last,
    start,
    end,
    text: first === last ? tokens[first]!.text : caption.slice(start, end),
    lemma: noun.lemma,
    noun,
    plural,
    phraseStart,
    modifiers,
    isMass: noun.isMass,
    concreteness: noun.rating!.rating,
    concretenessSource: noun.rating!.source,
  };
}
