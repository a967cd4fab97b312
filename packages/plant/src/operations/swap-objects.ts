import { matchCase } from '../inflect/match-case';
import { plural, pluraliaTantum } from '../inflect/plural';
import type { ObjectSpan, Reading } from '../reading/reading';
import { movableKinds } from '../words/kinds';
import { mayLookAlike } from '../words/look-alikes';
import { massNouns } from '../words/mass-nouns';
import { genderOf, saysGender } from '../words/people';
import { scalesOf } from '../words/scales';
import { inVocabulary } from './in-vocabulary';
import { isSpatialLink, isSymmetricLink } from './is-symmetric';
import type { FindOptions, MiningContext, Option } from './operation';
import { SwapOption, swapsAmong } from './swap-option';

/** Exchanges two things of a caption: "a dog chasing a cat" → "a cat chasing a dog". */
export const swapObjects: FindOptions = (reading, _siblings, context) =>
  swapsAmong(reading.objects, (a, b) => swapOf(a, b, reading, context));

/** Whether a thing holds another one: "a bag of", "a cup full of", "a plate filled with". */
function isHolding({ last }: ObjectSpan, { tokens }: Reading): boolean {
  const [next, second] = [tokens[last + 1]?.lower, tokens[last + 2]?.lower];
  return next === 'of' || (next === 'full' && second === 'of') || (next === 'filled' && second === 'with');
}

/** To look at somebody is often mutual. */
const mutual = /^(?:look|watch|fac|meet|star|gaz|greet|play|fight)(?:e?s|ing|e)?$/;

function isLiving({ noun }: ObjectSpan): boolean {
  return noun.person || noun.kind === 'animal';
}

/** The colours that a person would take along: "a black man". */
function coloursOf({ modifiers }: ObjectSpan): string {
  return modifiers.filter((word) => scalesOf(word).some(({ scale }) => scale === 'colour')).join(' ');
}

/** Whether "his" or "her" would tell that one of two persons stands in the other's place. */
function givesAway(a: ObjectSpan, b: ObjectSpan, { words }: Reading): boolean {
  return (
    genderOf(a.lemma) !== genderOf(b.lemma) && (saysGender(words, 'male') || saysGender(words, 'female'))
  );
}

/** Whether two persons may take each other's place. */
function maySwap(a: ObjectSpan, b: ObjectSpan, reading: Reading): boolean {
  return coloursOf(a) === coloursOf(b) && !givesAway(a, b, reading);
}

/** Where a thing starts, for what stands before it: of "a bowl of apples next to a bowl of pears" with the second bowl. */
function startOf({ phraseStart }: ObjectSpan, other: ObjectSpan, { tokens }: Reading): number {
  const holder = holderBefore(phraseStart, tokens);
  if (holder === undefined || holder !== holderBefore(other.phraseStart, tokens)) return phraseStart;
  let start = phraseStart - 2;
  while (start > 0 && tokens[start - 1]!.tag === 'DET') start -= 1;
  return start;
}

/** Lemma of the noun before "of". */
function holderBefore(start: number, tokens: Reading['tokens']): string | undefined {
  return tokens[start - 1]?.lower === 'of' ? tokens[start - 2]?.form.noun : undefined;
}

function swapOf(a: ObjectSpan, b: ObjectSpan, reading: Reading, context: MiningContext): Option | undefined {
  const { relations, refuse, vocabulary } = context;
  if (a.lemma === b.lemma) return undefined;
  const between = reading.tokens.slice(a.last + 1, startOf(b, a, reading));
  const sameKind =
    (a.noun.kind !== undefined && a.noun.kind === b.noun.kind) || (a.noun.person && b.noun.person);
  const isMovable = (object: ObjectSpan) =>
    vocabulary?.has(object.lemma) || movableKinds.has(object.noun.kind ?? '');
  const canStandAnywhere =
    isSpatialLink(between) && isMovable(a) && isMovable(b) && !a.noun.person && !b.noun.person;
  if (!sameKind && !canStandAnywhere) {
    // A table and the plate on it were never a swap; two things side by side could have been one.
    if (isSpatialLink(between)) refuse('kind-mismatch');
    return undefined;
  }
  // "a bag of cookies and a bowl of carrots": what holds may only change places with what holds.
  if (isHolding(a, reading) !== isHolding(b, reading)) {
    refuse('kind-mismatch');
    return undefined;
  }
  if (a.noun.person && b.noun.person && !maySwap(a, b, reading)) {
    refuse('person');
    return undefined;
  }
  const isPluralOnly = ({ lemma }: ObjectSpan) => pluraliaTantum.has(lemma);
  const isClosed = vocabulary?.has(a.lemma) && vocabulary.has(b.lemma);
  if (
    !isClosed &&
    (massNouns.has(a.lemma) !== massNouns.has(b.lemma) || isPluralOnly(a) || isPluralOnly(b))
  ) {
    refuse('kind-mismatch');
    return undefined;
  }
  const relation =
    relations.relation(a.lemma, b.lemma) ?? (mayLookAlike(a.lemma, b.lemma) ? 'synonym' : undefined);
  if (relation) {
    refuse(relation);
    return undefined;
  }
  // "a dog and a cat" is "a cat and a dog"; "a red dog and a blue cat" is not "a red cat and a blue dog".
  // In "an elderly man and woman" both are elderly.
  const isShared = b.phraseStart === b.first && /^(?:and|or|&)$/.test(between.at(-1)?.lower ?? '');
  const sameModifiers = isShared || a.modifiers.join(' ') === b.modifiers.join(' ');
  if (isSymmetricLink(between) && sameModifiers && a.plural === b.plural) {
    refuse('symmetric');
    return undefined;
  }
  if (!vocabulary && between.some(({ lower }) => mutual.test(lower)) && isLiving(a) && isLiving(b)) {
    refuse('symmetric');
    return undefined;
  }
  const textA = matchCase(a.plural ? plural(b.lemma) : b.lemma, a.text);
  const textB = matchCase(b.plural ? plural(a.lemma) : a.lemma, b.text);
  if (!inVocabulary(textA, a.text, vocabulary) || !inVocabulary(textB, b.text, vocabulary)) {
    refuse('not-in-vocabulary');
    return undefined;
  }
  const distance = relations.distance(a.noun.synset, b.noun.synset);
  return new SwapOption({
    a,
    b,
    textA,
    textB,
    instruction: `swap the ${a.text.toLowerCase()} and the ${b.text.toLowerCase()}`,
    distance: Number.isFinite(distance) ? distance : null,
  });
}
