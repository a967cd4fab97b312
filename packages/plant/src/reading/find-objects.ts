import type { Noun } from '../lexicon/nouns';
import { isColour } from '../lexicon/scales';
import { alsoThings, wordClass } from '../lexicon/words';
import { lemmaOfSeveralAt, mayStartLemma } from './lemma-of-several';
import { startsWithLetter } from './plain-text';
import type { KindOfText, ObjectSpan } from './reading';
import type { ReadingContext } from './reading-context';
import type { Token } from './tagger';
import { refusalOf, unrated } from './word-refusals';

interface FoundObjects {
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
  kind: KindOfText,
  context: ReadingContext,
): FoundObjects {
  const { nouns, vocabulary, refuse, refusals } = context;
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
    const { invariable } = tokens[last]!.form;
    // A word of a closed vocabulary stands for itself ("scissors"), its plural for several of them ("owls").
    const isItself =
      vocabulary?.has(lemma) && caption.slice(token.start, tokens[last]!.end).toLowerCase() === lemma;
    const number = isItself ? false : isPlural(tokens, first, plural, invariable);
    const place = { caption, kind, tokens, first, last, lemma, noun, plural, number };
    const refusal = refusalOf(refusals.object, place);
    if (refusal) {
      refuse(refusal);
      const isWhole = noun.rating !== undefined && !noun.person && lemma !== 'camera';
      if (refusal.isCompound && isWhole && (plural || !invariable))
        compounds.push(spanOf(caption, tokens, first, last, noun, plural));
    } else if (!noun.rating) {
      refuse(unrated);
    } else {
      if (!pair) taken.push(first);
      objects.push(spanOf(caption, tokens, first, last, noun, number ?? plural));
    }
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

const singularDeterminers = wordClass('singular-determiner');

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

const quantities = wordClass('quantity');
const phraseTags = new Set(['ADJ', 'NUM', 'ADV', 'NOUN']);
const determiners = wordClass('determiner');
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
