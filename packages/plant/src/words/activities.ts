import { birds } from './birds';
import { leavesGame } from './games';
import { isSaidBeside } from './is-word-of';
import { goAnywhere } from './people';
import { wordSet } from './word-set';

interface Activity {
  /** Its members: they may stay, or change for another member. */
  readonly members: ReadonlySet<string>;
  /** Words that identify it. */
  readonly signs: ReadonlySet<string>;
  /** Words that may replace a member, but do not identify it. */
  readonly guests: ReadonlySet<string>;
}

const activity = (members: string | ReadonlySet<string>, signs: string, guests = ''): Activity => ({
  members: typeof members === 'string' ? wordSet(members, ', ') : members,
  signs: wordSet(signs),
  guests: wordSet(guests, ', '),
});

// Nobody rides a wave on a skateboard, and no surfer is seen on a ski slope.
const sports: readonly Activity[] = [
  activity('surfboard, surfer, kayaker, kayak', 'wave surf surfing ocean sea water wetsuit'),
  activity('surfboard, kayak', 'surfer'),
  activity('skier, snowboarder', 'ski skiing slope snow snowboard snowboarding mountain'),
  activity('skier', 'ski skies skiing pole'),
  activity('ski', 'skier skiing skies pole'),
  activity('snowboard, ski', 'snow slope snowy'),
  activity('snowboarder', 'snowboard snowboarding'),
  activity('snowboard', 'snowboarder snowboarding'),
  activity('skateboarder', 'skateboard skateboarding skate'),
  activity('skateboarder, cyclist', 'ramp rail'),
  activity(
    'skateboard',
    'skateboarder skateboarding ramp skate skating trick flip flips flipping rail leap leaping',
  ),
  activity('skateboarder, surfer, snowboarder', 'board'),
  activity('tennis player, tennis ball, badminton player', 'racket racquet court serve serves serving'),
  activity('baseball player', 'baseball mound base umpire catcher batter glove mitt'),
  activity('baseball player, cricket player', 'bat pitch pitching swing'),
  activity('batter', 'swing swings swinging swung hit hits hitting hitter bat bunt'),
  activity('pitcher', 'throw throws throwing pitch pitches pitching wind winding winds mound'),
  activity('soccer player, soccer ball', 'soccer goal goalie kick kicks kicking'),
  activity('football player', 'football tackle'),
  activity('basketball player', 'basketball hoop dunk'),
  activity('racket, racquet, tennis racket, tennis racquet', 'tennis court'),
  activity(
    'bat, baseball bat, batter, catcher, umpire, pitcher',
    'baseball bat batter umpire catcher mound pitch pitching swing',
  ),
  activity('tennis', 'racket racquet'),
  activity('baseball', 'bat batter catcher umpire pitcher base mound plate'),
  activity('soccer', 'goal goalie goalkeeper kick'),
  activity('cyclist', 'bike bicycle bicycles bikes cycling'),
];

/** Words that tell an animal by its body or by what people do with it: no cat has a trunk, no duck is milked. */
const bodies: readonly Activity[] = [
  activity('elephant, baby elephant', 'trunk tusk'),
  activity('cow, goat, dairy cow', 'milk milked milking milks udder'),
  activity('sheep, lamb, llama, alpaca', 'wool shear sheared shearing'),
  activity('horse, pony, donkey, camel, mule', 'saddle bridle jockey mane rein hoof gallop galloping'),
  activity(birds, 'wing feather beak nest flock perch perched perches perching'),
  activity('cow, bull, deer, goat, ram, buffalo, antelope, moose, giraffe', 'horn antler'),
  activity('zebra', 'stripe striped'),
  activity('giraffe', 'neck'),
  activity('dog, puppy', 'leash fetch'),
  activity(
    'horse, pony, donkey, camel, mule, elephant, bull',
    'riding ride rides rider riders ridden jockey equestrian',
  ),
  activity(
    'dog, horse, ox, donkey, mule, cow, elephant, camel, bull, pony',
    'pull pulled pulling pulls sled carriage plow cart',
  ),
  activity(
    'sheep, cow, goat, horse, zebra, giraffe, deer, elephant, buffalo, bull, lamb, calf, pony, donkey, antelope, llama, ox, bison, goose',
    'graze grazes grazing',
  ),
];

/** What tells people something, what is put up on poles and lights, and what stands on the ground. */
const putUp: readonly Activity[] = [
  activity(
    'sign, street sign, stop sign, billboard, poster, banner',
    'says reads reading saying stating letting redirecting directing directions warning advertising avenue parking names instructions written',
  ),
  activity('street sign, stop sign, traffic light', 'pole post light hanging hang hangs hung attached'),
];

/** What only one thing does, or is done to it alone: knives cut, kites fly on a string, ladders are climbed. */
const tools: readonly Activity[] = [
  activity('knife', 'chop chopping chopped slice slicing carve carving'),
  activity('knife, scissors, saw', 'cut cuts'),
  activity('tennis player, tennis ball, tennis court', 'tennis'),
  activity('banana, grape, flower, carrot, balloon, radish, rose', 'bunch bunches'),
  activity('bread', 'loaf loaves'),
  activity('ladder', 'climb climbs climbing climbed rung rungs'),
  activity('candle', 'blow blows blowing lit burning'),
  activity('kite, balloon, flag, parachute', 'fly flies flying flown'),
  activity('clock, watch, sign', 'time hands numeral numerals says reads displays hour'),
  activity(
    'street, road, city street, highway, bridge, freeway, parking lot, driveway, alley, avenue, intersection',
    'traffic',
  ),
];

/** Vehicles that one boards, and the places of trains and boats. */
const ways: readonly Activity[] = [
  activity(
    'bus, train, boat, ship, plane, airplane, trolley, tram, ferry, jet, subway train',
    'board boarding aboard',
  ),
  activity(
    'bridge, track, train track, railroad track, station, train station, tunnel, platform, field, road, street, yard, hill, depot, crossing, ' +
      'desert, forest, mountain, village, valley, countryside, river, city',
    'train trains locomotive',
  ),
  activity(
    'river, lake, ocean, sea, harbor, canal, bay, pond, water, stream, beach, dock, pier, bridge, marina, shore',
    'boat boats ship ships ferry sailboat sailboats',
  ),
];

/** Vehicles on rails. */
const rails: readonly Activity[] = [
  activity(
    'train, passenger train, steam train, freight train, commuter train, subway train, locomotive',
    'track tracks rail rails railroad railway station platform depot',
    'trolley, tram, streetcar, trolley car',
  ),
];

/** Ground under skis. */
const pistes: readonly Activity[] = [
  activity('snow, ice', 'ski skis skiing skier snowboard snowboarding snowboarder sled'),
];

/** The ways of vehicles, and what drives there. */
const traffic: readonly Activity[] = [
  activity(
    'train, passenger train, steam train, freight train, trolley, tram, streetcar, subway train, locomotive, trolley car',
    'track tracks rail railroad railway station platform caboose locomotive depot engine railcar',
  ),
  activity(
    'bus, car, truck, van, taxi, cab, motorcycle, motorbike, bike, bicycle, scooter, school bus, fire truck, pickup truck, ' +
      'fire engine, ambulance, jeep, minivan, tour bus, police car, moped, sedan, carriage, wagon, tractor, trailer truck, trolley, tram, trolley car',
    'drive drives driving driven driver traffic highway street road lane intersection parked parking garage',
  ),
  activity(
    'bus, car, van, taxi, school bus, train, trolley, tram, tour bus, boat, airplane, truck',
    'passenger bound route filled packed crammed',
  ),
  activity(
    'bus, car, van, taxi, school bus, truck, train, bike, bicycle, motorcycle, scooter, wagon, cart, tractor, trailer, carriage, skateboard',
    'wheel wheels tire tires',
  ),
  activity(
    'boat, ship, sailboat, canoe, raft, ferry, yacht, kayak, rowboat, motorboat, tugboat, cruise ship',
    'row rows rowing sail sails sailing dock docked docks harbor marina mast pier anchored anchor float floating floats paddle paddling water',
  ),
  activity(
    'airplane, plane, jet, helicopter, airliner, glider, biplane, jetliner, seaplane, fighter jet',
    'runway tarmac airport sky fly flies flying flight takeoff propeller propellers airborne landing cockpit pilot',
  ),
  activity('motorcycle, motorbike, bike, bicycle, scooter, moped', 'helmet'),
];

/** Furnishings that their use tells. */
const uses: readonly Activity[] = [
  activity('flower, rose, tulip, daisy, sunflower, lily', 'vase bouquet cake tier'),
  activity('vase, pot, jar, basket, flower pot, bouquet', 'flower bouquet rose tulip daisy'),
  activity(
    'bed, couch, sofa, bench, floor, hammock, mattress, rug, blanket, pillow, grass, beach',
    'lying laying lies lays lie sleeping sleeps asleep nap napping',
  ),
  activity('bus, train, car, truck, boat, plane, airplane, van, trolley, tram', 'inside outside'),
  activity('bed, couch, sofa, mattress', 'pillow sheet mattress blanket headboard'),
  activity('bed', 'headboard made unmade'),
  activity('toothbrush', 'mouth mouths teeth tooth brushing brushes'),
  activity('umbrella, parasol', 'rain raining rainy'),
  activity(
    'phone, cell phone, cellphone, telephone',
    'talk talks talking call calling ear texting text answer answers answering',
  ),
  activity('laptop, computer, keyboard, phone, cell phone, tablet, laptop computer', 'type types typing'),
  activity(
    'phone, cell phone, cellphone, camera, smartphone, tablet',
    'selfie taking photographing snapping',
  ),
  activity('tie, necktie, bow tie', 'tying knot'),
  activity('kite', 'string tail'),
  activity('oven, stove, microwave', 'bake baking cook cooking burner melt skillet pan pot kettle'),
  activity('clock', 'hands time numeral roman says reads'),
  activity('toilet, urinal, bathtub, tub, sink, shower', 'flush seat lid'),
];

/** Places that the deeds or the furnishings of a caption tell. */
const places: readonly Activity[] = [
  activity('field, baseball field, soccer field, park', 'baseball soccer team game'),
  activity(
    'street, road, city street, highway, sidewalk, avenue, corner, crosswalk, freeway, driveway, alley, bridge',
    'traffic intersection crosswalk curb drive drives driving driver busy',
  ),
  activity(
    'field, pasture, meadow, hill, hillside, park, yard, grass, farm, valley, plain, grassland, savanna',
    'graze grazes grazing grassy lush',
  ),
  activity(
    'ocean, sea, beach, wave, water, surf, pier, dock',
    'wave surf surfing surfer surfboard surfs boogie beach sandy',
  ),
  activity(
    'airport, runway, tarmac, hangar, terminal, airfield',
    'plane airplane jet airliner jetliner aircraft airline airlines tarmac runway',
  ),
  activity('kitchen', 'appliance stove oven refrigerator stocked counter cook cooking cooks dishwasher'),
  activity('bathroom, restroom', 'toilet tub shower bathtub urinal'),
  activity('bedroom, hotel room', 'bed'),
  activity('living room, den', 'couch sofa fireplace'),
  activity(
    'slope, ski slope, hill, mountain, snow, hillside',
    'ski skiing skier snowboard snowboarding snowboarder',
  ),
];

const activitiesOf = new Map<string, Activity[]>();
const [always, usual] = [
  [...bodies, ...putUp, ...tools, ...rails, ...pistes, ...ways],
  [...sports, ...traffic, ...uses, ...places],
];
for (const entry of [...always, ...usual]) {
  for (const word of entry.members) activitiesOf.set(word, [...(activitiesOf.get(word) ?? []), entry]);
}
const none: readonly Activity[] = [];

/** Whether the caption tells the activity that a word belongs to by another word, or by one of its own once more. */
export function isTold(lemma: string, words: readonly string[]): boolean {
  return (activitiesOf.get(lemma) ?? none).some(({ signs }) => areSaid(signs, lemma, words));
}

/** Whether a caption says one of some words beside a word's own. */
function areSaid(signs: ReadonlySet<string>, lemma: string, words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i += 1) {
    if (signs.has(words[i]!) && isSaidBeside(i, words, lemma)) return true;
  }
  return false;
}

/**
 * Whether a word put in another one's place would contradict what the caption's other words tell.
 *
 * @param isLastResort for a caption that would have no negative: then no more than that no cat has a trunk
 */
export function leavesActivity(
  keyword: string,
  lemma: string,
  words: readonly string[],
  isLastResort: boolean,
): boolean {
  // A surfer who has become a woman surfs on.
  if (goAnywhere.has(lemma)) return false;
  for (const entry of activitiesOf.get(keyword) ?? none) {
    if (isLastResort && !always.includes(entry)) continue;
    if (entry.members.has(lemma) || entry.guests.has(lemma)) continue;
    if (areSaid(entry.signs, keyword, words)) return true;
  }
  return leavesGame(keyword, lemma, words);
}
