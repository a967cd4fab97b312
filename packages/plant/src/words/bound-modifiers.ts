import { fitOf, isChangeable } from './fitting-attributes';
import type { Noun } from './nouns';
import { scalesOf } from './scales';
import { wordSet } from './word-set';

interface Bearers {
  readonly kinds: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

const rows: readonly (readonly [modifiers: string, kinds: string, words: string])[] = [
  [
    'city',
    '',
    'street, road, bus, park, building, skyline, sidewalk, taxi, train, square, intersection, center, block, hall, view',
  ],
  [
    'busy, crowded, bustling',
    'room, building',
    'street, road, highway, sidewalk, intersection, beach, park, parking lot, station, train station, airport, market, city street, freeway, restaurant, crosswalk, bus, train',
  ],
  [
    'sightseeing, tour, commuter, passenger, city, public, transit, moving, oncoming, speeding',
    'road vehicle, vessel, aircraft',
    '',
  ],
  ['articulated, decker, freight, steam, subway', '', 'bus, train, trolley, tram, engine, locomotive'],
  ['parked', 'road vehicle, vessel, aircraft', ''],
  ['sail, fishing, row, motor, speed, pontoon', 'vessel', ''],
  [
    'grassy, lush',
    'landscape',
    'field, meadow, pasture, park, yard, lawn, hill, hillside, slope, plain, valley, area, garden, enclosure',
  ],
  ['stuffed', 'animal, toy', ''],
  ['flat, screen, flatscreen, widescreen', '', 'television, tv, monitor, television set, screen'],
  [
    'sliced, grilled, baked, fried, cooked, steamed, roasted, chopped, ripe, raw',
    'fruit, vegetable, meal, snack',
    '',
  ],
  ['glazed, frosted, powdered, sprinkled, iced, layered, layer', 'snack', ''],
  ['pepperoni, veggie, vegetarian', 'meal', ''],
  [
    'cobblestone, paved, winding, gravel, lane, narrow',
    '',
    'road, street, path, trail, sidewalk, driveway, alley, highway, walkway, track, hallway, river',
  ],
  ['smart, cell, mobile, ringing', '', 'phone, telephone, cellphone'],
  ['calico, tabby, siamese, persian', '', 'cat, kitten'],
  ['bucking, saddled, racing', '', 'horse, bull, pony'],
  ['leafy, blooming, blossoming, flowering, palm, pine, christmas', 'plant, flower', ''],
  ['flowing, rushing, shallow, calm, choppy', 'body of water', 'water, wave'],
  ['woolly, shorn, sheared', '', 'sheep, lamb, goat, llama'],
  ['breaking, crashing, cresting', '', 'wave'],
  ['home', '', 'plate, base, team, office'],
  ['leaky, dripping, leaking, clogged, running', 'fixture', 'fire hydrant, hydrant, faucet, pipe, roof'],
  ['unmade, double, twin, bunk, queen, king, canopy', '', 'bed'],
  ['reclining, folding, lounge, lawn, swivel, rocking', '', 'chair, armchair, table, seat'],
  ['hanging, ticking, analog, digital, roman', 'light and clock', ''],
  ['burning, lit', 'light and clock', 'fireplace, oven, stove, candle, street'],
  ['boiled, poached, scrambled', 'meal', 'egg, potato'],
];

const bearers = new Map<string, Bearers>();
for (const [modifiers, kinds, words] of rows) {
  for (const modifier of modifiers.split(', ')) {
    const known = bearers.get(modifier);
    bearers.set(modifier, {
      kinds: new Set([...(known?.kinds ?? []), ...wordSet(kinds, ', ')]),
      words: new Set([...(known?.words ?? []), ...wordSet(words, ', ')]),
    });
  }
}

/** Whether a word that stays before the thing fits the old one only: "glazed" donuts are no glazed hot dogs. */
export function isBoundTo(modifier: string, keyword: Noun, other: Noun): boolean {
  const bound = bearers.get(modifier);
  if (bound && bears(bound, keyword) && !bears(bound, other)) return true;
  if (scalesOf(modifier).length === 0 || other.person) return false;
  if (fitOf(modifier, keyword.lemma, keyword) === 0) return false;
  return fitOf(modifier, other.lemma, other) === 0 || !isChangeable(modifier, other.lemma, other);
}

function bears({ kinds, words }: Bearers, { kind, lemma }: Noun): boolean {
  return words.has(lemma) || (kind !== undefined && kinds.has(kind));
}
