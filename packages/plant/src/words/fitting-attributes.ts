import type { Noun } from './nouns';
import { scaleNamesOf, scalesOf } from './scales';
import { wordSet } from './word-set';

/** Things that have one colour: another one reads like a riddle ("white grass"). */
const ownColour = wordSet(
  'grass field lawn meadow pasture hill hillside snow sky tree leaf plant bush forest foliage cloud ocean sea water sand ' +
    'broccoli lettuce spinach wine tea pepper bean bread rice milk coffee cheese onion photo photograph picture meat day morning evening night weather',
);
const opens = wordSet(
  'door window laptop refrigerator fridge oven microwave book box umbrella mouth suitcase toilet cabinet drawer gate lid ' +
    'curtain briefcase bag eye freezer dishwasher cupboard bottle container luggage',
);
const builtOfStone = new Set(['building', 'barrier', 'surface']);
const stones = wordSet('stone brick');
const paleFur = wordSet('yellow cream tan beige gold golden blond blonde');
const furColours = wordSet('black white brown gray');
const foodColours = wordSet('red green yellow');
const foods = new Set(['fruit', 'vegetable', 'snack', 'meal']);
const provisions = wordSet('fruit vegetable food produce');
const fruitParts = wordSet('slice wedge juice peel half piece section');
/** Words for the young, who are never old; and ages that only things that are made have. */
const children = wordSet('girl boy baby child kid toddler infant puppy kitten calf lamb');
const aged = wordSet('old elderly aged');
const made = wordSet('antique ancient modern');
/** Things that can be full or empty, and things that are steep. */
const fillable = wordSet(
  'glass cup mug bottle bowl plate box basket bag container vase jar jug pitcher refrigerator fridge shelf tray suitcase bucket drawer sink tub bathtub ' +
    'bus train street road beach parking lot room table bench chair stadium restaurant cart truck field classroom stand',
);
const slopes = wordSet('hill hillside slope mountain mountainside cliff ramp stair stairs');
/** The materials that a kind of thing may have; other kinds may have any hard material. */
const materials: Readonly<Record<string, ReadonlySet<string>>> = {
  appliance: wordSet('metal metallic steel plastic glass'),
  electronics: wordSet('metal metallic plastic'),
  'road vehicle': wordSet('metal metallic wooden wood plastic'),
  aircraft: wordSet('metal metallic wooden'),
  fixture: wordSet('metal metallic steel plastic glass ceramic porcelain stone'),
  garment: wordSet('leather plastic'),
  footwear: wordSet('leather plastic wooden'),
  bag: wordSet('leather plastic paper'),
};
/** Soft or closed things are seldom of glass, and few things are of leather. */
const ofGlass = wordSet(
  'table desk vase bowl plate cup mug bottle jar pitcher door window wall building case cabinet shelf counter container dish lamp roof tower top figurine pot',
);
const ofLeather = wordSet(
  'couch sofa chair armchair bench stool seat bag purse jacket coat shoe boot belt suitcase briefcase glove backpack saddle hat vest collar ottoman recliner',
);
/** Animals and things whose colour everybody knows. */
const knownColour = wordSet('polar panda zebra flamingo penguin swan crow stop school');
const lightColours = wordSet('red green yellow');
const crowds = wordSet(
  'people person man woman men women crowd crowds full filled lots many cars traffic vehicles busses buses lined motorcycles',
);
const crowdedWords = wordSet('busy crowded');
const emptyWords = wordSet('empty deserted');
const snowSports = wordSet(
  'ski skis skiing skier skiers snowboard snowboarding snowboarder sled sledding skies snow',
);
/** Actions that exclude old people. */
const stunts = wordSet(
  'skateboard skateboarding skate skating snowboard snowboarding surf surfing surfboard wave trick tricks ramp rail railing flip',
);
const upright = wordSet('tree building tower giraffe vase bottle lamp pole clock');

/** Whether an attribute of a thing may be changed at all. */
export function isChangeable(lemma: string, head: string | undefined, noun: Noun | undefined): boolean {
  const scales = scaleNamesOf(lemma);
  if (scales.includes('colour')) {
    // "orange slices" are of oranges.
    if (lemma === 'orange' && (foods.has(noun?.kind ?? '') || fruitParts.has(head ?? ''))) return false;
    // A "yellow lab" is a breed, and white to others; so with cream, tan and golden fur.
    if (noun?.kind === 'animal' && paleFur.has(lemma)) return false;
    return head === undefined || !ownColour.has(head);
  }
  if (scales.includes('openness')) return head !== undefined && opens.has(head);
  if (scales.includes('fullness')) return head === undefined || fillable.has(head);
  if (scales.includes('slope')) return head === undefined || !slopes.has(head);
  // "little girl" says how old she is.
  if (scales.includes('size')) return !noun?.person;
  return true;
}

/** How well an attribute suits a thing: 0 for not at all. */
export function fitOf(word: string, head: string | undefined, noun: Noun | undefined): number {
  const scale = scalesOf(word)[0]?.scale;
  const animate = noun?.person === true || noun?.kind === 'animal';
  if (aged.has(word) && children.has(head ?? '')) return 0;
  if (made.has(word) && noun === undefined) return 0;
  if (word === 'young' || word === 'elderly' || word === 'aged') return animate ? 1 : 0;
  if (word === 'antique' || word === 'ancient' || word === 'modern') return animate ? 0 : 1;
  if (word === 'new') return animate ? 0 : 1;
  if (word === 'tall') return animate || upright.has(head ?? '') || noun?.kind === 'building' ? 1 : 0;
  if (scale === 'colour' && noun?.kind === 'animal') return furColours.has(word) ? 1 : 0;
  if (scale === 'colour' && (foods.has(noun?.kind ?? '') || provisions.has(head ?? '')))
    return foodColours.has(word) ? 1 : 0;
  if (stones.has(word))
    return builtOfStone.has(noun?.kind ?? '') || /^(?:wall|building|floor|path)$/.test(head ?? '') ? 1 : 0;
  if (word === 'miniature' || word === 'mini') return 0;
  if (scale === 'material') {
    const fitting = materials[noun?.kind ?? ''];
    if (fitting && !fitting.has(word)) return 0;
    if (animate || foods.has(noun?.kind ?? '') || noun?.kind === 'bedding') return 0;
    if (word === 'glass' && !ofGlass.has(head ?? '')) return 0;
    if (word === 'leather' && !ofLeather.has(head ?? '')) return 0;
  }
  if (head === 'light') return scale === 'colour' && lightColours.has(word) ? 1 : 0;
  if (word === 'glass') return 0.2;
  return 1;
}

/** Whether what goes with an attribute is shown by other words: skis by snow, people by a crowded place. */
export function contradictsScene(keyword: string, word: string, caption: readonly string[]): boolean {
  if (keyword.startsWith('snow')) return caption.some((other) => snowSports.has(other) && other !== keyword);
  if (keyword === 'young' && aged.has(word)) return caption.some((other) => stunts.has(other));
  if (crowdedWords.has(keyword) && emptyWords.has(word)) return caption.some((other) => crowds.has(other));
  return false;
}

/** Whether a word in a thing's name tells its colour ("a polar bear", "a stop sign"). */
export function hasKnownColour(word: string): boolean {
  return knownColour.has(word);
}
