import type { Noun } from '../lexicon/nouns';
import { loadGraph, synsetOf } from '../wordnet/load-graph';

/** What a noun is to what stands there, by WordNet: which relations in space exclude each other there, and how a vehicle moves. */
export type NounSort =
  | 'water'
  | 'room'
  | 'ground'
  | 'road vehicle'
  | 'aircraft'
  | 'vessel'
  | 'worn'
  | 'celestial'
  | 'body'
  | 'thing'
  | 'none';

/** Senses above the nouns of a sort; the nearest one counts. */
const rows: readonly (readonly [sort: NounSort, senses: string])[] = [
  ['water', 'body of water 1, water 1, water 2'],
  ['room', 'room 1'],
  [
    'ground',
    'geological formation 1, road 1, way 6, land 4, tract 1, location 1, floor 1, pavement 1, grass 1, snow 1, snow 2, soil 2, sand 1, ice 1',
  ],
  ['road vehicle', 'wheeled vehicle 1, train 1, public transport 1'],
  ['aircraft', 'aircraft 1'],
  ['vessel', 'vessel 2'],
  ['worn', 'clothing 1, headdress 1, footwear 1, footwear 2, jewelry 1, eyeglass 1'],
  ['celestial', 'celestial body 1, atmosphere 1, sky 1, light 1, weather 1'],
  ['thing', 'structure 1, furniture 1, container 1'],
];
const ANIMAL = 5;
const ARTIFACT = 6;
const BODY = 8;
const FOOD = 13;
const OBJECT = 17;
const PERSON = 18;
const PLANT = 20;
const things: ReadonlySet<number> = new Set([ANIMAL, ARTIFACT, FOOD, OBJECT, PERSON, PLANT]);
/** What can be somewhere else: no drawing on a wall, no plant. */
const loose: ReadonlySet<number> = new Set([ANIMAL, ARTIFACT, FOOD]);

let anchors: ReadonlyMap<number, NounSort> | undefined;

/** The sort of a noun's sense; 'none' for what is nowhere in particular. */
export function sortOfNoun({ synset, person, lexfile }: Noun): NounSort {
  if (person) return 'thing';
  if (lexfile === BODY) return 'body';
  anchors ??= new Map(
    rows.flatMap(([sort, senses]) => senses.split(', ').map((sense) => [synsetOf(sense), sort] as const)),
  );
  const { parent } = loadGraph().noun;
  for (let above = synset; above >= 0; above = parent[above]!) {
    const sort = anchors.get(above);
    if (sort) return sort;
  }
  return things.has(lexfile) ? 'thing' : 'none';
}

/** Whether it can be put elsewhere. */
export function isLoose({ lexfile, person }: Noun): boolean {
  return person || loose.has(lexfile);
}

/** Whether other things are on it or in it; not so of food and persons. */
export function carries({ lexfile, person }: Noun): boolean {
  return !person && lexfile !== FOOD;
}
