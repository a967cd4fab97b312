import { expect, test } from 'vitest';
import { createPlant } from '../plant';

const plant = createPlant({ operations: ['swap'] });

/** What each caption comes to when it is mined alone; an empty text for nothing. */
const swaps: readonly (readonly [of: string, caption: string, negative: string])[] = [
  ['attributes', 'A red car and a blue bus on a street.', 'A blue car and a red bus on a street.'],
  ['predicates', 'The car is red and the bus is blue.', 'The car is blue and the bus is red.'],
  ['a predicate of one thing', 'The car is red and black on top.', ''],
  ['what nobody attests', 'A black cat on top of a blue car.', 'A blue cat on top of a black car.'],
  ['fruit', 'A green apple beside a red tomato.', 'A red apple beside a green tomato.'],
  ['an article', 'An orange bus behind a white car.', 'A white bus behind an orange car.'],
  ['capitals', 'White cabinets and a black stove.', 'Black cabinets and a white stove.'],
  ['sizes', 'A small boat next to a big ship.', 'A big boat next to a small ship.'],
  ['sizes of dishes', 'A small bowl next to a large plate.', 'A large bowl next to a small plate.'],
  ['things on sides', 'A truck parked in front of a bus.', 'A bus parked in front of a truck.'],
  ['who does what', 'A dog chasing a cat in a yard.', 'A cat chasing a dog in a yard.'],
  ['while', 'A man holds a bat while a woman watches.', 'A woman holds a bat while a man watches.'],
  [
    'beside, with deeds of their own',
    'A woman walking next to a man riding a bike.',
    'A man walking next to a woman riding a bike.',
  ],
  ['numbers', 'Two dogs and a cat sleeping on a bed.', 'Two cats and a dog sleeping on a bed.'],
  ['numbers, the other way', 'A giraffe and two zebras in a field.', 'A zebra and two giraffes in a field.'],
  [
    'counts',
    'Three men sitting at a table with two pizzas.',
    'Two men sitting at a table with three pizzas.',
  ],
  // Still true.
  ['a list', 'A cat and a dog on a couch.', ''],
  ['a longer list', 'Cars, motorcycles and buses on a street.', ''],
  ['company', 'A man playing tennis with a woman.', ''],
  ['mutual', 'A man talking to a woman.', ''],
  ['beside, and one place', 'A dog sitting next to a cat on a couch.', ''],
  ['colours of one thing', 'Several green and red double decker buses lined up.', ''],
  ['of one sort', 'A red truck next to a blue vehicle.', ''],
  ['sizes beside colours', 'A large dog and a white cat.', ''],
  ['a slip of the pen', 'A man and a women on a beach.', ''],
  ['named again', 'A man and woman sit while the man eats.', ''],
  ['twice the colour', 'A brown and black dog sitting on the brown couch.', ''],
  ['postures of one', 'A dog standing and sitting on a bench.', ''],
  // Nonsense.
  ['what is on another', 'A cup on a table.', ''],
  ['small on large', 'A bird is standing on the back of a cow.', ''],
  ['parts', 'A double bed with two pillows.', ''],
  ['a name', 'A golden retriever next to a black cat.', ''],
  ['colours of nature', 'A brown cow on a patch of green grass.', ''],
  ['ages of things', 'A young man in front of an old building.', ''],
  ['relations', 'A bus on the street next to the lamp post.', ''],
  // Harm.
  ['a minor', 'A man carrying a boy.', ''],
  ['the size of persons', 'A little girl holding a big dog.', ''],
  ['the colour of persons', 'A black man and a white woman.', ''],
];

test.each(swaps)('%s: %j → %j', (_of, caption, negative) => {
  expect(plant.mine(caption).map((record) => record.negative)).toEqual(negative === '' ? [] : [negative]);
});

test('the record of things in different numbers has both words as written', () => {
  const [record] = plant.mine('Two dogs and a cat sleeping on a bed.');
  const { negative, keyword, replacement, keyword2, replacement2 } = record!;
  expect([keyword.text, replacement.text, keyword2?.text, replacement2?.text]).toEqual([
    'dogs',
    'cats',
    'cat',
    'dog',
  ]);
  for (const span of [replacement, replacement2!])
    expect(negative.slice(span.start, span.end)).toBe(span.text);
});
