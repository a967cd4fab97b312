import { describe, expect, test } from 'vitest';
import { type HardNegative, slots, usualOperations } from '../hard-negative';
import { balances, type PlantOptions, policies } from '../options';
import { createPlant } from '../plant';
import { minorsAmong } from './minor-words';
import { endangersMinor } from './protect-minors';
import { isSensitive } from './sensitive-topics';
import { wordsOf } from './words-of';

/** More is looked at than the usual sense lets pass. */
const sense = 0.19;

const adults = [
  'man',
  'woman',
  'lady',
  'guy',
  'gentleman',
  'husband',
  'wife',
  'bride',
  'mother',
  'father',
  'person',
  'pregnant woman',
  'surfer',
  'tennis player',
  'nurse',
  'figure',
  'grandmother',
  'adult',
  'soldier',
  'old man',
];
const contexts = [
  'A # waits.',
  'A # in a field.',
  'A # kissing a child.',
  'A # kissing a woman beside a child.',
  'Two #s drinking beer.',
  'A naked # on a bed.',
  'A # with a nipple piercing.',
  'A # brushes his teeth.',
  'A # and a small girl with a red ball.',
  'A # holds a baby near a blue car.',
  'THE # LOOKS AT A DOG.',
  'A # smoking while a boy is sitting on a bench.',
  'A # takes a picture of herself.',
  'A # in a red dress next to a boy in a blue shirt.',
  'Someone looks at a #.',
  'A # chasing a girl.',
  'A girl chasing a #.',
  'A tall # chasing a short woman.',
  'An old # and a young girl.',
  'A # and three children eat.',
  'A # with two dogs and three cats on a couch.',
];
const sentences = adults.flatMap((adult) => contexts.map((context) => context.replace('#', adult)));

/** What the rule forbids, looked for without its bookkeeping of places. */
function fault({ caption, negative, operation }: HardNegative): string | undefined {
  const minors = (text: string) =>
    minorsAmong(wordsOf(text)).filter(({ likelihood }) => likelihood !== 'young').length;
  if (minors(negative) > minors(caption)) return 'a minor came';
  if (minors(negative) === 0) return undefined;
  if (isSensitive(wordsOf(caption)) || isSensitive(wordsOf(negative))) return 'a minor in a sensitive text';
  if (operation === 'swap' && /\b(?:man|men|wom[ae]n|lady|guys?|gentleman|person|he|she)\b/i.test(caption))
    return 'a swap';
  return undefined;
}

function expectSafe(negatives: readonly HardNegative[]): void {
  const faults = negatives.flatMap((record) => {
    const found = fault(record);
    return found ? [`${found}: ${record.caption} → ${record.negative}`] : [];
  });
  expect(faults).toEqual([]);
}

const captions = sentences.map((caption, i) => ({ id: `${i}`, caption }));
const ways: readonly [string, PlantOptions][] = [
  ...policies.map((policy): [string, PlantOptions] => [`policy ${policy}`, { policy }]),
  ...balances.map((balance): [string, PlantOptions] => [`balance ${balance}`, { balance, perCaption: 4 }]),
  // A natural partner needs captions that have one.
  ...usualOperations
    .filter((operation) => operation !== 'natural')
    .map((operation): [string, PlantOptions] => [operation, { operations: [operation], perCaption: 8 }]),
  // These sentences alone show no relation that makes sense; the more is mined, the more is looked at.
  ...slots.map((slot): [string, PlantOptions] => [
    slot,
    { slots: [slot], perCaption: 8, maxGap: 4, sense: 1 },
  ]),
  ['no fit', { fit: null, perCaption: 8 }],
  [
    'a vocabulary of minors',
    {
      vocabulary:
        'child kid boy girl baby toddler infant teenager youth son man woman dog cat red blue'.split(' '),
      perCaption: 8,
    },
  ],
];

describe.each(ways)('no adult becomes a minor, nor comes near one: %s', (_name, options) => {
  // An exchange needs a block; sense needs a corpus, and an action more sentences of its sort than one.
  const needsBlock = options.operations?.includes('exchange') || options.fit === null;
  test.skipIf(needsBlock || options.slots?.includes('action'))('alone', () => {
    const plant = createPlant({ sense, ...options });
    const negatives = captions.flatMap(({ id, caption }) => plant.mine({ id, caption }));
    expect(negatives.length).toBeGreaterThan(0);
    expectSafe(negatives);
  });

  test('in a block', () => {
    const negatives = createPlant({ sense, ...options }).mineBlock(captions);
    expect(negatives.length).toBeGreaterThan(0);
    expectSafe(negatives);
  });
});

test.each([
  ['A man in a green field.', 'man', 'child'],
  ['A man in a green field.', 'man', 'teen-ager'],
  ['A man in a green field.', 'man', '5 year old'],
  ['A man in a green field.', 'A man', 'Little ones'],
  ['A dog in a green field.', 'dog', 'kid'],
  ['A woman with her son waits by a red car.', 'son', 'boy'],
  ['A man pats a girl beside a red car.', 'man pats a girl', 'girl pats a man'],
  ['A girl stands by a man near a red car.', 'stands by', 'sits on'],
  ['A 30 year old man.', '30', '5'],
  ['A shirtless old man beside a red car.', 'old', 'young'],
])('whatever a rewriter answers, %s keeps its grown-ups: %s → %s', async (caption, old, text) => {
  const answer = caption.replace(old, text);
  let asked = 0;
  const plant = createPlant({
    rewriter: async () => {
      asked += 1;
      return answer;
    },
  });
  const records: HardNegative[] = [];
  for await (const record of plant.mineAll([caption])) records.push(record);
  expect(asked).toBe(1);
  expect(records.map(({ negative }) => negative)).not.toContain(answer);
});

/** The rule by itself, for one change of a text. */
function refuses(caption: string, old: string, text: string, slot?: HardNegative['slot']): boolean {
  const start = caption.indexOf(old);
  const negative = caption.replace(old, text);
  return endangersMinor(
    {
      caption,
      negative,
      operation: 'replace',
      slot,
      keywords: [{ start, end: start + old.length }],
      replacements: [{ start, end: start + text.length }],
      texts: [text],
    },
    (word) => /^(?:m[ae]n|wom[ae]n|boys?|girls?|mother)$/.test(word),
  );
}

test.each([
  ['a boy and a girl on a bed', 'boy', 'man', 'object'],
  ['a child next to a woman', 'next to', 'on', 'relation'],
  ['a woman patting a girl', 'patting', 'riding', 'action'],
  ['a girl holding milk', 'milk', 'wine', 'object'],
  ['a kid in a field', 'kid', 'boy and a girl', 'object'],
  ['a 25 year old man', '25', '5', 'count'],
  ['a big one', 'big', 'little', 'attribute'],
  ['nude old woman', 'old', 'young', 'attribute'],
  ['a baby in her arms, breasts bare, by a cat', 'cat', 'dog', 'object'],
] as const)('refused: %s, %s → %s', (caption, old, text, slot) => {
  expect(refuses(caption, old, text, slot)).toBe(true);
});

test.each([
  ['a boy in a field', 'boy', 'girl', 'object'],
  ['a boy with his mother', 'boy', 'girl', 'object'],
  ['a naked child', 'child', 'woman', 'object'],
  ['a child with a dog', 'dog', 'cat', 'object'],
  ['a child on a bench', 'on', 'under', 'relation'],
  ['a child sitting on a bench', 'sitting', 'standing', 'action'],
  ['a naked man with a dog', 'dog', 'cat', 'object'],
  ['a man drinking beer with a puppy', 'puppy', 'kitten', 'object'],
  ['a 5 year old in a hat', '5', '6', 'count'],
  ['an old woman', 'old', 'young', 'attribute'],
] as const)('passes: %s, %s → %s', (caption, old, text, slot) => {
  expect(refuses(caption, old, text, slot)).toBe(false);
});

test('a boy still becomes a girl, and a dog a cow', () => {
  const plant = createPlant({ sense, slots: ['object'], perCaption: 20 });
  const of = (caption: string) => plant.mine(caption).map(({ negative }) => negative);
  expect(of('A boy with a dog.')).toContain('A boy with a cow.');
  const block = createPlant({ sense, slots: ['object'] }).mineBlock([
    { id: 'a', caption: 'A boy in a field.' },
    { id: 'b', caption: 'A girl in a field.' },
  ]);
  expect(block.map(({ operation, negative }) => [operation, negative])).toEqual([
    ['natural', 'A girl in a field.'],
    ['natural', 'A boy in a field.'],
  ]);
});

test('a refusal is counted', () => {
  const plant = createPlant({ sense, slots: ['object'] });
  expect(plant.mine('A shirtless boy in a field.').map(({ negative }) => negative)).not.toContain(
    'A shirtless girl in a field.',
  );
  expect(plant.stats().refusals.minor).toBeGreaterThan(0);
});
