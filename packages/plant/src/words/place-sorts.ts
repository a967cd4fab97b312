import type { Noun } from './nouns';

/** Coarse sorts of what things stand on, in, under or beside. */
export const places = [
  'seat',
  'table',
  'mount',
  'animal',
  'cycle',
  'coach',
  'vehicle',
  'vessel',
  'aircraft',
  'board',
  'appliance',
  'fixture',
  'electronics',
  'plate',
  'hollow',
  'bag',
  'bedding',
  'wall',
  'building',
  'cover',
  'tree',
  'reading',
  'food',
  'ground',
  'room',
  'person',
  'pronoun',
  'opening',
  'other',
] as const;
export type Place = (typeof places)[number];

const placeWords = new Map<string, Place>(
  (
    [
      ['seat', 'chair couch sofa bench stool bed armchair loveseat recliner'],
      ['table', 'table desk counter countertop shelf'],
      ['mount', 'horse elephant camel donkey pony'],
      ['coach', 'bus train trolley tram ferry'],
      ['cycle', 'motorcycle bike bicycle scooter motorbike moped'],
      ['hollow', 'bowl basket bucket pot'],
      ['board', 'surfboard skateboard snowboard ski skis'],
      ['wall', 'wall fence railing rock ledge'],
      ['cover', 'umbrella parasol canopy tent bridge awning'],
      ['tree', 'tree'],
      ['building', 'building'],
      ['ground', 'floor ground water'],
      ['room', 'room'],
      ['opening', 'mirror window door'],
    ] as const
  ).flatMap(([place, list]) => list.split(' ').map((word) => [word, place] as const)),
);
const placeKinds: Readonly<Record<string, Place>> = {
  animal: 'animal',
  'road vehicle': 'vehicle',
  vessel: 'vessel',
  aircraft: 'aircraft',
  furniture: 'table',
  appliance: 'appliance',
  fixture: 'fixture',
  electronics: 'electronics',
  dish: 'plate',
  cookware: 'hollow',
  'drinking vessel': 'hollow',
  bag: 'bag',
  bedding: 'bedding',
  barrier: 'wall',
  building: 'building',
  tower: 'building',
  reading: 'reading',
  room: 'room',
  land: 'ground',
  landscape: 'ground',
  'ground cover': 'ground',
  'body of water': 'ground',
  'way up': 'ground',
  fruit: 'food',
  vegetable: 'food',
  snack: 'food',
  meal: 'food',
};

export function placeOfThing(lemma: string, noun: Noun | undefined): Place {
  if (noun?.person) return 'person';
  return placeWords.get(lemma) ?? placeKinds[noun?.kind ?? ''] ?? 'other';
}
