import { isWordOf } from './is-word-of';
import { isSaidToBe } from './people';
import { neverSeated } from './postures';
import { wordSet } from './word-set';

interface Scene {
  readonly home: string;
  readonly things: ReadonlySet<string>;
}

const listed = (list: string) => wordSet(list, ', ');

const scene = (home: string, things: string): Scene => ({
  home,
  things: listed(things),
});

/** Things that are bound to a place, whatever corpus there is: beside one of them those of other places are nonsense. */
const scenes: readonly Scene[] = [
  scene(
    'bathroom',
    'bathroom, restroom, toilet, tub, bathtub, shower, urinal, bidet, toilet paper, toilet seat',
  ),
  scene(
    'kitchen',
    'kitchen, stove, oven, refrigerator, fridge, freezer, microwave, toaster, toaster oven, microwave oven, coffee maker, dishwasher, blender, kitchen sink',
  ),
  scene('bedroom', 'bedroom'),
  scene('office', 'office, classroom, library'),
  scene('road', 'street, road, highway, freeway, sidewalk, parking lot, crosswalk'),
  scene('snow', 'snow, ski, skiing, skier, snowboard, snowboarding, snowboarder, ski slope, snowsuit'),
  scene('sea', 'wave, surf, surfing, surfer, ocean, sea, wetsuit'),
  scene('green', 'grass, meadow, lawn, pasture, grassy'),
];

const homeOf = new Map(scenes.flatMap(({ home, things }) => [...things].map((thing) => [thing, home])));

/** Animals that come into no house, and what stands in one. */
const outdoorAnimals = listed(
  'elephant, giraffe, zebra, bear, polar bear, brown bear, black bear, grizzly bear, lion, tiger, wolf, deer, buffalo, bison, moose, antelope, ' +
    'cow, dairy cow, bull, calf, sheep, lamb, goat, horse, pony, donkey, camel, pig, penguin, whale, duck, goose, swan, seagull, llama, panda, panda bear, koala, kangaroo, ostrich, hippopotamus, rhinoceros',
);
const indoorThings = listed(
  'bed, bedroom, living room, bathroom, kitchen, office, desk, computer, laptop, keyboard, monitor, television, tv, sink, toilet, bathtub, ' +
    'tub, refrigerator, fridge, oven, stove, microwave, rug, carpet, pillow, blanket, remote, suitcase, dresser, closet, armchair, lap, hallway, windowsill, counter, ' +
    'couch, sofa, room, floor, table, chair, window, blinds, curtain, mirror, cafeteria, restaurant, store, shop, cup, bowl, hand',
);
const pets = listed('cat, dog, kitten, puppy, calico cat, tabby cat');
const wilds = listed(
  'zoo, savanna, savannah, safari, herd, enclosure, giraffe, zebra, elephant, wild, graze, grazing',
);
const sitting = listed('sit, sits, sitting, curled, lap, perched, perches');
/** Furniture that nobody has carried out, and what only lies outdoors. */
const indoorFurniture = listed(
  'bed, sofa, desk, cabinet, medicine cabinet, wardrobe, bookcase, bookshelf, dresser, dining table, dining room table, kitchen table, coffee table, nightstand, toilet, bathtub, television, refrigerator',
);
const openLand = listed(
  'grass, field, beach, meadow, forest, hill, sand, snow, park, grassy, lake, river, ocean',
);
const streets = listed('street, road, sidewalk, sky, airplane, plane, outdoors');
/** Things that are not in a room. */
const parkFurniture = listed('park bench, picnic table, lawn chair, beach chair');
const rooms = listed(
  'kitchen, bathroom, bedroom, living room, office, room, desk, computer, laptop, oven, stove, fridge, refrigerator, toilet, urinal, sink, couch',
);
/** Clothes that men hardly ever wear. */
const dresses = listed('dress, skirt, blouse, gown');
/** Whose pet it is. */
const owners = listed('his, her, their, my, owner, owners, leash, collar');
/** Words for an animal outdoors. */
const outdoors = new Set([
  ...openLand,
  ...listed(
    'road, street, fence, yard, tree, rock, dirt, farm, ground, hay, barn, pasture, water, mountain, zoo, path, trail, garden, plain',
  ),
]);
/** Animals and vehicles on water, and on snow. */
const swimmers = listed(
  'duck, swan, goose, fish, whale, dolphin, seal, turtle, penguin, bird, dog, bear, polar bear, elephant, seagull, otter, pelican, hippo, boat, hippopotamus, puppy',
);
const swimming = listed('floating, floats, float, swimming, swims, swim');

/** Whether a thing is at home in another place than a word of the caption, its keyword left out. */
export function leavesScene(keyword: string, lemma: string, words: readonly string[]): boolean {
  if (outdoorAnimals.has(lemma) && !outdoorAnimals.has(keyword)) {
    if (words.some((word) => indoorThings.has(word))) return true;
    if (
      pets.has(keyword) &&
      (words.some((word) => owners.has(word)) || !words.some((word) => outdoors.has(word)))
    )
      return true;
  }
  if (pets.has(lemma) && !pets.has(keyword) && isAmongWild(keyword, words)) return true;
  if (neverSeated.has(lemma) && words.some((word) => sitting.has(word))) return true;
  if (
    indoorFurniture.has(lemma) &&
    !indoorFurniture.has(keyword) &&
    words.some((word) => openLand.has(word) || streets.has(word))
  )
    return true;
  if (parkFurniture.has(lemma) && words.some((word) => rooms.has(word))) return true;
  if (dresses.has(lemma) && isSaidToBe('male', (word) => words.includes(word))) return true;
  if (swimmers.has(keyword) && !swimmers.has(lemma) && words.some((word) => swimming.has(word))) return true;
  const home = homeOf.get(lemma);
  if (home === undefined) return false;
  return words.some((word) => {
    const other = homeOf.get(word);
    return other !== undefined && other !== home && !isWordOf(word, keyword);
  });
}

function isAmongWild(keyword: string, words: readonly string[]): boolean {
  return words.some((word) => wilds.has(word) && !isWordOf(word, keyword));
}
