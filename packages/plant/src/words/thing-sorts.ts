import { birds } from './birds';
import type { Noun } from './nouns';
import { wordSet } from './word-set';

/** Coarse sorts of what stands somewhere: what one can carry, or climb on, another can't. */
export type Sort =
  | 'person'
  | 'young'
  | 'pet'
  | 'bird'
  | 'cattle'
  | 'vehicle'
  | 'craft'
  | 'bulk'
  | 'vessel'
  | 'hung'
  | 'food'
  | 'thing'
  | 'ground'
  | 'unknown';

const pets = wordSet('cat dog kitten puppy rabbit squirrel monkey hamster mouse lizard turtle animal fox');
const young = wordSet('child kid boy girl baby toddler infant');
const bulky = wordSet('furniture appliance fixture building tower plant');
const covers = wordSet('umbrella parasol tent canopy');
const dishes = new Set(['dish', 'drinking vessel', 'cookware']);
const foods = new Set(['fruit', 'vegetable', 'snack', 'meal', 'drink']);
const grounds = new Set([
  'land',
  'landscape',
  'ground cover',
  'body of water',
  'surface',
  'room',
  'way up',
  'celestial',
]);
const groundWords = wordSet(
  'floor ground counter court wave track runway water air side wall room building corner lot area scene',
);

/** Of what stands somewhere. */
export function sortOfThing(lemma: string, noun: Noun | undefined, isLiving: boolean): Sort {
  if (young.has(lemma)) return 'young';
  if (noun?.person) return 'person';
  if (pets.has(lemma)) return 'pet';
  if (birds.has(lemma)) return 'bird';
  const kind = noun?.kind ?? '';
  if (kind === 'animal') return 'cattle';
  if (isLiving) return 'person';
  if (groundWords.has(lemma) || grounds.has(kind)) return 'ground';
  if (kind === 'road vehicle') return 'vehicle';
  if (kind === 'aircraft' || kind === 'vessel') return 'craft';
  if (bulky.has(kind) || covers.has(lemma)) return 'bulk';
  if (dishes.has(kind)) return 'vessel';
  if (foods.has(kind)) return 'food';
  return kind === 'light and clock' || kind === 'opening' || kind === 'barrier' ? 'hung' : 'thing';
}
