import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { iconNamed } from '../testing/icon-of';
import { freeWording, readFreeWording } from './free-wording';
import {
  type ColourPair,
  PAIR_COLOURS,
  PAIR_JOINERS,
  type PairColour,
  type PairJoiner,
  pairCaption,
  readPairCaption,
} from './pair-caption';
import { pairCaptions } from './pair-captions';
import { pairPixels } from './pair-picture';
import { pairQuestions } from './pair-questions';

const colours = Object.keys(PAIR_COLOURS) as PairColour[];
const joiners = Object.keys(PAIR_JOINERS) as PairJoiner[];
const NAMES =
  'bell cloud key star tree bird fish boat lamp cup door fork book cake clock crown desk drum flag gift'.split(
    ' ',
  );
const icons = NAMES.map((name, at) => iconNamed(name, { body: `<path d="M${at} 0h8v8z"/>` }));

const anyPair: fc.Arbitrary<ColourPair> = fc.record({
  things: fc
    .tuple(
      fc.subarray(NAMES, { minLength: 2, maxLength: 2 }),
      fc.subarray(colours, { minLength: 2, maxLength: 2 }),
    )
    .map(([[a, b], [x, y]]): ColourPair['things'] => [
      { thing: a!, colour: x! },
      { thing: b!, colour: y! },
    ]),
  joiner: fc.constantFrom(...joiners),
});

describe('captions', () => {
  test('every caption is read back as what it was made of', () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        expect(readPairCaption(pairCaption(pair))).toEqual(pair);
      }),
    );
  });

  test('articles fit the colour, and a thing may have several words', () => {
    const pair = readPairCaption('An orange alarm clock to the left of a grey bell.');
    expect(pair).toEqual({
      things: [
        { thing: 'alarm clock', colour: 'orange' },
        { thing: 'bell', colour: 'grey' },
      ],
      joiner: 'to the left of',
    });
    expect(pairCaption(pair!)).toBe('An orange alarm clock to the left of a grey bell');
  });

  test.each([
    'A red bell',
    'Two red bells above a blue cloud',
    'A red bell above a white cloud',
    'A bell and a blue cloud',
  ])('what cannot be drawn is no pair: %s', (text) => expect(readPairCaption(text)).toBeUndefined());

  test('are all different, of different things and colours, and follow from the seed', () => {
    const pairs = pairCaptions(icons, { count: 300, seed: 3 });
    expect(pairs).toHaveLength(300);
    expect(new Set(pairs.map(({ caption }) => caption)).size).toBe(300);
    for (const { things, joiner, place } of pairs) {
      expect(things[0].thing).not.toBe(things[1].thing);
      expect(things[0].colour).not.toBe(things[1].colour);
      expect(PAIR_JOINERS[joiner]).toContain(place);
    }
    const saysWhere = pairs.filter(({ joiner }) => PAIR_JOINERS[joiner].length === 1).length;
    expect(saysWhere / 300).toBeGreaterThan(0.4);
    expect(saysWhere / 300).toBeLessThan(0.6);
    expect(pairCaptions(icons, { count: 300, seed: 3 })).toEqual(pairs);
    expect(pairCaptions(icons, { count: 300, seed: 4 })).not.toEqual(pairs);
  });

  test('questions are worded otherwise than training, in training’s words', () => {
    const pair = readPairCaption('A red bell above a blue cloud')!;
    const texts = (use: 'training' | 'questions') =>
      new Set(Array.from({ length: 40 }, (_, frame) => freeWording(pair, frame, use)));
    const [training, questions] = [texts('training'), texts('questions')];
    const known = new Set([...training].flatMap((text) => text.match(/[a-z]+/g)!));
    for (const text of questions) {
      expect(training).not.toContain(text);
      for (const word of text.match(/[a-z]+/g)!) expect(known).toContain(word);
      for (const word of ['red', 'bell', 'blue', 'cloud']) expect(text).toContain(word);
    }
  });
});

describe('readFreeWording', () => {
  const things = [
    { thing: 'alarm clock', colour: 'orange' },
    { thing: 'bell', colour: 'blue' },
  ] as const;
  const pair = { things, joiner: 'above' } as const;
  const sentences = (use: 'training' | 'questions') =>
    Array.from({ length: 18 }, (_, frame) => freeWording(pair, frame, use));

  test('gives back what training says, in each of its ways', () => {
    for (const text of sentences('training'))
      expect(readFreeWording(text), text).toEqual({ things, joiner: 'and' });
  });

  test('reads what was edited, and nothing that questions say', () => {
    expect(readFreeWording('The bell is red and the alarm clock with it is an orange')).toBeUndefined();
    expect(readFreeWording('You can see that the cloud is grey and that the bell is pink.')?.things).toEqual([
      { thing: 'bell', colour: 'pink' },
      { thing: 'cloud', colour: 'grey' },
    ]);
    for (const text of [...sentences('questions'), pairCaption(pair)])
      expect(readFreeWording(text), text).toBeUndefined();
  });
});

describe('pictures', () => {
  /** A drawing that is ink all over, and paper. */
  const [ink, paper] = [new Uint8Array(4), new Uint8Array(4).fill(255)];
  const at = (pixels: Uint8Array, x: number, y: number) => [
    ...pixels.subarray((y * 4 + x) * 3, (y * 4 + x) * 3 + 3),
  ];

  test.each([
    ['left', [0, 1], [2, 1]],
    ['right', [2, 1], [0, 1]],
    ['above', [1, 0], [1, 2]],
    ['below', [1, 2], [1, 0]],
  ] as const)('the first thing is painted %s of the second', (place, [x, y], [otherX, otherY]) => {
    const pair = readPairCaption('A red bell and a blue cloud')!;
    const pixels = pairPixels([ink, ink], pair, place, { half: 2 });
    expect(at(pixels, x, y)).toEqual([...PAIR_COLOURS.red]);
    expect(at(pixels, otherX, otherY)).toEqual([...PAIR_COLOURS.blue]);
    expect(at(pairPixels([paper, ink], pair, place, { half: 2 }), x, y)).toEqual([255, 255, 255]);
  });

  test('a place that makes the caption false is refused', () => {
    const pair = readPairCaption('A red bell above a blue cloud')!;
    expect(() => pairPixels([ink, ink], pair, 'below', { half: 2 })).toThrow(
      'one of which "above" is true (above)',
    );
  });
});

describe('questions', () => {
  const questions = pairQuestions(icons, { perSet: 60, perName: 40, seed: 1 });

  test('either caption is true of its own picture and false of the other', () => {
    expect(questions).toHaveLength(60);
    for (const { kind, captions, places, icons: shown } of questions) {
      const [one, other] = captions.map((caption) => readPairCaption(caption)!);
      expect(PAIR_JOINERS[one!.joiner]).toContain(places[0]);
      expect(PAIR_JOINERS[other!.joiner]).toContain(places[1]);
      expect(JSON.stringify([one, places[0]])).not.toBe(JSON.stringify([other, places[1]]));
      expect(shown.length).toBe(kind === 'thing' ? 3 : 2);
    }
  });

  test('a swap has the same words, and every kind is there', () => {
    const words = (text: string) =>
      text
        .toLowerCase()
        .replaceAll(/\ban\b/g, 'a')
        .split(' ')
        .sort()
        .join(' ');
    const kinds = new Set(questions.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['colour', 'place', 'swap', 'thing']);
    for (const { kind, captions, wordings } of questions) {
      expect(words(captions[0]) === words(captions[1])).toBe(kind === 'swap');
      expect(wordings === undefined).toBe(kind === 'place');
    }
  });

  test('no name takes too many', () => {
    const few = pairQuestions(icons, { perSet: 60, perName: 5, seed: 1 });
    const counts = new Map<string, number>();
    for (const question of few)
      for (const { caption } of question.icons) counts.set(caption, (counts.get(caption) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBe(5);
  });
});
