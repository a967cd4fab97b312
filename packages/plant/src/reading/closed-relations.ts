import type { Exclusions } from '../words/exclusions';
import { movableKinds } from '../words/kinds';
import type { Nouns } from '../words/nouns';
import { placeOfThing } from '../words/place-sorts';
import { groundsExclude, overheadExclude, placesExclude, roomsExclude, watersExclude } from '../words/places';
import { unfitRelations } from '../words/support';
import { sortOfThing } from '../words/thing-sorts';
import { wordSet } from '../words/word-set';
import { type ClosedSpan, type ClosedWord, closedSpanAt, nothingUnfit } from './closed-span';
import type { NounPhrase } from './noun-phrase';
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
const slopes = wordSet(
  'hill slope mountain mountainside hillside ramp stairs staircase steps stair ladder escalator',
);
/** Everything is under these, so "under" says nothing. */
const above = wordSet('sky cloud light sunlight rain');
/** Kinds that one can be on, and as well beside, before, behind or under. */
const carriers = new Set([
  'furniture',
  'road vehicle',
  'vessel',
  'board',
  'appliance',
  'barrier',
  'bedding',
  'animal',
  'electronics',
  'dish',
  'reading',
  'bag',
  'fixture',
]);
const containers = new Set([
  'road vehicle',
  'bag',
  'dish',
  'drinking vessel',
  'furniture',
  'fixture',
  'appliance',
  'vessel',
  'cookware',
  'building',
]);

const overhead = wordSet('tree umbrella parasol canopy tent bridge awning lamp sign lamppost');

/** Kinds that one is on or in without their having a front or an underside: the corpus must show what else fits. */
const grounds = new Set(['land', 'ground cover', 'landscape', 'body of water']);
const roads = new Set([
  'street',
  'road',
  'sidewalk',
  'path',
  'highway',
  'bridge',
  'field',
  'beach',
  'trail',
  'park',
  'yard',
]);
/** To walk across these is to walk along them too. */
const wideGrounds = wordSet('field park yard');

/** Nouns too wide to be changed, or of another kind as things, whose place is clear all the same. */
const widePlaces: Readonly<Record<string, string>> = {
  building: 'building',
  room: 'room',
  water: 'body of water',
  mirror: 'opening',
  wall: 'barrier',
};
/** Body parts: their spatial relation does not change. */
const bodyParts = wordSet(
  'face eye head hand mouth nose ear leg arm foot lap shoulder back neck chest lip hair finger tail side body paw',
);
/** A rider of a wave stands on the board. */
const rides = wordSet(
  'ride riding rides surf surfing surfs ski skiing snowboarding skateboarding wave skate trick',
);

/** Riders stay on the board and in the water; players and grazing animals stay on the field. */
const boards = new Set(['board', 'body of water']);
const fieldwork = wordSet('play graze');

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
    if (bodyParts.has(right.lemma) || above.has(right.lemma) || isFixed(relation, reading)) continue;
    // Behind and in front of exclude each other, for any thing.
    if (right.isPronoun && !(sides.has(lemma) && referring.has(right.lemma))) continue;
    const noun = right.isPronoun ? undefined : nouns.get(right.lemma);
    const kind = widePlaces[right.lemma] ?? noun?.kind;
    if ((!noun && kind === undefined && !right.isPronoun) || kind === 'celestial') continue;
    // A room with a bed in it has nothing beside it.
    if (relation.right.isPronoun && !right.isPronoun && kind === 'room') continue;
    const isOverhead = !vocabulary && overhead.has(right.lemma);
    const [form, exclude] = isOverhead ? (['overhead', overheadExclude] as const) : setOf(kind);
    if (!exclude.words.has(lemma) || !fits(lemma, right.lemma, kind) || !isPlaced(relation, reading))
      continue;
    const left = relation.left ?? relation.verb?.subject;
    const sort = left && sortOfThing(left.lemma, nouns.get(left.lemma), left.animate);
    const place = right.isPronoun ? 'pronoun' : placeOfThing(right.lemma, noun);
    // "rides a wave on a surfboard": who is on it does what it is for.
    if (boards.has(place === 'board' ? 'board' : (kind ?? '')) && isRide(reading)) continue;
    if (grounds.has(kind ?? '') && fieldwork.has(relation.verb?.lemma ?? '')) continue;
    if (isMounted(relation.verb, place) || (right.isPronoun && isLookedAt(reading, relation.first))) continue;
    // "a man at a counter by a bowl": what is said of a ground was said of who is there.
    if (sort === 'ground' && !besides.has(lemma)) continue;
    const unfit = vocabulary
      ? nothingUnfit
      : unfitRelations(sort ?? 'unknown', place, lemma, left?.plural === true);
    if (!hasOther(lemma, exclude, unfit)) continue;
    const word: ClosedWord = {
      slot: 'relation',
      lemma,
      form,
      exclude,
      headLemma: right.lemma,
      head: right.last,
      actor: left ? `${sortOf(left, nouns)} at ${kind ?? right.lemma}` : '',
      unfit,
    };
    spans.push(closedSpanAt(relation, word));
  }
  return spans;
}

const provisions = wordSet('food luggage fruit vegetable');
const owning = wordSet('with has have having');

/**
 * The thing that a relation leads to; of "a table with a cup on it" the table, of other pronouns the pronoun itself.
 */
function thingOf({ right, left }: RelationSpan, { tokens, phrases }: Reading, nouns: Nouns): NounPhrase {
  if (!right.isPronoun || (right.lemma !== 'it' && right.lemma !== 'them') || !left) return right;
  // A drawing on a thing, or a plant on it, has no other place.
  const isLoose = movableKinds.has(nouns.get(left.lemma)?.kind ?? '') || provisions.has(left.lemma);
  if (!isLoose) return right;
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

function isRide({ tokens }: Reading): boolean {
  return tokens.some(({ lower }) => rides.has(lower));
}

/** Nobody walks on a bike or stands on a horse. */
function isMounted(verb: RelationSpan['verb'], place: string): boolean {
  return (place === 'mount' || place === 'cycle') && /^(?:stand|walk|run|pose)$/.test(verb?.lemma ?? '');
}

/** "looking at a ball in front of him": it is where one looks. */
function isLookedAt({ tokens }: Reading, first: number): boolean {
  return tokens.some(
    ({ lower }, i) => i < first && /^(?:look|star|watch|view|fac|gaz)(?:s|es|ing|ed|e)?$/.test(lower),
  );
}

/** Whether some other relation is false here and makes sense. */
function hasOther(lemma: string, exclude: Exclusions, unfit: ReadonlySet<string>): boolean {
  for (const word of exclude.against(lemma)) if (!unfit.has(word)) return true;
  return false;
}

/** The sort of thing that stands there: a man may not fit where a cat does. */
function sortOf({ lemma, animate }: NounPhrase, nouns: Nouns): string {
  const noun = nouns.get(lemma);
  return noun?.person ? 'person' : (noun?.kind ?? (animate ? 'person' : ''));
}

function setOf(kind: string | undefined): readonly ['thing' | 'ground' | 'water' | 'room', Exclusions] {
  if (kind === 'body of water') return ['water', watersExclude];
  if (kind === 'room') return ['room', roomsExclude];
  return kind !== undefined && grounds.has(kind) ? ['ground', groundsExclude] : ['thing', placesExclude];
}

function fits(relation: string, head: string, kind: string | undefined): boolean {
  if (relation === 'up' || relation === 'down') return slopes.has(head) || roads.has(head);
  if (relation === 'along') return roads.has(head) && !wideGrounds.has(head);
  if (relation === 'across')
    return (roads.has(head) && !wideGrounds.has(head)) || kind === 'body of water' || kind === 'ground cover';
  if (relation === 'through' || relation === 'past') return kind !== undefined && grounds.has(kind);
  if (relation === 'on') return kind !== undefined && (carriers.has(kind) || grounds.has(kind));
  if (relation === 'in')
    return kind !== undefined && (containers.has(kind) || grounds.has(kind) || kind === 'room');
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
