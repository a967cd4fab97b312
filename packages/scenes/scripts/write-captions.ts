// npx tsx scripts/write-captions.ts: writes fixtures/both-orders-{training,questions}.txt. Captions of two things in which both orders are
// equally likely: by each relation, and in each colour, a thing stands first as often as second, so that no order is odd. Training and
// questions share neither things nor wordings.
import { writeFile } from 'node:fs/promises';

type Split = 'training' | 'questions';

const level = ['to the left of', 'to the right of', 'behind', 'in front of'];
const colours = ['red', 'green', 'blue', 'yellow', 'purple'];

/** Things of a kind, for each split; what people say of where they are; whether they come in colours. */
const KINDS = [
  {
    training: 'dog cat horse cow sheep goat pig camel giraffe elephant zebra bear lion fox',
    questions: 'rabbit tiger monkey deer wolf penguin turtle kangaroo',
    ...{ relations: level, verb: 'stands', place: 'in the grass', isColoured: false },
  },
  {
    training: 'car bus truck van tractor motorcycle bicycle ambulance',
    questions: 'taxi jeep scooter tram skateboard',
    ...{ relations: level, verb: 'is parked', place: 'on the street', isColoured: true },
  },
  {
    training: 'apple banana lemon pear peach strawberry pineapple watermelon',
    questions: 'carrot tomato mango eggplant cucumber potato',
    ...{ relations: level, verb: 'lies', place: 'on the table', isColoured: false },
  },
  {
    training: 'chair bed couch piano guitar television toilet clock',
    questions: 'box basket bucket suitcase ladder mirror',
    ...{ relations: level, verb: 'stands', place: 'in the room', isColoured: true },
  },
  {
    training: 'kite balloon airplane cloud butterfly eagle bat rocket',
    questions: 'bird bee moon star owl parachute',
    ...{ relations: ['under', 'above'], verb: 'floats', place: 'in the sky', isColoured: false },
  },
];

const WORDINGS = {
  training: ['{a} {is} {where} {b}.', '{a} {is} {where} {b} {place}.', '{place}, {a} {is} {where} {b}.'],
  questions: [
    '{a} can be seen {where} {b}.',
    'A photo of {a} {where} {b} {place}.',
    'We see {a} {where} {b}.',
  ],
};
const COLOURED = {
  training: ['{a} {is} next to {b}.', '{a} and {b} {place}.', '{place}, {a} {is} near {b}.'],
  questions: ['{a} can be seen beside {b}.', 'A photo of {a} and {b} {place}.', 'We see {a} and {b}.'],
};

/** How often each thing stands first by each relation. */
const TIMES = { training: 4, questions: 2 };

/** The captions of a split, a kind and a relation after the other. */
export function writtenCaptions(split: Split): string[] {
  return KINDS.flatMap(({ [split]: names, relations, verb, place, isColoured }) => {
    const things = names.split(' ');
    // Of questions no pair comes in both orders by one relation: they would ask the same twice.
    const steps = split === 'training' ? things.length - 1 : Math.floor((things.length - 1) / 2);
    return [...relations, ...(isColoured ? [undefined] : [])].flatMap((where, at) =>
      Array.from({ length: TIMES[split] }, (_, time) =>
        things.map((thing, i) => {
          // Around a ring, so that as many stand first as second; of colours to both sides.
          const other = things[(i + 1 + ((at + time) % steps)) % things.length]!;
          const wordings = (where === undefined ? COLOURED : WORDINGS)[split];
          const colour = (place: number) =>
            where === undefined ? colours[(i + time + place) % colours.length] : undefined;
          const parts: Readonly<Record<string, string>> = {
            ...{ a: named(thing, colour(0)), b: named(other, colour(time % 2 === 0 ? 1 : 4)) },
            ...{ is: verb, where: where ?? '', place },
          };
          const text = wordings[(i + time) % wordings.length]!.replace(
            /\{(\w+)\}/g,
            (_all, part) => parts[part]!,
          );
          return text[0]!.toUpperCase() + text.slice(1);
        }),
      ).flat(),
    );
  });
}

function named(thing: string, colour?: string): string {
  const name = colour === undefined ? thing : `${colour} ${thing}`;
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

if (import.meta.filename === process.argv[1]) {
  for (const split of ['training', 'questions'] as const) {
    const file = new URL(`../fixtures/both-orders-${split}.txt`, import.meta.url);
    await writeFile(file, `${writtenCaptions(split).join('\n')}\n`);
  }
}
