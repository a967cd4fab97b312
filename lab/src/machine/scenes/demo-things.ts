import { OBJECT_NAMES, type ObjectName } from '@slipform/scenes';

/** Things that joined the scenes after the demo's difficulty was frozen. */
const LATER: readonly ObjectName[] = [
  'bee',
  'goat',
  'llama',
  'sloth',
  'otter',
  'skunk',
  'raccoon',
  'beaver',
  'gorilla',
  'swan',
  'eagle',
  'dolphin',
  'shrimp',
  'lemon',
  'peach',
  'onion',
  'pretzel',
  'bagel',
  'taco',
  'egg',
  'scooter',
  'truck',
  'microphone',
  'robot',
  'book',
  'wrench',
  'broom',
  'kite',
  'ring',
  'castle',
  'fountain',
  'volcano',
  'cloud',
  'moon',
  'handbag',
];

/**
 * The 128 things of the demo and of its checkpoint. With more of them the same pretraining learns more binding, and the
 * settings of decision 6 were frozen with these.
 */
export const DEMO_THINGS: readonly ObjectName[] = OBJECT_NAMES.filter((name) => !LATER.includes(name));
