import { expect, test } from 'vitest';
import { unitsOf } from '../caption-units';
import type { HardNegative, Operation, Slot } from '../hard-negative';
import type { MinedCaption } from './record-format';
import { encodeUnits } from './write-units';

type Made = readonly [operation: Operation, slot: Slot, negative: string];

const mined = (caption: string, made: readonly Made[], positive?: string): MinedCaption => ({
  caption: { id: '7', caption, filepath: 'train/7.jpg' },
  place: 0,
  negatives: made.map(([operation, slot, negative]) => ({
    ...({ operation, slot, negative, caption, id: '7' } as HardNegative),
    ...(positive === undefined ? {} : { positive }),
  })),
});

function encoded(...given: Parameters<typeof mined>) {
  const { bytes, leftOut } = encodeUnits([mined(...given)], unitsOf);
  return { leftOut, samples: JSON.parse(`[${new TextDecoder().decode(bytes).slice(1)}]`) };
}

test('a thing, an attribute, a relation and an order of words: each has its field', () => {
  const { samples, leftOut } = encoded('A cat is sitting on a red car.', [
    ['replace', 'object', 'A dog is sitting on a red car.'],
    ['replace', 'attribute', 'A cat is sitting on a blue car.'],
    ['exchange', 'relation', 'A cat is sitting under a red car.'],
    ['swap', 'object', 'A car is sitting on a red cat.'],
  ]);
  expect(leftOut).toBe(0);
  expect(samples).toEqual([
    {
      sample_id: '7',
      original_caption: 'A cat is sitting on a red car.',
      entities: ['cat', 'red car'],
      negative_entities: {
        cat: [{ negative: 'dog', change_type: 'object_change' }],
        'red car': [{ negative: 'blue car', change_type: 'attribute_change' }],
      },
      relations: [
        {
          subject: 'cat',
          relation_type: 'is sitting on',
          object: 'red car',
          negatives: [
            {
              subject: 'cat',
              relation_type: 'is sitting under',
              object: 'red car',
              change_type: 'relation_change',
            },
          ],
        },
      ],
      swap_negatives: [{ negative: 'A car is sitting on a red cat.' }],
      image_path: 'train/7.jpg',
    },
  ]);
});

test('an article that changes goes with its unit, in its relation and with its other negatives too', () => {
  const { samples } = encoded('A cat is sitting on an orange.', [
    ['replace', 'object', 'A cat is sitting on a pear.'],
    ['replace', 'object', 'A cat is sitting on an apple.'],
  ]);
  expect(samples[0].entities).toEqual(['cat', 'an orange']);
  expect(samples[0].negative_entities).toEqual({
    'an orange': ['a pear', 'an apple'].map((negative) => ({ negative, change_type: 'object_change' })),
  });
  expect(samples[0].relations[0].object).toBe('an orange');
});

test('what no unit can say is left out and counted: the second of two alike, a change outside of all units, an absence', () => {
  const twice: Made[] = [
    ['replace', 'object', 'A horse looks at a dog.'],
    ['replace', 'object', 'A dog looks at a horse.'],
  ];
  const { samples, leftOut } = encoded('A dog looks at a dog.', twice);
  expect(leftOut).toBe(1);
  expect(samples[0].negative_entities.dog).toEqual([{ negative: 'horse', change_type: 'object_change' }]);
  const outside: Made = ['replace', 'attribute', 'The car is blue.'];
  expect(encoded('The car is red.', [outside])).toEqual({ leftOut: 1, samples: [] });
  const text = 'A dog on a bed, without a cat.';
  const absence: Made = ['negate', 'object', 'A dog on a bed, without a dog.'];
  expect(encoded('A dog on a bed.', [absence], text)).toEqual({ leftOut: 1, samples: [] });
});

test('a detail is a change of the true text that it is in', () => {
  const added: Made = ['add', 'attribute', 'A brown dog on a bed.'];
  const { samples } = encoded('A dog on a bed.', [added], 'A white dog on a bed.');
  expect(samples[0].original_caption).toBe('A white dog on a bed.');
  expect(samples[0].negative_entities).toEqual({
    'white dog': [{ negative: 'brown dog', change_type: 'attribute_change' }],
  });
});

test.each([
  ['A man without a hat rides a horse.', ['man', 'horse'], ['man rides horse']],
  [
    'A man in a hat is riding his brown horse.',
    ['man', 'hat', 'brown horse'],
    ['man in hat', 'man is riding brown horse'],
  ],
  [
    'Two dogs and a cat next to three bikes.',
    ['Two dogs', 'cat', 'three bikes'],
    ['cat next to three bikes'],
  ],
  ['The car is red.', ['car'], []],
  // Who is there needs no partner to be exchanged with; a number and a part of a body are named, too.
  ['A nurse and a doctor look at a screen.', ['nurse', 'doctor', 'screen'], ['doctor look at screen']],
  ['A chef, a firefighter and a pilot.', ['chef', 'firefighter', 'pilot'], []],
  [
    'Several people wait at a bus stop in the rain.',
    ['Several people', 'bus stop', 'rain'],
    ['Several people wait at bus stop'],
  ],
  ['A man with a grey beard in front of a house.', ['man', 'grey beard', 'house'], []],
  ['An apple and a banana.', ['apple', 'banana'], []],
  [
    'A long-haired cat sits on a trash can.',
    ['long-haired cat', 'trash can'],
    ['long-haired cat sits on trash can'],
  ],
  ['He waits for somebody.', [], []],
  // What may belong to one of two things is no relation.
  ['A blue sofa with a dog next to a white cat.', ['blue sofa', 'dog', 'white cat'], []],
  ['A herd of cows next to a white cat.', ['cows', 'white cat'], ['cows next to white cat']],
  ['A plate of pasta beside a glass.', ['plate', 'pasta', 'glass'], []],
  ['A plate beside a glass.', ['plate', 'glass'], ['plate beside glass']],
  [
    'A woman is sitting on a curb next to a fire hydrant.',
    ['woman', 'curb', 'fire hydrant'],
    ['woman is sitting on curb'],
  ],
  ['A woman walks to a ball lying near a tree.', ['woman', 'ball', 'tree'], ['woman walks to ball']],
  ['People watch as a skater jumps.', ['People', 'skater'], []],
  ["A dog sits on a man's lap.", ['dog', 'man', 'lap'], []],
  ['Ein Hund sitzt auf dem Sofa neben der Katze.', [], []],
])('unitsOf %j', (caption, things, related) => {
  const { units, relations } = unitsOf(caption);
  const text = ({ start, end }: { start: number; end: number }) => caption.slice(start, end);
  expect(units.map(text)).toEqual(things);
  expect(relations.map((each) => [each.subject, each, each.object].map(text).join(' '))).toEqual(related);
});
