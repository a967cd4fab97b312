import type { Noun } from './nouns';
import { type Place, places } from './place-sorts';
import { type Sort, sortOfThing } from './thing-sorts';
import { wordSet } from './word-set';

type Can = Readonly<Record<Standing, ReadonlySet<string>>>;

const can = (on: string, inside: string, under: string): Can => ({
  on: wordSet(on),
  in: wordSet(inside),
  under: wordSet(under),
});

/**
 * What can be on, in or under what, by coarse sorts: a cat sits on a car and a cup stands on a table, but no table on
 * a cup and no bus under a bench. Anything may be beside, before or behind anything of its size.
 */
const abilities: Readonly<Record<Sort, Can>> = {
  person: can(
    'seat table mount cycle vehicle vessel board ground bedding wall building',
    'seat vehicle vessel aircraft building ground room tree',
    'cover tree',
  ),
  young: can(
    'seat table mount cycle vehicle vessel board ground bedding wall bag',
    'seat vehicle vessel aircraft building ground room fixture bag',
    'cover tree table',
  ),
  pet: can(
    'seat table mount cycle vehicle vessel board ground bedding wall appliance fixture electronics bag reading person building',
    'seat vehicle vessel ground room building fixture bag hollow bedding tree',
    'seat table cycle vehicle cover tree bedding',
  ),
  bird: can(
    'seat table animal mount cycle vehicle vessel board ground wall appliance electronics building cover tree person hollow plate other',
    'ground tree vessel hollow building bag',
    'seat table vehicle cover tree',
  ),
  cattle: can('ground', 'ground room building', 'cover tree'),
  vehicle: can('ground vessel', 'ground building room', 'cover tree'),
  craft: can('ground', 'ground', 'cover'),
  bulk: can('ground bedding', 'ground room building', 'cover tree'),
  vessel: can(
    'seat table ground bedding wall appliance plate bag reading electronics',
    'fixture appliance bag room',
    'table',
  ),
  hung: can(
    'seat table wall building ground appliance bedding bag other',
    'building room ground',
    'tree other opening wall',
  ),
  food: can(
    'seat table ground bedding appliance plate reading food',
    'plate hollow appliance bag fixture',
    'table',
  ),
  thing: can(
    'seat table vehicle cycle mount vessel board ground bedding wall appliance fixture electronics plate bag reading',
    'vehicle vessel building ground room bag fixture seat tree',
    'seat table bedding cover tree vehicle opening',
  ),
  ground: can('', '', ''),
  unknown: can(
    'seat table ground bedding wall plate bag',
    'ground room building hollow plate bag',
    'table cover tree',
  ),
};

const relations = {
  on: ['on', 'on top of', 'atop', 'onto'],
  in: ['in', 'inside', 'inside of'],
  under: ['under', 'underneath', 'beneath', 'below'],
} as const;
const standings = ['on', 'in', 'under'] as const;
type Standing = (typeof standings)[number];
/** Things that are too large to be put anywhere. */
const heavy = new Set<Sort>(['cattle', 'vehicle', 'craft', 'bulk']);
const beside = ['next to', 'beside', 'alongside', 'near', 'by', 'close to'];
const large = wordSet('person young pet cattle bulk vehicle unknown');
const sides = ['behind', 'in front of'];
const outside = ['outside', 'outside of'];
const living = wordSet('person young pet bird cattle');
/** Low or held things: nothing is behind them. */
const low = wordSet('plate hollow board bedding food reading ground room bag');
/** Before them or behind them is a matter of where one stands. */
const faceless = wordSet('table electronics opening');

/** Things that one is either on or in. */
const closed = wordSet('vehicle appliance bag building');

/** All footings, by their number less 1. */
const footings = standings.flatMap((standing) => places.map((place) => ({ standing, place })));

/** What a thing stands on, in or under, as one number, so that a table can hold it; 0 for nothing that is known. */
export function footingOf(relation: string, place: Place): number {
  const standing = standings.findIndex((of) => isOneOf(relations[of], relation));
  return standing < 0 ? 0 : 1 + standing * places.length + places.indexOf(place);
}

/** Whether a large thing takes the place of another sort of thing where it can't stand: "a horse on a roof", once a bird. */
export function losesFooting(own: Noun, other: Noun, footing: number): boolean {
  if (footing === 0) return false;
  const sort = sortOfThing(other.lemma, other, false);
  if (!heavy.has(sort) || sort === sortOfThing(own.lemma, own, false)) return false;
  const { standing, place } = footings[footing - 1]!;
  return !isAble(sort, standing, place);
}

function isAble(sort: Sort, standing: Standing, place: Place): boolean {
  return abilities[sort][standing].has(place === 'coach' ? 'vehicle' : place);
}

type ByPlace = Map<Place, Map<string, ReadonlySet<string>>>;
const ofOne = new Map<Sort, ByPlace>();
const ofSeveral = new Map<Sort, ByPlace>();

/** Relations that a sort of thing can't have to a place, or may have beside its own one. */
export function unfitRelations(
  sort: Sort,
  place: Place,
  own: string,
  isPlural: boolean,
): ReadonlySet<string> {
  const byPlace = within(isPlural ? ofSeveral : ofOne, sort);
  const byRelation = within(byPlace, place);
  let unfit = byRelation.get(own);
  if (!unfit) {
    unfit = new Set(listUnfit(sort, place, own, isPlural));
    byRelation.set(own, unfit);
  }
  return unfit;
}

/** The map under a key, made if there is none. */
function within<Key, InnerKey, Value>(maps: Map<Key, Map<InnerKey, Value>>, key: Key): Map<InnerKey, Value> {
  let inner = maps.get(key);
  if (!inner) {
    inner = new Map();
    maps.set(key, inner);
  }
  return inner;
}

function listUnfit(sort: Sort, place: Place, own: string, isPlural: boolean): string[] {
  const unfit: string[] = [];
  for (const standing of standings) {
    if (!isAble(sort, standing, place)) unfit.push(...relations[standing]);
  }
  // On a bed is in it; on a car is not in it.
  if (!closed.has(place)) {
    if (isOneOf(relations.on, own)) unfit.push(...relations.in);
    if (isOneOf(relations.in, own)) unfit.push(...relations.on);
  }
  if (low.has(place)) unfit.push(...sides);
  if (faceless.has(place) && sides.includes(own)) unfit.push(...sides);
  if ((place === 'table' || place === 'other') && !large.has(sort)) unfit.push(...sides);
  // Who stood around it doesn't get up on it, or into it.
  if (own === 'around') unfit.push(...relations.on, ...relations.in);
  // One alone stands around nothing.
  if (!isPlural || sort !== 'person') unfit.push('around');
  // Who is within a fence is near it, and what is under a window is next to it.
  if (place === 'wall' && isOneOf(relations.in, own)) unfit.push(...beside, ...sides);
  // A thing that hangs there is visible.
  if (place === 'wall' && sort === 'hung') unfit.push(...sides);
  // A bed and a table that are in a room stand outside of none.
  if (place === 'room' && !living.has(sort)) unfit.push(...outside);
  if (place === 'opening' && isOneOf(relations.under, own)) unfit.push(...beside, ...sides);
  if (place === 'opening' && (beside.includes(own) || sides.includes(own) || own.startsWith('outside')))
    unfit.push(...relations.under);
  return unfit;
}

function isOneOf(list: readonly string[], word: string): boolean {
  return list.includes(word);
}
