import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictured, places, words } from '#pictured';
import { STYLES } from './artist';
import { type Illustration, illustrate } from './illustrate';
import { layOut } from './lay-out';
import { createRandom } from './random';
import { readPicture } from './read-picture';

const all = () => true;
const isSame = (one: Illustration, other: Illustration) =>
  Buffer.compare(one.picture.data, other.picture.data) === 0;
const read = (caption: string) => readPicture(caption, all);
const texts = (spans: readonly { text: string }[]) => spans.map(({ text }) => text);

/** "2 red 🐕 on": what a caption's things look like. */
function looks(caption: string): string[] {
  return read(caption).things.map(({ drawing, count, tint, isSmall, link }) =>
    [count, ...(isSmall ? ['small'] : []), ...(tint ? [tint] : []), pictured.emoji[drawing], link].join(' '),
  );
}

describe('what is drawn, and what is left out', () => {
  test.each([
    ['Two red dogs on a bed.', ['2 red 🐕 on', '1 🛏️ beside']],
    ['A dog under a white chair.', ['1 🐕 under', '1 white 🪑 beside']],
    ['A cat to the left of a dog.', ['1 🐈 left', '1 🐕 beside']],
    ['A cat on the right of a dog.', ['1 🐈 right', '1 🐕 beside']],
    ['A bird above a boat.', ['1 🐦 above', '1 🚤 beside']],
    ['A bear behind a tree.', ['1 🐻 behind', '1 🌳 beside']],
    ['A cat in a box.', ['1 🐈 in', '1 📦 beside']],
    ['A bowl full of bananas.', ['1 🥣 holds', '3 🍌 beside']],
    ['A couple of dogs.', ['2 🐕 beside']],
    ['The car is red.', ['1 red 🚗 beside']],
    ['A man wearing a blue hat.', ['1 👨 under', '1 blue 🎩 beside']],
    // No tinted people, no colour that is half of two, no lone size.
    ['A white man.', ['1 👨 beside']],
    ['A black and white cat.', ['1 🐈 beside']],
    ['A small dog.', ['1 🐕 beside']],
    ['A small dog next to a big horse.', ['1 small 🐕 beside', '1 🐎 🐴 beside']],
    // A plural without a number is several.
    ['Dogs on the beach.', ['3 🐕 beside']],
    ['Five sheep in a field under a tree.', ['5 🐑 under', '1 🌳 beside']],
    ['A four engine airliner.', ['1 ✈️ beside']],
    // What follows "and" is said of an earlier thing.
    ['A horse to the right of a cow and behind a tree.', ['1 🐎 🐴 right', '1 🐄 beside', '1 🌳 beside']],
    ['A horse and a cow behind a tree.', ['1 🐎 🐴 beside', '1 🐄 behind', '1 🌳 beside']],
    ['A man in a helmet by a brick wall.', ['1 👨 under', '1 ⛑️ beside', '1 🧱 beside']],
    // Nothing that a caption denies.
    ['A man without a dog.', ['1 👨 beside']],
  ])('%s', (caption, expected) => expect(looks(caption)).toEqual(expected));

  test.each([
    ['An orange cat.', ['1 orange 🐈 beside']],
    ['An orange on a plate.', ['1 🍊 on', '1 🍽️ beside']],
    ['A mouse next to a keyboard.', ['1 🖱️ beside', '1 ⌨️ beside']],
    ['A mouse next to a cat.', ['1 🐁 beside', '1 🐈 beside']],
    ['A bat hangs from a tree.', ['1 🦇 beside', '1 🌳 beside']],
    ['A baseball bat and a cat.', ['1 🐈 beside']],
    ['A man wearing glasses.', ['1 👨 beside', '1 👓 beside']],
    ['Two glasses on a chair.', ['1 🪑 beside']],
    ['A couple in a boat.', ['1 👫 in', '1 🚤 beside']],
    ['A man and a woman watch a cat.', ['1 👨 beside', '1 👩 beside', '1 🐈 beside']],
    ['A teddy bear in a chair lift.', ['1 🧸 in', '1 🚡 beside']],
    ['A dog house.', []],
    ['A white truck with a red car on its bed.', ['1 white 🚚 beside', '1 red 🚗 beside']],
    ['A cat on its bed.', ['1 🐈 on', '1 🛏️ beside']],
    ['Three dogs posing for the camera.', ['3 🐕 beside']],
    ['A boy with a camera.', ['1 👦 beside', '1 📷 beside']],
  ])('the trap of %s', (caption, expected) => expect(looks(caption)).toEqual(expected));

  test('a place is the background, where the things are not aside of it', () => {
    const placeOf = (caption: string) => places[read(caption).place ?? -1]?.name;
    expect(placeOf('A dog runs on the beach.')).toBe('beach');
    expect(placeOf('A cat sits on a table.')).toBe('table');
    expect(placeOf('A cat sits under a table.')).toBeUndefined();
    expect(placeOf('A sandwich, salad, and water.')).toBeUndefined();
    expect(placeOf('A cat.')).toBeUndefined();
  });

  test('the spans say what is shown and what is not', () => {
    const { drawn, missing } = read('Two happy dogs chase a red ball and a white man on a beach.');
    expect(texts(drawn)).toEqual(['Two', 'dogs', 'man', 'beach']);
    expect(texts(missing)).toEqual(['happy', 'chase', 'red', 'ball', 'white']);
    expect(texts(read('Ein Hund jagt die Katze unter dem Tisch und bellt.').missing)).toHaveLength(1);
  });
});

test('the table names each word once, and each artist draws most of it', () => {
  const names = words.flatMap(([, , each, beside]) => (beside.length > 0 ? [] : each));
  names.push(...places.flatMap((place) => place.names));
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  expect(names.length).toBeGreaterThan(700);
  expect(pictured.emoji.length).toBeGreaterThan(310);
});

test('things lie as the caption says, none off the picture', () => {
  const relations = ['left', 'right', 'above', 'under', 'on'] as const;
  const thing = { drawing: 0, kind: 'thing', isCounted: true, start: 0, end: 0 } as const;
  const one = fc.record({ link: fc.constantFrom(...relations), count: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), fc.nat(), (all, seed) => {
      const things = all.map((each, drawing) => ({ ...thing, ...each, drawing }));
      const spots = layOut(things, createRandom(seed));
      expect(spots).toHaveLength(all.reduce((sum, { count }) => sum + count, 0));
      for (const { x, y, edge } of spots) {
        expect(Math.min(x, y)).toBeGreaterThan(-1e-9);
        expect(Math.max(x, y) + edge).toBeLessThan(1 + 1e-9);
      }
      for (const [i, { link }] of all.slice(0, -1).entries()) {
        const [a, b] = [i, i + 1].map((drawing) => spots.filter((spot) => spot.thing.drawing === drawing));
        const middle = (axis: 'x' | 'y', of: typeof spots) =>
          of.reduce((sum, spot) => sum + spot[axis] + spot.edge / 2, 0) / of.length;
        const [dx, dy] = [middle('x', b!) - middle('x', a!), middle('y', b!) - middle('y', a!)];
        if (link === 'left') expect(dx).toBeGreaterThan(0);
        if (link === 'right') expect(dx).toBeLessThan(0);
        if (link === 'above' || link === 'on') expect(dy).toBeGreaterThan(0);
        if (link === 'under') expect(dy).toBeLessThan(0);
      }
    }),
    { numRuns: 60 },
  );
});

test('each span is a piece of its caption, in order, and none lies over another', () => {
  const word = fc.constantFrom(
    'two',
    'red',
    'dogs',
    'a',
    'cat',
    'on',
    'next to',
    'beach',
    '<b>',
    '🐕',
    '\ud800',
    'orange',
    'of',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(word).map((all) => all.join(' ')),
        fc.string({ unit: 'binary' }),
      ),
      (caption) => {
        const { drawn, missing } = read(caption);
        const spans = [...drawn, ...missing].sort((a, b) => a.start - b.start);
        for (const [i, { text, start, end }] of spans.entries()) {
          expect(end).toBeGreaterThan(start);
          expect(caption.slice(start, end)).toBe(text);
          if (i > 0) expect(start).toBeGreaterThanOrEqual(spans[i - 1]!.end);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('things have their words, and how they stand to each other', async () => {
  const { things } = await illustrate('Two red dogs under a chair next to a cat.', { size: 32 });
  expect(things).toEqual([
    {
      ...{ text: 'dogs', start: 8, end: 12, emoji: '🐕' },
      count: 2,
      isCounted: true,
      colour: 'red',
      link: 'under',
    },
    { ...{ text: 'chair', start: 21, end: 26, emoji: '🪑' }, count: 1, isCounted: false, link: 'beside' },
    { ...{ text: 'cat', start: 37, end: 40, emoji: '🐈' }, count: 1, isCounted: false },
  ]);
});

describe('pictures', () => {
  test.each(STYLES)('%s draws in its own way, the same for the same seed', async (style) => {
    const caption = 'A red cat next to a dog on the grass.';
    const [one, same, other] = await Promise.all(
      [1, 1, 2].map((seed) => illustrate(caption, { style, seed, size: 64 })),
    );
    expect(one!.picture.data).toHaveLength(64 * 64 * 3);
    expect(isSame(one!, same!)).toBe(true);
    expect(isSame(one!, other!)).toBe(false);
    expect([...one!.png().subarray(1, 4)]).toEqual([80, 78, 71]);
    const styles = await Promise.all(
      STYLES.map((each) => illustrate(caption, { style: each, seed: 1, size: 64 })),
    );
    expect(styles.filter((each) => isSame(each, one!))).toHaveLength(1);
  });

  const caption = 'Two red dogs on a bed.';
  test.each([
    'Two blue dogs on a bed.',
    'Two red cats on a bed.',
    'Three red dogs on a bed.',
    'Two red dogs under a bed.',
    'Two red dogs and a cat on a bed.',
  ])('the hard image of %s', async (negative) => {
    const hard = await illustrate({ caption, negative }, { size: 64 });
    expect(isSame(hard!, await illustrate(negative, { size: 64 }))).toBe(true);
    expect(isSame(hard!, await illustrate(caption, { size: 64 }))).toBe(false);
  });

  test.each([
    ['Two red puppies on a bed.', 'the same drawing'],
    ['Two furry dogs on a bed.', 'a word that is not drawn'],
    ['Two red contraptions on a bed.', 'a thing that is not drawn'],
    ['Two red dogs on a bed.', 'no change'],
    ['Two red dogs on a blue bed.', 'a colour more'],
  ])('there is none of %s: %s', async (negative) => {
    expect(await illustrate({ caption, negative }, { size: 64 })).toBeUndefined();
  });

  test.each([
    ['A cat next to a dog.', 'A dog next to a cat.'],
    ['A man and a woman on a beach.', 'A woman and a man on a beach.'],
    ['An elephant is chasing a dog around in the dirt.', 'A dog is chasing an elephant around in the dirt.'],
    ['A cat to the left of a dog.', 'A dog to the right of a cat.'],
    ['A bird above a boat.', 'A boat under a bird.'],
  ])('of %s and %s both pictures would show both', async (caption, negative) => {
    expect(await illustrate({ caption, negative }, { size: 32 })).toBeUndefined();
  });

  test.each([
    ['A cat under a dog.', 'A dog under a cat.'],
    ['A cat to the left of a dog.', 'A dog to the left of a cat.'],
    ['A cat behind a dog.', 'A dog behind a cat.'],
    ['A red cat next to a blue dog.', 'A blue cat next to a red dog.'],
    ['Two cats and a dog.', 'Two dogs and a cat.'],
  ])('the pictures of %s and %s differ', async (caption, negative) => {
    expect(await illustrate({ caption, negative }, { size: 32 })).toBeDefined();
  });

  test('a thing more is a change that is drawn, unless it takes the place of a word that is not', async () => {
    const both = { caption: 'A cat is napping on a bed.', negative: 'A cat and a dog are napping on a bed.' };
    expect(await illustrate(both, { size: 32 })).toBeDefined();
    const unseen = { caption: 'A man sits on a bench.', negative: 'A man sits on a bed.' };
    expect(await illustrate(unseen, { size: 32 })).toBeUndefined();
  });

  test('a number against a plural that says none is no question', async () => {
    expect(await illustrate({ caption: 'Two dogs.', negative: 'Some dogs.' }, { size: 32 })).toBeUndefined();
    expect(await illustrate({ caption: 'Two dogs.', negative: 'Four dogs.' }, { size: 32 })).toBeDefined();
  });

  test.each([
    '',
    ' ',
    'dog '.repeat(25_000),
    '🐕🐕🐕',
    '\ud800 dog \udfff',
    '<svg onload="x()"><script>dog</script>',
    '__proto__ constructor toString',
  ])('a hostile caption is a picture: %j', async (hostile) => {
    const { picture, drawn, missing } = await illustrate(hostile, { size: 32 });
    expect(picture.data).toHaveLength(32 * 32 * 3);
    for (const { text, start, end } of [...drawn, ...missing]) expect(hostile.slice(start, end)).toBe(text);
  });

  test('a wrong argument is one sentence', async () => {
    const call = illustrate as (...given: unknown[]) => Promise<unknown>;
    await expect(call(undefined)).rejects.toThrow('the first argument must be a caption or a negative');
    await expect(call({ caption: 'A dog.' })).rejects.toThrow(
      'the first argument must be a caption or a negative',
    );
    await expect(call('A dog.', { style: './noto' })).rejects.toThrow(
      'style must be one of noto, fluent, twemoji',
    );
    await expect(call('A dog.', { size: 1e9 })).rejects.toThrow('size must be');
  });
});
