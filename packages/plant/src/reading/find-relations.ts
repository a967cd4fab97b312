import { closedSet, type Exclusions } from '../lexicon/exclusions';
import type { Noun, Nouns } from '../lexicon/nouns';
import { wordClass } from '../lexicon/words';
import { lastPhraseUpTo, type NounPhrase, phraseFrom } from './noun-phrase';
import { carries, isLoose, type NounSort, sortOfNoun } from './noun-sort';
import type { ActionSpan, ClosedSpan, KindOfText } from './reading';
import type { ReadingContext } from './reading-context';
import type { Token } from './tagger';
import type { Relation } from './word-forms';
import { refusalOf, unrated } from './word-refusals';

/**
 * Relations in space. What is on a thing is not under it, beside it, behind it or in front of it; what stands next to
 * a thing may well be called in front of it, and what is under it near it, so these do not exclude each other.
 */
export const placesExclude = closedSet('places');

/** Relations to what is over one's head: who is under a tree is beside it and in front of it as well. */
const overheadExclude = closedSet('overhead');

/** Relations to a street, a field or water. */
export const groundsExclude = closedSet('grounds');

/** Relations to a lake or a river. */
export const watersExclude = closedSet('waters');

/** Relations to a room. */
export const roomsExclude = closedSet('rooms');

const sides = new Set(['in front of', 'behind']);
const referring = new Set(['it', 'him', 'her', 'them']);
/** What is over one's head: who is under a tree is beside it as well. */
const overhead = wordClass('overhead');
const steps = wordClass('steps');
/** To walk across these is to walk along them too. */
const wideGrounds = wordClass('wide-ground');

/**
 * Finds the words that say where a thing is to another, where the thing can have another relation: one preposition ("under")
 * or several words ("in front of").
 */
export function findRelations(
  caption: string,
  tokens: readonly Token[],
  kind: KindOfText,
  phrases: readonly NounPhrase[],
  actions: readonly ActionSpan[],
  { lexicon, nouns, vocabulary, refuse, refusals }: ReadingContext,
): ClosedSpan[] {
  const relations: ClosedSpan[] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    const relation = relationAt(tokens, first);
    if (!relation) continue;
    const { lemma, mainWord, words } = relation;
    const start = first;
    const last = first + words.length - 1;
    first = last;
    const next = phraseFrom(phrases, last + 1);
    if (!next) continue;
    const verb = actionBefore(tokens, actions, start);
    const left = verb ? verb.subject : phrases[lastPhraseUpTo(phrases, start - 1)];
    const right = thingOf(next, left, tokens, phrases, nouns);
    const noun = right.isPronoun ? undefined : nouns.get(right.lemma);
    const found = setOf(lemma, right, noun, vocabulary !== undefined);
    if (!found) continue;
    const leftNoun = left && nouns.get(left.lemma);
    const leftSort = leftNoun && sortOfNoun(leftNoun);
    const head = right.lemma;
    const place = { caption, kind, tokens, first: start, last, lemma, head, verb, right, leftSort };
    const refusal = refusalOf(refusals.relation, place);
    const rating = refusal ? undefined : (lexicon.rate(lemma) ?? lexicon.rate(mainWord));
    if (!rating) {
      refuse(refusal ?? unrated);
      continue;
    }
    const [begin, end] = [tokens[start]!.start, tokens[last]!.end];
    const [form, exclude] = found;
    relations.push({
      first: start,
      last,
      start: begin,
      end,
      text: start === last ? tokens[start]!.text : caption.slice(begin, end),
      lemma,
      concreteness: rating.rating,
      concretenessSource: rating.source,
      slot: 'relation',
      form,
      exclude,
      headLemma: right.lemma,
      head: right.last,
      actor: left ? `${whoIsThere(left, leftNoun)} at ${noun?.lexfile ?? right.lemma}` : '',
    });
  }
  return relations;
}

/** The relation that starts at a token, the longest there is. */
export function relationAt(tokens: readonly Token[], i: number): Relation | undefined {
  const { relations } = tokens[i]!.form;
  if (!relations) return undefined;
  for (const relation of relations) if (isAt(relation, tokens, i)) return relation;
  return undefined;
}

function isAt({ words }: Relation, tokens: readonly Token[], i: number): boolean {
  if (words.length === 1) {
    const { tag } = tokens[i]!;
    return tag === 'ADP' || tag === 'ADV' || tag === 'PART';
  }
  for (let k = 1; k < words.length; k += 1) if (tokens[i + k]?.lower !== words[k]) return false;
  return true;
}

/** "sitting on", "standing up on": the verb before, with at most a particle between. */
function actionBefore(
  tokens: readonly Token[],
  actions: readonly ActionSpan[],
  first: number,
): ActionSpan | undefined {
  const verb = tokens[first - 1]?.tag === 'VERB' ? first - 1 : first - 2;
  if (tokens[verb]?.tag !== 'VERB') return undefined;
  const action = actions.find((each) => each.last === verb);
  return verb === first - 1 || action?.particle !== undefined ? action : undefined;
}

/**
 * The thing that a relation leads to; of "a table with a cup on it" the table, of other pronouns the pronoun itself.
 */
function thingOf(
  right: NounPhrase,
  left: NounPhrase | undefined,
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  nouns: Nouns,
): NounPhrase {
  if (!right.isPronoun || (right.lemma !== 'it' && right.lemma !== 'them') || !left) return right;
  // A drawing on a thing, or a plant on it, has no other place.
  const noun = nouns.get(left.lemma);
  if (!noun || !isLoose(noun)) return right;
  const link = tokens[left.first - 1]?.lower ?? '';
  const owner = phrases[phrases.indexOf(left) - 1];
  if (!/^(?:with|has|have|having)$/.test(link) || !owner || owner.animate || owner.isPronoun) return right;
  const isNext = owner.last === left.first - 2 || tokens[left.first - 2]?.lower === 'that';
  return isNext && owner.plural === (right.lemma === 'them') ? owner : right;
}

/** The sort of the thing that is there: a man may not fit where a cat does. */
function whoIsThere({ animate }: NounPhrase, noun: Noun | undefined): string {
  if (noun?.person || (!noun && animate)) return 'person';
  return noun ? String(noun.lexfile) : '';
}

type Form = readonly [form: 'thing' | 'ground' | 'water' | 'room' | 'overhead', exclude: Exclusions];
const overheads: Form = ['overhead', overheadExclude];
const things: Form = ['thing', placesExclude];
/** None for clothes, the body, the sky and what is nowhere. */
const sets: Partial<Record<NounSort, Form>> = {
  water: ['water', watersExclude],
  room: ['room', roomsExclude],
  ground: ['ground', groundsExclude],
  'road vehicle': things,
  aircraft: things,
  vessel: things,
  thing: things,
};

/** The closed set of a relation to a thing; `undefined` where none has it. */
function setOf(
  lemma: string,
  right: NounPhrase,
  noun: Noun | undefined,
  hasOwnWords: boolean,
): Form | undefined {
  if (!noun) {
    // Behind and in front of exclude each other, for any thing.
    return right.isPronoun && sides.has(lemma) && referring.has(right.lemma) ? things : undefined;
  }
  const sort = sortOfNoun(noun);
  const found = !hasOwnWords && overhead.has(right.lemma) ? overheads : sets[sort];
  return found?.[1].words.has(lemma) && fits(lemma, right.lemma, sort, noun) ? found : undefined;
}

function fits(relation: string, head: string, sort: NounSort, noun: Noun): boolean {
  if (relation === 'up' || relation === 'down') return steps.has(head) || sort === 'ground';
  if (relation === 'along' || relation === 'across')
    return (sort === 'ground' && !wideGrounds.has(head)) || (relation === 'across' && sort === 'water');
  if (relation === 'through' || relation === 'past') return sort === 'ground' || sort === 'water';
  return (relation !== 'on' && relation !== 'in') || carries(noun);
}
