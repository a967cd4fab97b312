import { wordSet } from './word-set';
/** What a caption says beside a deed that leaves room for some other deeds only. */
export interface DeedContext {
  readonly verb: string;
  /** Who does it. */
  readonly actor: string;
  readonly isPerson: boolean;
  /** The word after the verb, and the thing where it is done. */
  readonly next: string;
  readonly place: string;
  readonly others: readonly string[];
}

/** Words that ask for movement: nobody sits "down the street" or sleeps "through the snow". */
const onward = wordSet('down up across along through toward towards into onto over past away off to out');
const still = [
  'sit',
  'seat',
  'stand',
  'lie',
  'lay',
  'sleep',
  'nap',
  'kneel',
  'crouch',
  'squat',
  'perch',
  'rest',
];
const atRest = [...still, 'graze', 'eat', 'drink', 'smile', 'laugh', 'cry', 'park', 'stop'];
const seated = ['sit', 'seat', 'lie', 'lay', 'sleep', 'nap', 'kneel', 'crouch', 'squat', 'rest'];
const upright = ['stand'];
const brisk = ['run', 'jog', 'jump', 'leap', 'swim', 'climb', 'dance', 'crawl', 'fly'];
const moving = ['walk', 'stroll', ...brisk];
const asleep = ['sleep', 'nap'];

/** What people say in turn of a bird, a cat or a cow that does not move. */
const birds = wordSet(
  'bird duck goose swan seagull pigeon parrot owl eagle hawk crow chicken hen rooster pelican penguin finch sparrow turkey',
);
const birdStill = ['sit', 'stand', 'perch', 'rest'];
const loungers = wordSet('cat dog kitten puppy bear cow sheep lion animal bull calf goat lamb');
const lounging = ['sit', 'lie', 'lay', 'rest', 'sleep', 'nap', 'curl'];
/** They never sit, whatever the captions of others say. */
export const neverSeated: ReadonlySet<string> = wordSet(
  'horse zebra giraffe elephant deer pony donkey antelope camel buffalo ram',
);

const beds = wordSet('bed couch sofa recliner blanket mattress pillow');
const saddles = wordSet(
  'motorcycle bike bicycle scooter horse elephant toilet camel donkey motorbike moped saddle lap',
);
const air = wordSet('sky air cloud');

/** Who does one of these does not sit or sleep meanwhile. */
const lively = wordSet(
  'trick tricks skateboarding skating skiing surfing snowboarding swing swinging swings serve serving serves hit hits hitting kick kicking ' +
    'kicks jump jumping jumps throw throwing throws catch catching pitch pitching dance dancing umpire batter catcher ' +
    'rides skis skies surfboard snowboard dribbling graze grazing grazes',
);
/** Who does one of these keeps still. */
const quiet = wordSet(
  'reading reads read writing writes typing types laptop painting paints cooking cooks video meal dinner breakfast lunch haircut sleeping asleep nap',
);
/** Who does one of these is awake. */
const awake = wordSet(
  'holding holds hold talking talks talk eating eats eat looking looks look watching watches playing plays play reading reads using uses use ' +
    'texting waiting waits wait posing poses pose smiling smiles staring stares typing drinking working works waving wearing while laughing',
);

/** Deeds of the living that make no sense or may be true in a verb's place. */
export function unfitDeeds({ verb, actor, isPerson, next, place, others }: DeedContext): ReadonlySet<string> {
  const unfit = new Set<string>();
  const add = (deeds: readonly string[]) => {
    for (const deed of deeds) unfit.add(deed);
  };
  if (onward.has(next)) add(atRest);
  if (birds.has(actor) && birdStill.includes(verb)) add(birdStill);
  if (loungers.has(actor) && lounging.includes(verb)) add(lounging);
  if (beds.has(place) && lounging.includes(verb)) add(lounging);
  if (neverSeated.has(actor)) add(['sit', 'seat']);
  if (saddles.has(place) && next !== 'next' && next !== 'near' && next !== 'by' && next !== 'beside')
    add(upright);
  if (next === 'in' && (beds.has(place) || /chair$/.test(place))) add(upright);
  if (isPerson) add(['eat', 'drink', 'graze']);
  if (air.has(place)) add(atRest);
  if (next === 'across' && others.includes('from')) add(moving);
  for (const other of others) {
    if (other === verb) continue;
    if (lively.has(other)) add(seated);
    if (quiet.has(other)) add(brisk);
    if (awake.has(other)) add(asleep);
  }
  return unfit;
}

/** What a vehicle does not do: nothing is parked through the sky, and no bike drives by itself. */
export function unfitTravel(actor: string, next: string, others: readonly string[]): ReadonlySet<string> {
  if (cycles.has(actor)) return driven;
  return onward.has(next) || others.some((word) => air.has(word)) ? travelStill : none;
}

const cycles = wordSet('bike bicycle motorcycle scooter motorbike moped');
const driven: ReadonlySet<string> = new Set([
  'drive',
  'travel',
  'move',
  'race',
  'speed',
  'go',
  'sit',
  'stand',
  'stop',
]);
const travelStill: ReadonlySet<string> = new Set(['park', 'stop', 'sit', 'stand', 'land']);
const none: ReadonlySet<string> = new Set();

const gear = wordSet('umbrella kite surfboard skateboard snowboard ski bat racket frisbee phone laptop');
/** On the way nobody holds what they ride. */
const underWay = wordSet(
  'wave waves slope slopes ramp rail trick surfing skiing snowboarding skateboarding hill mountain water ocean',
);

/** What is not done with a thing besides. */
export function unfitHandling(
  verb: string,
  thing: string,
  isWorn: boolean,
  next: string,
  others: readonly string[],
): ReadonlySet<string> {
  const unfit = new Set<string>();
  if (!isWorn || gear.has(thing)) unfit.add('wear');
  if (verb === 'ride' && (onward.has(next) || others.some((word) => underWay.has(word)))) {
    for (const deed of ['hold', 'carry', 'push', 'pull', 'lead', 'throw', 'toss', 'wash', 'clean', 'kick'])
      unfit.add(deed);
  }
  return unfit;
}
