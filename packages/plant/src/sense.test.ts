import { describe, expect, test } from 'vitest';
import type { Slot } from './hard-negative';
import { createPlant } from './plant';

/** The negatives of captions that can give each other words, of one slot. */
function exchanged(slot: Slot, captions: readonly string[], fit?: null): string[] {
  const inputs = captions.map((caption, i) => ({ id: String(i), caption }));
  return createPlant({ operations: ['exchange'], slots: [slot], fit })
    .mineBlock(inputs)
    .map(({ negative }) => negative);
}

/** All that can be made of one caption by itself. */
function alone(caption: string, slots?: readonly Slot[]): string[] {
  return createPlant({ perCaption: 30, ...(slots ? { slots: [...slots] } : {}) })
    .mine(caption)
    .map(({ negative }) => negative);
}

describe('kinds', () => {
  test.each([
    [
      'towers and shops',
      'A man stands at a restaurant.',
      'A man stands at a clock tower.',
      'A man stands at a hotel.',
    ],
    ['bottles and bidets', 'A man near a bottle.', 'A man near a bidet.', 'A man near a bowl.'],
    ['food and animals', 'Some salmon on a plate.', 'Some giraffes on a plate.', 'Some shrimp on a plate.'],
  ])('%s are not exchanged, things of one kind are', (_name, caption, other, alike) => {
    expect(exchanged('object', [caption, other])).toEqual([]);
    expect(exchanged('object', [caption, alike])).toEqual([alike, caption]);
  });
});

describe('what the captions show', () => {
  test('who does it must be known to do it', () => {
    const standing = ['bird', 'cow', 'horse', 'zebra'].map((who) => `A ${who} is standing on a hill.`);
    const flying = (captions: readonly string[]) =>
      exchanged('object', captions).filter((negative) => negative.includes('is flying'));
    expect(flying(['A bird is flying over a lake.', ...standing])).toEqual([]);
    expect(
      flying(['A bird is flying over a lake.', 'A cow is flying over a lake.', ...standing]),
    ).toHaveLength(2);
  });

  test('a thing described by a noun before it takes what stands after that noun elsewhere', () => {
    const offices = (captions: readonly string[]) =>
      exchanged('object', captions).filter((negative) => negative.includes('office buffet'));
    const captions = ['An office chair by a wall.', 'A large buffet by a wall.'];
    expect(offices(captions)).toEqual([]);
    expect(offices([...captions, 'The office buffet is large.'])).toEqual(['An office buffet by a wall.']);
  });

  test('snow that covers a slope is no thing of its own', () => {
    const covered = ['A snow covered slope.', 'A sand covered slope.'];
    expect(exchanged('object', covered)).toEqual([]);
    expect(exchanged('object', ['Snow on a slope.', 'Sand on a slope.'])).toHaveLength(2);
  });

  test('several words make sequences with their neighbours: captions over whom "a group of" may be exchanged', () => {
    const captions = ['A group of dogs run.', 'Two dogs run.'];
    expect(exchanged('count', captions)).toEqual(['Two dogs run.', 'A group of dogs run.']);
  });
});

test('who walks across a field walks along it as well, but not so with a street', () => {
  const across = (place: string) =>
    exchanged('relation', [`A horse walks across a ${place}.`, `A horse walks along a ${place}.`]);
  expect(across('field')).toEqual([]);
  expect(across('street')).toHaveLength(2);
});

describe('what the caption itself tells', () => {
  test.each([
    ['another of the same', 'A train next to another train.', 'train', 'another bus'],
    ['a wave', 'A dog rides a wave on a surfboard.', 'surfboard', 'skateboard'],
    ['a racket', 'A dog plays tennis with a racket.', 'tennis', 'baseball'],
  ])('%s', (_name, caption, word, never) => {
    expect(caption).toContain(word);
    const negatives = alone(caption, ['object']);
    expect(negatives).not.toEqual([]);
    expect(negatives.filter((negative) => negative.includes(never))).toEqual([]);
  });

  test.each([
    ['A train moves along the tracks.', 'A train in a park.', /motorcycle|bicycle|bus|truck|tractor|wagon/],
    [
      'A tennis player prepares to serve a tennis ball.',
      'A tennis player waits.',
      /base|soccer|foot|basket|badminton/,
    ],
    ['A skier is skiing.', 'A skier waits.', /kayaker|surfer|cyclist|skateboarder/],
    ['A clock displays the time.', 'A clock on a table.', /statue|lamp|painting|candle/],
    ['A person is flying a kite.', 'A kite near a road.', /umbrella|tent|canopy/],
    ['A train in a train station.', 'A man in a train station.', /restaurant|house|hotel|church|store/],
    [
      'People begin boarding a touring bus.',
      'People near a touring bus.',
      /motorcycle|bicycle|bike|car|truck/,
    ],
    ['A hand written sign.', 'A sign on a wall.', /clock|lamp|candle|painting/],
    ['A city street is filled with traffic.', 'A street with trees.', /garden|beach|field|meadow/],
    ['A street sign reads Main.', 'A street sign near a road.', /hydrant|mailbox|meter/],
    ['An elephant with a long trunk.', 'An elephant in a park.', /cat|dog|bird|whale/],
    ['A man with a beard turns his head.', 'A boy turns around.', /kid|child|boy|girl/],
    ['A person skiing in an area of snow.', 'A dog in the snow.', /hay|sand|grass|mud/],
    ['A bird is perched on a limb.', 'A bird in a park.', /cat|dog|whale/],
  ])(
    '"%s" takes no word of another scene, not even as its only negative; "%s" does',
    (caption, plain, others) => {
      for (let seed = 0; seed < 20; seed += 1) {
        const [record] = createPlant({ seed, slots: ['object'] }).mineBlock([{ id: '', caption }]);
        expect(record?.negative ?? '').not.toMatch(others);
      }
      expect(alone(plain, ['object']).filter((negative) => others.test(negative))).not.toEqual([]);
    },
  );

  test.each([
    ['A surfer rides a wave.', 'kayaker'],
    ['A tennis player swings a racket.', 'badminton player'],
    ['A man in skis on snow.', 'snowboards'],
  ])('who can do it comes: %s', (caption, expected) => {
    expect(alone(caption, ['object']).some((negative) => negative.includes(expected))).toBe(true);
  });

  test('no horse stands on a roof', () => {
    const roofs = ['A bird standing on a roof.', 'A horse standing on a hill.', 'A horse on a roof.'];
    expect(exchanged('object', roofs)).not.toContain('A horse standing on a roof.');
    const walls = ['A bird standing on a wall.', 'A cat standing on a hill.', 'A cat on a wall.'];
    expect(exchanged('object', walls)).toContain('A cat standing on a wall.');
  });

  test('nobody rides a zebra, and a house keeps its yard', () => {
    const rides = ['A man riding on a horse.', 'A man standing on a zebra.'];
    expect(exchanged('object', rides, null)).toEqual([]);
    const owners = alone("A chair in a house's yard.", ['object']);
    expect(owners.filter((negative) => !negative.includes("house's"))).toEqual([]);
    expect(owners).not.toEqual([]);
  });

  test('no empty place has people, even for a caption that would have no negative', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const mined = createPlant({ seed, slots: ['attribute'] }).mineBlock([
        { id: '', caption: 'A busy resort with people.' },
      ]);
      expect(mined).toEqual([]);
    }
    expect(alone('A busy resort.', ['attribute'])).toEqual(['An empty resort.']);
  });

  test('two things of a kind beside each other are one', () => {
    const captions = ['A refrigerator freezer is open.', 'A toaster is open.'];
    const list = 'A refrigerator, toaster and pan.';
    expect(exchanged('object', [...captions, list])).not.toContain('A refrigerator toaster is open.');
    expect(exchanged('object', ['A freezer is open.', 'A toaster is open.', list])).toContain(
      'A toaster is open.',
    );
  });

  test('of two colours each may change', () => {
    expect(alone('A red and white bus.', ['attribute'])).toEqual(
      expect.arrayContaining(['A blue and white bus.', 'A red and blue bus.']),
    );
  });

  test('what is at the top is not at the bottom', () => {
    expect(alone('A man at the top of a hill.', ['relation'])).toEqual(['A man at the bottom of a hill.']);
  });

  test('a male player is no female one', () => {
    expect(alone('A male tennis player.', ['attribute'])).toEqual(['A female tennis player.']);
  });

  test('other captions of the image tell the sex of somebody whose word does not', () => {
    const players = (...siblings: string[]) =>
      createPlant({ perCaption: 9, slots: ['object'] })
        .mine('A surfer rides a wave.', { siblings })
        .map(({ replacement }) => replacement.lemma);
    expect(players('A man on a wave.')).toContain('woman');
    expect(players('A man on a wave.')).not.toContain('man');
    expect(players('A woman on her board.')).toContain('man');
    expect(players('A man and a woman.')).not.toContain('woman');
    expect(players('Somebody surfs.')).not.toContain('woman');
  });

  test('a crowd is no two, and "there are" is said of no group', () => {
    const crowds = ['A crowd of people on a road.', 'Two people on a road.'];
    expect(exchanged('count', crowds)).toHaveLength(2);
    const groups = ['There are two dogs.', 'A group of dogs run.'];
    expect(exchanged('count', groups)).toEqual([]);
    expect(exchanged('count', ['Two dogs.', groups[1]!])).toHaveLength(2);
  });

  test('nothing but a trolley goes on the tracks of a train', () => {
    expect(alone('A train on the tracks.', ['object'])).toContain('A trolley on the tracks.');
  });

  test('what has a rim is not what has pictures', () => {
    const rims = (captions: readonly string[]) =>
      exchanged('object', captions).filter((negative) => negative.includes('rim of a basket'));
    const captions = ['The rim of a bowl.', 'A picture of a basket.', 'A picture of a bowl.'];
    expect(rims(captions)).toEqual([]);
    expect(rims([...captions, 'The rim of a basket.'])).not.toEqual([]);
  });

  test('a capital after a number is of a name', () => {
    const places = (caption: string) =>
      alone(caption, ['object']).filter((negative) => !negative.includes('Street'));
    expect(places('Corner of Broadway, West 32nd Street, and Korea Way.')).toEqual([]);
    expect(places('Corner of a street.')).not.toEqual([]);
  });

  test('without it the same words do change', () => {
    const some = alone('A dog next to a train with a surfboard.', ['object']);
    expect(some.some((negative) => negative.includes('surfboard') && !negative.includes('train'))).toBe(true);
    expect(some.some((negative) => !negative.includes('surfboard'))).toBe(true);
  });

  test('all is under the sky, and what flies by a house is not at it', () => {
    expect(alone('A house under a sky.', ['relation'])).toEqual([]);
    expect(alone('A house under a tree.', ['relation'])).not.toEqual([]);
    expect(exchanged('relation', ['A dog near a car.', 'A cat on a car.'])).toContain('A cat near a car.');
    expect(
      exchanged('relation', ['A dog near a house.', 'A bird flies by a car.', 'A cat on a car.']),
    ).not.toContain('A bird flies on a car.');
  });

  test('who is behind it is not in front of it', () => {
    const captions = ['A man with a dog behind him.', 'A woman stands in front of a fire hydrant.'];
    expect(exchanged('relation', captions)).toContain('A man with a dog in front of him.');
  });

  test('a person is known to sit and stand', () => {
    const captions = ['A person sitting on a bench.', 'A person standing on a bench.'];
    expect(exchanged('action', captions)).toHaveLength(2);
  });

  test('a sibling that says the same in other words', () => {
    const negatives = (siblings: readonly string[]) =>
      createPlant({ perCaption: 9, slots: ['attribute'] })
        .mine('A small dog.', { siblings })
        .map(({ negative }) => negative);
    expect(negatives([])).toContain('A large dog.');
    expect(negatives(['A huge dog.'])).not.toContain('A large dog.');
  });

  test('nobody wears a child', () => {
    expect(exchanged('action', ['A man holding a baby.', 'A man wearing a baby.'])).toEqual([]);
    expect(exchanged('action', ['A man holding a hat.', 'A man wearing a hat.'])).toHaveLength(2);
  });

  test('a bowl of one fruit beside a bowl of another', () => {
    const swaps = (caption: string) => createPlant({ operations: ['swap'], slots: ['object'] }).mine(caption);
    expect(swaps('A bowl of bananas next to a bowl of apples.')).toEqual([]);
    expect(swaps('A bowl of bananas on top of a bowl of apples.')).toHaveLength(1);
  });

  test('no donuts sit in a book', () => {
    const boxes = ['Some donuts in a box.', 'A map in a book.'];
    expect(
      exchanged('object', boxes, null).filter((negative) => negative.includes('donuts in a book')),
    ).toEqual([]);
    expect(exchanged('object', ['Some donuts on a box.', 'Some donuts on a book.'], null)).toHaveLength(2);
  });

  test('a zebra comes for a dog where it can be', () => {
    expect(exchanged('object', ['A boat with a dog.', 'A man with a zebra.'], null)).toEqual([]);
    expect(exchanged('object', ['A field with a dog.', 'A field with a zebra.'], null)).toHaveLength(2);
    expect(exchanged('object', ['A field with his dog.', 'A field with a zebra.'], null)).toEqual([]);
  });

  test('what is on it is on the thing that has it', () => {
    const tables = ['A table with a cup on it.', 'A bench with a cat next to it.'];
    expect(exchanged('relation', tables)).toEqual([
      'A table with a cup next to it.',
      'A bench with a cat on it.',
    ]);
    expect(exchanged('relation', ['A shirt with a palm tree on it.', tables[1]!])).toEqual([]);
  });

  test('a thing written as two words', () => {
    const boards = createPlant({ perCaption: 9, slots: ['object'] }).mine('A man holds a skate board.');
    const changed = boards.filter(({ keyword }) => keyword.lemma === 'skateboard');
    expect(changed.map(({ keyword }) => keyword.text)).toContain('skate board');
    expect(changed.map(({ replacement }) => replacement.text)).toContain('surfboard');
    const tricks = alone('A man does a trick on a skate board.', ['object']);
    expect(tricks.filter((negative) => !negative.includes('skate board'))).toEqual([]);
  });

  test('a tennis court is no basketball court', () => {
    const courts = (caption: string) => alone(caption, ['object']);
    expect(courts('People on a tennis court.')).toContain('People on a basketball court.');
    expect(courts('People play tennis on a tennis court.')).not.toContain(
      'People play tennis on a basketball court.',
    );
  });

  test('a meal is on a table, and no man wears a dress', () => {
    const tables = ['Some food on a table.', 'A cat on a bed.'];
    expect(exchanged('object', tables, null)).toEqual([]);
    expect(exchanged('object', ['Some dolls on a table.', tables[1]!], null)).toHaveLength(2);
    const suits = ['A man in a suit.', 'A girl in a dress.'];
    expect(exchanged('object', suits, null)).toEqual([]);
    expect(exchanged('object', ['A woman in a suit.', suits[1]!], null)).toHaveLength(2);
  });

  test('nobody chases a hot dog', () => {
    const chases = ['A man holding a hot dog.', 'A man chasing a dog.'];
    expect(exchanged('action', chases, null)).toEqual([]);
    expect(exchanged('action', ['A man holding a cat.', 'A man chasing a cat.'], null)).toHaveLength(2);
  });

  test('she who wears a shirt and a hat sits, not the hat', () => {
    const benches = ['A woman in a shirt and hat sitting on a bench.', 'A ball under a bench.'];
    expect(exchanged('relation', benches)).toEqual([]);
    expect(exchanged('relation', ['A hat on a bench.', benches[1]!])).toHaveLength(2);
  });

  test('what is on a plate with a salad has the salad with it there', () => {
    const negatives = (caption: string) =>
      createPlant({ operations: ['swap'], perCaption: 5 })
        .mine(caption)
        .map(({ negative }) => negative);
    expect(negatives('A sandwich sits on a white plate with a salad.')).not.toContain(
      'A salad sits on a white plate with a sandwich.',
    );
    expect(negatives('A sandwich on top of a salad.')).toEqual(['A salad on top of a sandwich.']);
  });
});

describe('what fits and what is false', () => {
  test.each([
    ['a flip', 'A dog is doing a flip.', 'whiskey'],
    ['home plate', 'A batter stands at the plate.', 'bowl'],
    ['what is under a tree', 'A sheep under a tree.', 'next to'],
    ['pale fur', 'A man with a yellow dog.', 'white dog'],
    ['four may be many', 'Four brushes in a cup.', 'Many'],
    ['who plays watches', 'A girl is playing a game.', 'watching'],
    ['what holds', 'A cup of coffee on a desk.', 'shovel of'],
    ['a modifier of donuts', 'Some glazed donuts in a box.', 'glazed cake'],
    ['a fashion', 'An old fashioned kitchen.', 'modern fashioned'],
    ['two and one of them', 'Two dogs, one of them black.', 'Three'],
    ['a pair of things', 'A man with two skis.', 'three skis'],
    ['a polar bear', 'A white polar bear.', 'black'],
    ['down the street', 'A man walks down the street.', 'sits'],
    ['one size twice', 'A plate with little tiny cakes.', 'large'],
    ['two people on one board', 'A man rides a wave on a surfboard.', 'next to a surfboard'],
    ['the colour of a day', 'A plane on a dreary gray day.', 'dreary pink'],
    ['partially open', 'A partially open door.', 'partially closed'],
    ['clear glass', 'A clear glass vase.', 'clear wooden'],
    ['a walk in shower', 'A bathroom with a walk in shower.', 'walk behind'],
    ['a bird that sits', 'A toucan sitting on a branch.', 'standing'],
    ['in bed', 'A woman reads while lying in bed.', 'next to bed'],
    ['what is chopped with', 'A woman chops carrots with a knife.', 'spoon'],
    ['a skate park', 'A man falls off his skateboard in a skate park.', 'surfboard'],
    ['who sits at a table', 'People are sitting at a table.', 'at a couch'],
    ['who stands around a table', 'People stand around a table.', 'on a table'],
    ['what others do besides', 'People sitting and walking on a beach.', 'standing and walking'],
    ['what is worn', 'A woman wearing a towel.', 'wearing a cushion'],
    ['an indoor wall', 'A woman leans on a wall.', 'hedge'],
    ['in bed', 'A woman laying in bed.', 'running'],
    ['five are many', 'Five computers on a desk.', 'Many'],
    ['a poster', 'A poster on a wall.', 'zebra'],
    ['on a lap', 'A girl sitting on a lap.', 'walking on'],
    ['panels of wood', 'A wood paneled kitchen.', 'plastic'],
    ['a picture without colours', 'A black and white photo of a red car.', 'blue'],
    ['who looks off camera', 'A man looks off camera.', 'laptop'],
    ['who are riding', 'Two men are riding horses.', 'are cows'],
    ['a ball', 'A man fields a baseball.', 'tennis'],
    ['an office', 'An office cubicle with chairs.', 'living room'],
    ['what is in a room', 'A bed in a room.', 'outside'],
    ['what hangs on a wall', 'A clock on a wall.', 'behind'],
    ['who is within a fence', 'Two cows inside a fence.', 'behind'],
    ['who walks down a street', 'Two men walk down the street.', 'jump'],
    ['a bird indoors', 'A bird in a cafeteria.', 'bear'],
    ['wheels', 'A skateboard with red wheels.', 'surfboard'],
    ['a tint', 'A lime green car.', 'lime white'],
    ['a tint that is a noun', 'A kitchen with baby blue cabinets.', 'man blue'],
    ['who does stunts', 'A young man on a skateboard.', 'An old man'],
    ['on the board', 'A skateboarder flips his board.', 'cyclist'],
    ['who rides a wave', 'A surfer stands on a wave.', 'sits'],
    ['who waits', 'A man kneels on the ground waiting for a ball.', 'jump'],
    ['there is one group', 'There is a group of dogs.', 'is two'],
    ['a lap', 'A baby sits on a lap.', 'A man'],
    ['a cloudless day', 'A bench on a cloudless sunny day.', 'cloudy'],
    ['dead leaves', 'A cat in dead leaves.', 'alive'],
    ['what is typed on', 'A man types on a laptop.', 'tv'],
    ['a bunch', 'A bunch of bananas.', 'pineapples'],
    ['what is climbed', 'A man climbs a ladder.', 'saw'],
    ['what is blown out', 'A boy blows out the candles.', 'signs'],
    ['the colour of fruit', 'Some yellow fruit.', 'pink'],
  ])('%s: "%s" has negatives, and none with "%s"', (_name, caption, never) => {
    const negatives = alone(caption);
    expect(negatives).not.toEqual([]);
    expect(negatives.filter((negative) => negative.includes(never))).toEqual([]);
  });

  test('a sign for horses: the kind of the sign stays', () => {
    const negatives = alone('A pole with a horse walking sign.');
    expect(negatives).not.toEqual([]);
    expect(negatives.filter((negative) => !negative.includes('horse walking'))).toEqual([]);
  });

  test.each([
    [
      'a player whose sport is said again',
      'A soccer player kicks a soccer ball.',
      'A soccer player waits.',
      'baseball player',
    ],
    ['the young of an animal', 'A mother zebra licks her baby.', 'A mother and her baby.', 'her woman'],
    ['one that follows from the other', 'A goose and a baby goose.', 'A goose and a duck.', 'a cat'],
    [
      'who looks',
      'A man looks at a ball in front of him.',
      'A man with a ball in front of a tree.',
      'behind',
    ],
    ['the colour of light', 'A bag in a white lighted hall.', 'A bag in a white hall.', 'black hall'],
    ['two halves', 'A cake split into two halves.', 'A plate with two cakes.', 'several cakes'],
    ['what redirects traffic', 'A sign on a corner is redirecting traffic.', 'A sign on a corner.', 'clock'],
    ['where planes park', 'A plane is parked at an airport.', 'A plane is parked at a hotel.', 'restaurant'],
    [
      'signs on a pole',
      'Some street signs hang from a pole.',
      'Some street signs on a road.',
      'fire hydrants',
    ],
    ['a sort of sheep', 'Three big horn sheep.', 'Three big sheep.', 'small'],
    ['sliced with art', 'Some artistically sliced fruit.', 'Some sliced fruit.', 'whole'],
    ['a matter of taste', 'A beautiful view.', 'A beautiful dress.', 'beautiful shirt'],
    [
      'a small child',
      'A small child is reaching for a ball.',
      'A small dog is reaching for a ball.',
      'small cat',
    ],
    ['a clock tower with a name', 'On the left the Big Ben clock tower.', 'A tower by the sea.', 'windmill'],
    ["a lantern's name", "A Jack o' lantern on a porch.", 'A lantern on a porch.', 'clock'],
    [
      'in the mouth',
      'A girl with a toothbrush in her mouth.',
      'A girl with a toothbrush in her hand.',
      'dryer',
    ],
    ['a bed that is made', 'A neatly made bed.', 'A neat bed.', 'desk'],
    ['the floor', 'A bag on the floor.', 'A bag on a chair.', 'table'],
    ['a loaf', 'A loaf of bread.', 'A bowl of bread.', 'soup'],
    ['what a loaf is of', 'A loaf of bread.', 'A bowl of bread.', 'soup'],
  ])('%s: "%s" has no negative; "%s" has one with "%s"', (_name, caption, other, may) => {
    expect(alone(caption)).toEqual([]);
    expect(alone(other).filter((negative) => negative.includes(may))).not.toEqual([]);
  });
});

describe('captions left over', () => {
  test('a pair is parted where both of it find another partner', () => {
    const captions = [
      'A red bus on a bridge.',
      'A blue bus on a bridge.',
      'A cat on a couch.',
      'A dog on a couch.',
      'A dog next to a bed.',
    ];
    const records = createPlant({ operations: ['exchange'] }).mineBlock(
      captions.map((caption, i) => ({ id: String(i), caption })),
    );
    expect(records.length).toBeGreaterThanOrEqual(4);
  });
});
