import type { NounPhrase } from '../reading/noun-phrase';
import type { Reading, RelationSpan } from '../reading/reading';
import type { Exclusions } from '../words/exclusions';
import type { Nouns } from '../words/nouns';
import { groundsExclude, overheadExclude, placesExclude, roomsExclude, watersExclude } from '../words/places';
import { type ClosedSpan, type ClosedWord, closedSpanAt } from './closed-span';

const words = (list: string) => new Set(list.split(' '));

/** Verbs that leave it to the preposition to say where; after "covered in" and "riding on" it says something else. */
const placing = words(
  'sit stand lie lay walk run perch rest sleep place park play pose wait graze jump set sat stack pile display kneel crouch squat seat nap locate hide swim float fly eat hang',
);
const motion = words(
  'walk run ride ski drive go slide skate travel climb skateboard snowboard fly race move',
);
const ways = words('up down across along');
const slopes = words(
  'hill slope mountain mountainside hillside ramp stairs staircase steps stair ladder escalator',
);
/** What all is under says nothing of where. */
const above = words('sky cloud light sunlight rain');
/** Kinds that one can be on, and as well beside, before, behind or under. */
const carriers = new Set([
  'furniture',
  'road vehicle',
  'vessel',
  'board',
  'appliance',
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

const overhead = words('tree umbrella parasol canopy tent bridge awning lamp sign lamppost');

/** Kinds that one is on or in without their having a front or an underside: the corpus must show what else fits. */
const grounds = new Set(['land', 'ground cover', 'landscape', 'body of water']);
const roads = new Set(['street', 'road', 'sidewalk', 'path', 'highway', 'bridge', 'field', 'beach']);

/** Relations in space of a closed set, where the thing can have another one: "on top of a table", "behind the bus". */
export function closedRelations(
  reading: Reading,
  nouns: Nouns,
  vocabulary: ReadonlySet<string> | undefined,
): ClosedSpan[] {
  const spans: ClosedSpan[] = [];
  for (const relation of reading.relations) {
    const { lemma, right } = relation;
    const noun = right.isPronoun ? undefined : nouns.get(right.lemma);
    if (!noun || noun.kind === 'celestial' || above.has(right.lemma)) continue;
    const isOverhead = !vocabulary && overhead.has(right.lemma);
    const [form, exclude] = isOverhead ? (['overhead', overheadExclude] as const) : setOf(noun.kind);
    if (!exclude.words.has(lemma) || !fits(lemma, right.lemma, noun.kind) || !isPlaced(relation, reading))
      continue;
    const left = relation.left ?? relation.verb?.subject;
    const actor = left ? `${sortOf(left, nouns)} at ${noun.kind ?? right.lemma}` : '';
    const word: ClosedWord = {
      slot: 'relation',
      lemma,
      form,
      exclude,
      headLemma: right.lemma,
      head: right.last,
      actor,
    };
    spans.push(closedSpanAt(relation, word));
  }
  return spans;
}

/** What sort of thing stands there: what a cat sits on or under, a man need not. */
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
  if (relation === 'across' || relation === 'along') return roads.has(head);
  if (relation === 'on') return kind !== undefined && (carriers.has(kind) || grounds.has(kind));
  if (relation === 'in')
    return kind !== undefined && (containers.has(kind) || grounds.has(kind) || kind === 'room');
  return true;
}

/** Whether the verb before leaves room for another place; after "covered in" and "riding on" it says something else. */
function isPlaced({ lemma, verb, first }: RelationSpan, { tokens }: Reading): boolean {
  if (ways.has(lemma)) return verb !== undefined && motion.has(verb.lemma);
  // "flies by a house": past it.
  if (lemma === 'by' && verb && motion.has(verb.lemma)) return false;
  if (verb) return placing.has(verb.lemma);
  const { tag } = tokens[first - 1] ?? {};
  return tag === 'NOUN' || tag === 'PROPN' || tag === 'AUX';
}
