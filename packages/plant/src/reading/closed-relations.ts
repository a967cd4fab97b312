import type { Exclusions } from '../lexicon/exclusions';
import type { Noun, Nouns } from '../lexicon/nouns';
import {
  groundsExclude,
  overheadExclude,
  placesExclude,
  roomsExclude,
  watersExclude,
} from '../lexicon/places';
import { wordSet } from '../lexicon/word-set';
import { type ClosedSpan, type ClosedWord, closedSpanAt } from './closed-span';
import type { NounPhrase } from './noun-phrase';
import { carries, isLoose, type NounSort, sortOfNoun } from './noun-sort';
import type { Reading, RelationSpan } from './reading';

/** Verbs that leave it to the preposition to say where; after "covered in" and "riding on" it says something else. */
const placing = wordSet(
  'sit stand lie lay walk run perch rest sleep place park play pose wait graze jump set sat stack pile display kneel crouch squat seat nap locate hide swim float fly eat',
);
const motion = wordSet(
  'walk run ride ski drive go slide skate travel climb skateboard snowboard fly race move come head roll cruise pull ' +
    'march jog hike jump swim wander wade float sail cross stroll trot gallop',
);
const ways = wordSet('up down across along through past over toward towards');
const entries = new Set(['into', 'out of', 'onto', 'off', 'off of', 'away from']);
const sides = new Set(['in front of', 'behind']);
const referring = wordSet('it him her them');
const besides = new Set(['next to', 'beside', 'near', 'by', 'close to', 'in front of', 'behind']);
/** What is over one's head: who is under a tree is beside it as well. */
const overhead = wordSet('tree umbrella parasol canopy tent bridge awning lamp sign lamppost');
const steps = wordSet('step stair stairs staircase stairway ladder ramp escalator slope hill');
/** To walk across these is to walk along them too. */
const wideGrounds = wordSet('field park yard');

/** Relations in space of a closed set, where the thing can have another one: "on top of a table", "behind the bus". */
export function closedRelations(
  reading: Reading,
  nouns: Nouns,
  vocabulary: ReadonlySet<string> | undefined,
): ClosedSpan[] {
  const spans: ClosedSpan[] = [];
  for (const relation of reading.relations) {
    const { lemma } = relation;
    const right = thingOf(relation, reading, nouns);
    if (isFixed(relation, reading)) continue;
    const noun = right.isPronoun ? undefined : nouns.get(right.lemma);
    if (right.isPronoun) {
      // Behind and in front of exclude each other, for any thing; but one looks at what is in front.
      if (!sides.has(lemma) || !referring.has(right.lemma) || isLookedAt(reading, relation.first)) continue;
    } else if (!noun) continue;
    const sort = noun === undefined ? 'thing' : sortOfNoun(noun);
    const isOverhead = !vocabulary && overhead.has(right.lemma);
    const found = isOverhead ? overheads : setOf(sort);
    if (!found) continue;
    const [form, exclude] = found;
    if (!exclude.words.has(lemma) || !fits(lemma, right.lemma, sort, noun)) continue;
    if (!isPlaced(relation, reading)) continue;
    const left = relation.left ?? relation.verb?.subject;
    const leftNoun = left && nouns.get(left.lemma);
    // "a man at a counter by a bowl": what is said of a ground was said of who is there.
    if (leftNoun && isWide(sortOfNoun(leftNoun)) && !besides.has(lemma)) continue;
    const word: ClosedWord = {
      slot: 'relation',
      lemma,
      form,
      exclude,
      headLemma: right.lemma,
      head: right.last,
      actor: left ? `${sortOf(left, nouns)} at ${noun?.lexfile ?? right.lemma}` : '',
    };
    spans.push(closedSpanAt(relation, word));
  }
  return spans;
}

const owning = wordSet('with has have having');

/**
 * The thing that a relation leads to; of "a table with a cup on it" the table, of other pronouns the pronoun itself.
 */
function thingOf({ right, left }: RelationSpan, { tokens, phrases }: Reading, nouns: Nouns): NounPhrase {
  if (!right.isPronoun || (right.lemma !== 'it' && right.lemma !== 'them') || !left) return right;
  // A drawing on a thing, or a plant on it, has no other place.
  const noun = nouns.get(left.lemma);
  if (!noun || !isLoose(noun)) return right;
  const link = tokens[left.first - 1]?.lower ?? '';
  const owner = phrases[phrases.indexOf(left) - 1];
  if (!owning.has(link) || !owner || owner.animate || owner.isPronoun) return right;
  const isNext = owner.last === left.first - 2 || tokens[left.first - 2]?.lower === 'that';
  return isNext && owner.plural === (right.lemma === 'them') ? owner : right;
}

/** "in bed", a "walk in shower": another relation would break the phrase. */
function isFixed({ first, right }: RelationSpan, { tokens }: Reading): boolean {
  return (right.lemma === 'bed' && right.first === right.last) || tokens[first - 1]?.lower === 'walk';
}

/** "looking at a ball in front of him": it is where one looks. */
function isLookedAt({ tokens }: Reading, first: number): boolean {
  return tokens.some(
    ({ lower }, i) => i < first && /^(?:look|star|watch|view|fac|gaz)(?:s|es|ing|ed|e)?$/.test(lower),
  );
}

/** The sort of thing that stands there: a man may not fit where a cat does. */
function sortOf({ lemma, animate }: NounPhrase, nouns: Nouns): string {
  const noun = nouns.get(lemma);
  if (noun?.person || (!noun && animate)) return 'person';
  return noun ? String(noun.lexfile) : '';
}

type Form = readonly [form: 'thing' | 'ground' | 'water' | 'room' | 'overhead', exclude: Exclusions];
const overheads: Form = ['overhead', overheadExclude];
const things: Form = ['thing', placesExclude];
const sets: Partial<Record<NounSort, Form>> = {
  water: ['water', watersExclude],
  room: ['room', roomsExclude],
  ground: ['ground', groundsExclude],
  'road vehicle': things,
  aircraft: things,
  vessel: things,
  thing: things,
};

/** The set of what is there; `undefined` for clothes, the body, the sky and what is nowhere. */
function setOf(sort: NounSort): Form | undefined {
  return sets[sort];
}

function isWide(sort: NounSort): boolean {
  return sort === 'ground' || sort === 'water' || sort === 'room' || sort === 'celestial';
}

function fits(relation: string, head: string, sort: NounSort, noun: Noun | undefined): boolean {
  if (relation === 'up' || relation === 'down') return steps.has(head) || sort === 'ground';
  if (relation === 'along' || relation === 'across')
    return (sort === 'ground' && !wideGrounds.has(head)) || (relation === 'across' && sort === 'water');
  if (relation === 'through' || relation === 'past') return sort === 'ground' || sort === 'water';
  if (relation === 'on' || relation === 'in') return noun !== undefined && carries(noun);
  return true;
}

/** Whether the verb before leaves room for another place; after "covered in" and "riding on" it says something else. */
function isPlaced({ lemma, verb, first }: RelationSpan, { tokens }: Reading): boolean {
  if (entries.has(lemma)) return verb !== undefined && (motion.has(verb.lemma) || verb.lemma === 'look');
  if (lemma === 'over' && verb && placing.has(verb.lemma) && !motion.has(verb.lemma)) return true;
  if (ways.has(lemma)) return verb !== undefined && motion.has(verb.lemma);
  // "flies by a house": past it.
  if (lemma === 'by' && verb && motion.has(verb.lemma)) return false;
  if (verb) return placing.has(verb.lemma);
  const { tag } = tokens[first - 1] ?? {};
  return tag === 'NOUN' || tag === 'PROPN' || tag === 'AUX';
}
