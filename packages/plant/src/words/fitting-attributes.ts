import type { Noun } from './nouns';
import { scalesOf } from './scales';

const words = (list: string) => new Set(list.split(' '));

/** Things that have one colour: another one reads like a riddle ("white grass"). */
const ownColour = words(
  'grass field lawn meadow pasture hill hillside snow sky tree leaf plant bush forest foliage cloud ocean sea water sand ' +
    'broccoli lettuce spinach wine tea pepper bean bread rice milk coffee cheese onion photo photograph picture meat',
);
const opens = words(
  'door window laptop refrigerator fridge oven microwave book box umbrella mouth suitcase toilet cabinet drawer gate lid ' +
    'curtain briefcase bag eye freezer dishwasher cupboard bottle container luggage',
);
const builtOfStone = new Set(['building', 'barrier', 'surface']);
const stones = words('stone brick');
const paleFur = words('yellow cream tan beige gold golden blond blonde');
const furColours = words('black white brown gray');
const foodColours = words('red green yellow');
const foods = new Set(['fruit', 'vegetable', 'snack', 'meal']);
const fruitParts = words('slice wedge juice peel half piece section');
/** Words for the young, who are never old; and ages that only things that are made have. */
const children = words('girl boy baby child kid toddler infant puppy kitten calf lamb');
const aged = words('old elderly aged');
const made = words('antique ancient modern');
const upright = words('tree building tower giraffe vase bottle lamp pole clock');

/** Whether an attribute of a thing may be changed at all. */
export function isChangeable(lemma: string, head: string | undefined, noun: Noun | undefined): boolean {
  const scales = scalesOf(lemma).map(({ scale }) => scale);
  if (scales.includes('colour')) {
    // "orange slices" are of oranges.
    if (lemma === 'orange' && (foods.has(noun?.kind ?? '') || fruitParts.has(head ?? ''))) return false;
    // A "yellow lab" is a breed, and white to others; so with cream, tan and golden fur.
    if (noun?.kind === 'animal' && paleFur.has(lemma)) return false;
    return head === undefined || !ownColour.has(head);
  }
  if (scales.includes('openness')) return head !== undefined && opens.has(head);
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
  if (scale === 'colour' && foods.has(noun?.kind ?? '')) return foodColours.has(word) ? 1 : 0;
  if (stones.has(word))
    return builtOfStone.has(noun?.kind ?? '') || /^(?:wall|building|floor|path)$/.test(head ?? '') ? 1 : 0;
  if (word === 'glass') return 0.2;
  return 1;
}
