/**
 * Kinds of things that stand in for one another in a caption: vehicles for vehicles, rooms for rooms.
 *
 * `under` names WordNet synsets ("lemma#sense"); the nearest one above a noun's visible sense is its kind. `words`
 * are everyday words that WordNet files too far apart (a frisbee is a "disk"), or whose first sense is another one.
 * Words are tried before subtrees.
 */
export interface Kind {
  readonly name: string;
  readonly under: readonly string[];
  readonly words: readonly string[];
}

const kind = (name: string, under: string, words: string): Kind => ({
  name,
  under: under === '' ? [] : under.split(', '),
  words: words === '' ? [] : words.split(', '),
});

export const kinds: readonly Kind[] = [
  kind(
    'animal',
    'animal#1',
    'dog, cat, horse, cow, sheep, bird, elephant, zebra, giraffe, bear, pig, goat, duck, rabbit, monkey, lion, tiger, deer, donkey, camel, squirrel, turtle, penguin, fox, wolf, whale',
  ),
  kind(
    'road vehicle',
    'wheeled vehicle#1',
    'car, bus, truck, van, taxi, motorcycle, bicycle, bike, motorbike, scooter, train, tractor, trolley, tram, ambulance, fire truck, fire engine, school bus, wagon, carriage',
  ),
  kind('vessel', 'vessel#2', 'boat, ship, sailboat, canoe, raft, ferry, yacht'),
  kind('aircraft', 'aircraft#1', 'airplane, plane, jet, helicopter, airliner, glider'),
  kind('furniture', 'furniture#1', 'table, chair, couch, sofa, bench, bed, desk, stool, hammock'),
  kind(
    'appliance',
    'home appliance#1',
    'oven, stove, refrigerator, fridge, microwave, toaster, dishwasher, blender',
  ),
  kind(
    'fixture',
    'plumbing fixture#1',
    'sink, toilet, tub, bathtub, shower, urinal, washing machine, toilet bowl, basin, bidet',
  ),
  kind('cutlery', 'cutlery#2', 'fork, knife, spoon, chopstick, spatula'),
  kind('dish', 'crockery#1', 'plate, bowl, tray, basket, pan'),
  kind('cookware', 'cooking utensil#1', 'pot, skillet, kettle'),
  kind('drinking vessel', 'vessel#3', 'cup, mug, glass, bottle, jar, vase, bucket'),
  kind('headwear', 'headdress#1', 'hat, helmet, cap, hood, crown'),
  kind('footwear', 'footwear#2', 'shoe, boot, sandal, sneaker, sock, slipper'),
  kind('eyewear', '', 'glasses, sunglasses, goggles'),
  kind('legwear', '', 'pants, jeans, shorts, trousers'),
  kind(
    'garment',
    'garment#1',
    'shirt, jacket, coat, sweater, dress, skirt, vest, suit, uniform, robe, hoodie, t-shirt, blouse',
  ),
  kind('neckwear', 'neckwear#1', 'tie, scarf, necktie, bow tie, necklace, collar'),
  kind(
    'fruit',
    'edible fruit#1',
    'apple, banana, orange, pear, lemon, strawberry, grape, peach, pineapple, cherry, watermelon, mango',
  ),
  kind(
    'vegetable',
    'vegetable#1',
    'carrot, broccoli, tomato, potato, onion, cabbage, cucumber, mushroom, pepper, lettuce, corn, pumpkin, bean, pea',
  ),
  kind(
    'snack',
    '',
    'cake, pie, cookie, donut, doughnut, muffin, cupcake, pastry, croissant, brownie, ice cream, chocolate, candy',
  ),
  kind(
    'meal',
    'dish#2, sandwich#1, bread#1',
    'pizza, sandwich, hamburger, burger, hot dog, salad, soup, pasta, taco, burrito, omelet, steak, bread, rice, cheese, meat, beef, chicken, bacon, spaghetti, toast, bagel, salmon, tuna, shrimp, lobster, crab',
  ),
  kind('drink', 'beverage#1', 'coffee, tea, beer, wine, milk, juice, soda, lemonade, champagne'),
  kind(
    'room',
    'room#1',
    'bathroom, kitchen, bedroom, living room, dining room, office, garage, hallway, classroom, basement',
  ),
  kind(
    'building',
    'building#1',
    'house, church, store, restaurant, hotel, barn, school, library, castle, hospital, museum, shed, cabin, temple, airport, train station',
  ),
  kind('tower', 'tower#1', 'tower, clock tower, bell tower, lighthouse, steeple, windmill'),
  kind(
    'land',
    'road#1',
    'street, road, beach, field, park, sidewalk, meadow, parking lot, highway, garden, yard, path, trail, driveway, bridge, pier, dock',
  ),
  kind('landscape', 'natural elevation#1', 'mountain, hill, forest, desert, beach, valley'),
  kind('body of water', 'body of water#1', 'river, lake, ocean, sea, pond, pool, stream'),
  kind('board', '', 'skateboard, surfboard, snowboard, ski, sled, skate, wakeboard, kayak'),
  kind(
    'sports gear',
    'sports implement#1',
    'racket, racquet, bat, tennis racket, baseball bat, golf club, paddle, oar',
  ),
  kind('ball', '', 'ball, frisbee, soccer ball, tennis ball, beach ball'),
  kind('toy', 'plaything#1', 'doll, teddy bear, puzzle, toy, robot, puppet, snowman'),
  kind(
    'electronics',
    'computer#1, telephone#1, camera#1',
    'laptop, computer, phone, cell phone, cellphone, television, tv, camera, keyboard, mouse, monitor, remote, radio, tablet, printer, speaker',
  ),
  kind('bag', 'bag#1, bag#4, baggage#1', 'bag, backpack, suitcase, purse, handbag, briefcase, box, luggage'),
  kind('tool', 'hand tool#1', 'scissors, hammer, shovel, broom, ladder, rake, saw, hatchet'),
  kind('wash things', '', 'toothbrush, comb, brush, hair dryer, razor, sponge, soap'),
  kind('instrument', 'musical instrument#1', 'guitar, piano, drum, violin, trumpet, flute'),
  kind('bedding', '', 'pillow, blanket, towel, curtain, sheet, rug, quilt, mattress, cushion, carpet'),
  kind('opening', '', 'door, window, gate, wall'),
  kind('barrier', '', 'fence, hedge, railing'),
  kind('surface', '', 'floor, ceiling, roof'),
  kind('light and clock', '', 'clock, lamp, candle, lantern, painting, sign, statue'),
  kind(
    'street furniture',
    '',
    'fire hydrant, hydrant, parking meter, traffic light, stop sign, street sign, mailbox, lamppost, billboard',
  ),
  kind('reading', '', 'book, newspaper, magazine, letter, menu, map, poster'),
  kind('plant', '', 'tree, bush, flower, cactus, shrub, vine'),
  kind('flower', 'flower#1', 'rose, tulip, daisy, sunflower, lily'),
  kind('ground cover', '', 'grass, snow, sand, dirt, mud, gravel, ice, rock, hay'),
  kind('kite or cover', '', 'kite, balloon, flag, umbrella, parasol, tent, canopy'),
  kind('jewellery', 'jewelry#1', 'ring, bracelet, watch, earring'),
  kind('celestial', '', 'sun, moon, star, planet, comet'),
  kind(
    'sport',
    '',
    'tennis, baseball, soccer, basketball, football, volleyball, golf, hockey, rugby, polo, cricket',
  ),
  kind('court', '', 'tennis court, basketball court, badminton court, squash court'),
  kind('game', '', 'baseball game, basketball game, football game, hockey game'),
  kind('way up', '', 'hill, slope, ramp, stairs, mountain'),
];

const listed = new Set(kinds.flatMap(({ words }) => words));

/** Whether a word is on one of the everyday lists. */
export function isListed(lemma: string): boolean {
  return listed.has(lemma);
}

/** Kinds whose members can stand anywhere, so that two of them may change places. */
export const movableKinds: ReadonlySet<string> = new Set(
  [
    'animal, road vehicle, vessel, ball, aircraft, furniture, appliance, cutlery, dish, cookware, drinking vessel, headwear, footwear',
    'garment, neckwear, fruit, vegetable, snack, meal, board, sports gear, toy, electronics, bag, tool, wash things',
    'instrument, bedding, light and clock, street furniture, reading, kite or cover, jewellery',
  ].flatMap((names) => names.split(', ')),
);

/** Words of the lists above that read well only beside their like, and odd ones of WordNet's: never inserted. */
export const neverInserted: ReadonlySet<string> = new Set(
  (
    'oar, paddle, mouse, remote, speaker, collar, hood, urinal, ski, skate, wakeboard, bean, pea, cliff, valley, bow tie, hydrant, ' +
    'luggage, parasol, comet, booze, martini, upper, lower, shook, settle, shallow, narrow, bra, wrap, bath, gig, launch, cab, sub, pocket, ' +
    'ice chest, deep freezer, basin, public toilet, ceiling, roof, toilet seat, bidet'
  ).split(', '),
);

/** Nouns that name no one thing in the picture, or a place in it. They are neither changed nor inserted. */
export const unpicturedNouns: ReadonlySet<string> = new Set(
  (
    'top side front back middle center centre end edge corner bottom area part piece bit group bunch couple pair lot lots ' +
    'set row line pile variety number view picture photo photograph image scene background foreground shot close display type ' +
    'kind sort way place spot thing item object stuff animal pet creature beast food meal vehicle equipment gear furniture ' +
    'clothing clothes outfit fruit vegetable plant product machine device appliance container instrument tool structure ' +
    'building room prey predator young male female game mount stray critter pest mascot runt herd flock body stock ' +
    'transportation system case base stand board court day night time air light shade shadow reflection inside outside ' +
    'left right half space distance land country city town home world work rest prop fixture bird-dog cob cocktail hip chip ' +
    'game bull dam screen support can game drink sweet course roll game bay stall park-land hack mule bug rat lion-cub varmint ' +
    'hell joint john head can jack trap block key pub bar dump pen water teddy shape people surface human laundry stole booth parlor lounge cast cuff ' +
    'bath vintage flip mixer port sidecar wedge ben mum vanilla queen feeder font boa mac hash boater crisp'
  ).split(' '),
);
