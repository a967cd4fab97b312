import { misfit } from '@slipform/kit/options/options';
import { checkPair } from './check-pair';
import { COLOUR_NAMES, type ColourPair, type PairColour } from './pair-caption';

/** Ways to say which of two things has which colour, written by hand: `a` is `x`, `b` is `y`. None says where they are. */
const FRAMES: readonly string[] = [
  'the {b} is {y} and the {a} with it is {x}',
  '{x} {a}, {y} {b}',
  '{y} {b} and {x} {a}',
  'a {a} in {x} and a {b} in {y}',
  'a {b} in {y}, with a {a} in {x}',
  'here the {a} is the {x} one and the {b} is the {y} one',
  'one {x} {a} and one {y} {b}',
  'there is a {b}, which is {y}, and a {a}, which is {x}',
  'the {y} thing is a {b}, the {x} thing is a {a}',
  'what is {x} is the {a}; what is {y} is the {b}',
  'two icons: a {b} drawn in {y} and a {a} drawn in {x}',
  'a {a} that is painted {x}, a {b} that is painted {y}',
  'the colour of the {a} is {x}, the colour of the {b} is {y}',
  'you can see that the {b} is {y} and that the {a} is {x}',
  'a picture of a {y} {b} and a {x} {a}',
  'both a {x} {a} and a {y} {b} are here',
  'it is the {a} that is {x}, and it is the {b} that is {y}',
  'of the two, the {b} is {y} and the {a} is {x}',
];

/** Other ways in the words of the first ones: for questions alone. */
const ASKED: readonly string[] = [
  'the {a} is {x} and the {b} is {y}',
  'with a {b}, which is {y}, there is a {a} in {x}',
  'both the {a} that is {x} and the {b} that is {y} are here',
  'what you can see in {y} is the {b}, what you can see in {x} is the {a}',
  'one {b} is painted {y} and one {a} is painted {x}',
  'here is a {a}, and it is {x}; here is a {b}, and it is {y}',
  'the {y} one of the two is the {b}, the {x} one is the {a}',
  'a picture of two icons, the {b} in {y} and the {a} in {x}',
  'both are here, the {y} {b} and the {x} {a}',
  'the colour of the {b} is {y} and the {a} is drawn in {x}',
];

/**
 * A sentence of the same two coloured things in other words than the caption's.
 *
 * @param frame which way of saying it, any non-negative integer
 * @param use `training` or `questions`: their ways differ, and the words of the second are among those of the first
 *
 * @example
 * const pair = readPairCaption('A red bell above a blue cloud')!;
 * freeWording(pair, 1, 'training'); // 'red bell, blue cloud'
 */
export function freeWording(pair: ColourPair, frame: number, use: 'training' | 'questions'): string {
  checkPair('freeWording', pair);
  if (!Number.isSafeInteger(frame) || frame < 0) {
    throw misfit('freeWording', 'frame', 'a non-negative integer', frame);
  }
  if (use !== 'training' && use !== 'questions') {
    throw misfit('freeWording', 'use', "'training' or 'questions'", use);
  }
  const [first, second] = pair.things;
  const frames = use === 'training' ? FRAMES : ASKED;
  const parts = { a: first.thing, x: first.colour, b: second.thing, y: second.colour };
  return frames[frame % frames.length]!.replace(
    /\{([abxy])\}/g,
    (_, key: keyof typeof parts) => parts[key],
  ).replace(/\ba (?=[aeiou]|hour)/g, 'an ');
}

const THING = '[a-z]+(?: [a-z]+){0,3}?';
const COLOUR = COLOUR_NAMES.join('|');

/** Each way as what finds its parts, with `a` or `an` as it comes. */
const TRAINED = FRAMES.map((frame) => {
  const parts = frame
    .replace(/\ba (?=\{)/g, 'an? ')
    .replace(/\{([abxy])\}/g, (_, key: string) => `(?<${key}>${'ab'.includes(key) ? THING : COLOUR})`);
  return new RegExp(`^${parts}\\.?$`, 'i');
});

/**
 * Reads a sentence that {@link freeWording} made for training, also one that the miner has edited; `undefined` for every other text,
 * those made for questions among them. The joiner is `and`, since none says where the things are.
 *
 * @example
 * readFreeWording('a bell in blue and a cloud in red')?.things[0].colour; // 'blue'
 */
export function readFreeWording(text: string): ColourPair | undefined {
  if (typeof text !== 'string') throw misfit('readFreeWording', 'text', 'a text', text);
  for (const way of TRAINED) {
    const { a, x, b, y } = way.exec(text)?.groups ?? {};
    if (y === undefined) continue;
    const thing = (name: string, colour: string) => ({
      thing: name.toLowerCase(),
      colour: colour.toLowerCase() as PairColour,
    });
    return { things: [thing(a!, x!), thing(b!, y)], joiner: 'and' };
  }
  return undefined;
}
