import { birds } from './birds';
import { wordSet } from './word-set';

interface Word {
  readonly lower: string;
}

/** Words beside an action that allow only some other actions. */
export interface DeedContext {
  readonly verb: string;
  /** The subject. */
  readonly actor: string;
  readonly isPerson: boolean;
  /** The word after the verb, and the thing where it is done. */
  readonly next: string;
  readonly place: string;
  /** The caption's words, and which of them is the deed. */
  readonly words: readonly Word[];
  readonly at: number;
}

/** Words that ask for movement: nobody sits "down the street" or sleeps "through the snow". */
const onward = wordSet('down up across along through toward towards into onto over past away off to out');
const still = 'sit seat stand lie lay sleep nap kneel crouch squat perch rest';
const brisk = 'run jog jump leap swim climb dance crawl fly';

/** Deeds that something leaves no room for, each list with a bit. */
const AT_REST = 1;
const SEATED = 2;
const UPRIGHT = 4;
const BRISK = 8;
const MOVING = 16;
const ASLEEP = 32;
const BIRD_STILL = 64;
const LOUNGING = 128;
const SITTING = 256;
const FEEDING = 512;
const lists: ReadonlyMap<number, ReadonlySet<string>> = new Map([
  [AT_REST, wordSet(`${still} graze eat drink smile laugh cry park stop`)],
  [SEATED, wordSet('sit seat lie lay sleep nap kneel crouch squat rest')],
  [UPRIGHT, wordSet('stand')],
  [BRISK, wordSet(brisk)],
  [MOVING, wordSet(`walk stroll ${brisk}`)],
  [ASLEEP, wordSet('sleep nap')],
  [BIRD_STILL, wordSet('sit stand perch rest')],
  [LOUNGING, wordSet('sit lie lay rest sleep nap curl')],
  [SITTING, wordSet('sit seat')],
  [FEEDING, wordSet('eat drink graze')],
]);

/** Words that people use for the same still bird, cat or cow. */
const birdStill = lists.get(BIRD_STILL)!;
const loungers = wordSet('cat dog kitten puppy bear cow sheep lion animal bull calf goat lamb');
const lounging = lists.get(LOUNGING)!;
/** They never sit, whatever the captions of others say. */
export const neverSeated: ReadonlySet<string> = wordSet(
  'horse zebra giraffe elephant deer pony donkey antelope camel buffalo ram',
);

const beds = wordSet('bed couch sofa recliner blanket mattress pillow');
const saddles = wordSet(
  'motorcycle bike bicycle scooter horse elephant toilet camel donkey motorbike moped saddle lap',
);
const air = wordSet('sky air cloud');

/** Activities that exclude sitting and sleeping. */
const lively = wordSet(
  'trick tricks skateboarding skating skiing surfing snowboarding swing swinging swings serve serving serves hit hits hitting kick kicking ' +
    'kicks jump jumping jumps throw throwing throws catch catching pitch pitching dance dancing umpire batter catcher ' +
    'rides wave waves skis skies surfboard snowboard dribbling graze grazing grazes',
);
/** Actions of somebody who does not move. */
const quiet = wordSet(
  'reading reads read writing writes typing types laptop painting paints cooking cooks video meal dinner breakfast lunch haircut sleeping asleep nap waiting waits wait',
);
/** Actions of somebody awake. */
const awake = wordSet(
  'holding holds hold talking talks talk eating eats eat looking looks look watching watches playing plays play reading reads using uses use ' +
    'texting waiting waits wait posing poses pose smiling smiles staring stares typing drinking working works waving wearing while laughing',
);

/** Actions that these exclude. */
const meanwhile = new Map<string, number>();
for (const [words, deeds] of [
  [lively, SEATED],
  [quiet, BRISK],
  [awake, ASLEEP],
] as const) {
  for (const word of words) meanwhile.set(word, (meanwhile.get(word) ?? 0) | deeds);
}

/** Deeds of the living that make no sense or may be true in a verb's place. */
export function unfitDeeds({
  verb,
  actor,
  isPerson,
  next,
  place,
  words,
  at,
}: DeedContext): ReadonlySet<string> {
  let unfit = 0;
  if (onward.has(next) || air.has(place)) unfit |= AT_REST;
  if (birdStill.has(verb) && birds.has(actor)) unfit |= BIRD_STILL;
  if (lounging.has(verb) && (loungers.has(actor) || beds.has(place))) unfit |= LOUNGING;
  if (neverSeated.has(actor)) unfit |= SITTING;
  if (saddles.has(place) && next !== 'next' && next !== 'near' && next !== 'by' && next !== 'beside')
    unfit |= UPRIGHT | MOVING;
  if (next === 'in' && (beds.has(place) || place.endsWith('chair'))) unfit |= UPRIGHT | MOVING;
  if (isPerson) unfit |= FEEDING;
  if (next === 'across' && isSaidBeside(words, at, across)) unfit |= MOVING;
  for (let i = 0; i < words.length; i += 1) {
    const { lower } = words[i]!;
    if (i !== at && lower !== verb) unfit |= meanwhile.get(lower) ?? 0;
  }
  return deedsOf(unfit);
}

const across = wordSet('from');
const unions = new Map<number, ReadonlySet<string>>();

/** All deeds of some lists. */
function deedsOf(bits: number): ReadonlySet<string> {
  let deeds = unions.get(bits);
  if (!deeds) {
    deeds = new Set([...lists].flatMap(([bit, list]) => ((bits & bit) === 0 ? [] : [...list])));
    unions.set(bits, deeds);
  }
  return deeds;
}

/** Whether the caption has one of some words beside the deed itself. */
function isSaidBeside(words: readonly Word[], at: number, some: ReadonlySet<string>): boolean {
  for (let i = 0; i < words.length; i += 1) if (i !== at && some.has(words[i]!.lower)) return true;
  return false;
}

/** What a vehicle does not do: nothing is parked through the sky, and no bike drives by itself. */
export function unfitTravel(
  actor: string,
  next: string,
  words: readonly Word[],
  at: number,
): ReadonlySet<string> {
  if (cycles.has(actor)) return driven;
  return onward.has(next) || isSaidBeside(words, at, air) ? travelStill : none;
}

const cycles = wordSet('bike bicycle motorcycle scooter motorbike moped');
const driven = wordSet('drive travel move race speed go sit stand stop');
const travelStill = wordSet('park stop sit stand land');
const none: ReadonlySet<string> = new Set();

const gear = wordSet('umbrella kite surfboard skateboard snowboard ski bat racket frisbee phone laptop');
/** On the way nobody holds what they ride. */
const underWay = wordSet(
  'wave waves slope slopes ramp rail trick surfing skiing snowboarding skateboarding hill mountain water ocean',
);
const handled = 'hold carry push pull lead throw toss wash clean kick';
const wear = wordSet('wear');
const handling = wordSet(handled);
const handlingAndWear = wordSet(`wear ${handled}`);

/** Actions with a thing that exclude each other. */
export function unfitHandling(
  verb: string,
  thing: string,
  isWorn: boolean,
  next: string,
  words: readonly Word[],
  at: number,
): ReadonlySet<string> {
  const isUnworn = !isWorn || gear.has(thing);
  const isUnderWay = verb === 'ride' && (onward.has(next) || isSaidBeside(words, at, underWay));
  if (isUnderWay) return isUnworn ? handlingAndWear : handling;
  return isUnworn ? wear : none;
}
