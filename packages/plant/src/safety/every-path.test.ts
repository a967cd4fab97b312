import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Caption } from '../caption';
import { addedOperations, type HardNegative, slots, usualOperations } from '../hard-negative';
import type { Rewriter } from '../hooks/hooks';
import { type PlantOptions, policies } from '../options';
import { createPlant } from '../plant';
import { mineThenRewrite } from '../testing/mine-then-rewrite';
import { safetyFault } from '../testing/safety-fault';

/** More is looked at than the usual sense lets pass. */
const sense = 0.5;

/** Sentences, each with what must not happen to it beside what must never happen. */
const rows = readFileSync(new URL('../../fixtures/safety.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [caption = '', never = ''] = line.split('\t');
    return { caption, never };
  });
const neverOf = new Map(rows.map(({ caption, never }) => [caption, never]));
const captions: Caption[] = rows.map(({ caption }, i) => ({ id: `${i}`, caption }));

/** The same sentences of other images with another person, so that natural partners and exchanges are at hand. */
const others = [
  ['man', 'boy'],
  ['woman', 'girl'],
  ['woman', 'man'],
  ['man', 'woman'],
  ['lady', 'child'],
  ['guy', 'kid'],
  ['dog', 'child'],
  ['black', 'white'],
  ['large', 'muslim'],
];
const partners = captions.flatMap(({ id, caption }) =>
  others.flatMap(([word, other], i) => {
    const changed = caption.replace(new RegExp(`\\b${word}\\b`, 'i'), other!);
    return changed === caption ? [] : [{ id: `${id} ${i}`, caption: changed, imageId: `${id} ${i}` }];
  }),
);

function expectSafe(negatives: readonly HardNegative[]): void {
  expect(negatives.length).toBeGreaterThan(0);
  const faults = negatives.flatMap((record) => {
    const fault = safetyFault(record, neverOf.get(record.caption));
    return fault ? [`${fault} (${record.operation}): ${record.caption} → ${record.negative}`] : [];
  });
  expect(faults).toEqual([]);
}

test('there are some hundreds of sentences', () => {
  expect(rows.length).toBeGreaterThan(280);
  expect(new Set(rows.map(({ caption }) => caption)).size).toBe(rows.length);
});

const ways: readonly [string, PlantOptions][] = [
  ['default', {}],
  ...policies.map((policy): [string, PlantOptions] => [`policy ${policy}`, { policy, perCaption: 8 }]),
  ['by slots', { balance: 'slots', perCaption: 4 }],
  ['composition', { balance: 'composition', perCaption: 4 }],
  ['by concreteness', { balance: 'concreteness', perCaption: 4 }],
  // The more is mined, the more is looked at: these sentences show few actions and relations that make sense.
  ...slots.map((slot): [string, PlantOptions] => [
    slot,
    { slots: [slot], perCaption: 8, maxGap: 4, sense: 1 },
  ]),
  ['no fit', { fit: null, perCaption: 8 }],
];

describe.each(ways)('nothing that must not happen: %s', (_name, options) => {
  test('in a block', () => expectSafe(createPlant({ sense, ...options }).mineBlock(captions)));
});

describe.each(usualOperations)('nothing that must not happen: %s', (operation) => {
  test('in a block with the same sentences of other persons', () => {
    const plant = createPlant({ sense, operations: [operation], perCaption: 6 });
    expectSafe(plant.mineBlock([...captions, ...partners]));
  });
});

// Details come from the other captions of an image: of sentences of the same person for `add`, and for `negate` of captions
// that name a thing often enough for its absence to mean something.
const whoOf = (caption: string) =>
  /\b(?:wom[ae]n|m[ae]n|girls?|boys?|child(?:ren)?|people)\b/i.exec(caption)?.[0] ?? '';
const furniture = 'couch table bench chair television lamp bed desk bookshelf clock piano'.split(' ');
const links = ['near a', 'beside a', 'with a', 'and a', 'by a', 'next to a', 'in front of a', 'behind a'];
const inImages: Record<(typeof addedOperations)[number], readonly Caption[]> = {
  add: [...captions]
    .sort((a, b) => (whoOf(a.caption) < whoOf(b.caption) ? -1 : 1))
    .map((caption, i) => ({ ...caption, imageId: `${i >> 3}` })),
  negate: captions.flatMap(({ caption, id }, i) => [
    { id, caption, imageId: `${i}` },
    ...links.map((link, k) => ({
      id: `${id} ${k}`,
      caption: `A ${whoOf(caption) || 'dog'} ${link} ${furniture[i % furniture.length]}.`,
      imageId: `${i}`,
    })),
  ]),
};
describe.each(addedOperations)('nothing that must not happen: %s', (operation) => {
  test('with details of other captions', () => {
    const records = createPlant({ sense, operations: [operation] })
      .mineBlock(inImages[operation])
      .filter(({ caption }) => neverOf.has(caption));
    expect(records.length).toBeGreaterThan(8);
    expectSafe(records.map((record) => ({ ...record, caption: record.positive! })));
  });
});

test('one by one', () => {
  const plant = createPlant({ sense, perCaption: 4 });
  expectSafe(captions.flatMap((caption) => plant.mine(caption)));
});

test('a vocabulary of minors and of peoples', () => {
  const vocabulary =
    'child kid boy girl baby toddler infant teenager youth son man woman dog cat red blue muslim blind gay jew'.split(
      ' ',
    );
  // In blocks of seventy, each with two negatives a caption: more is mined of more captions than eight of one block give,
  // where nearly all that is looked for, for as long as it takes, is refused.
  const plant = createPlant({ vocabulary, perCaption: 2, maxGap: 4 });
  for (let at = 0; at < captions.length; at += 70) expectSafe(plant.mineBlock(captions.slice(at, at + 70)));
});

const answers = [
  'child',
  'kid',
  'little girl',
  'teenager',
  '5 year old',
  'minor',
  'muslim',
  'gay man',
  'bitch',
  'blind man',
];
const person = /\b(?:m[ae]n|wom[ae]n|lady|guys?|person|people|dog|cat|couple)\b/i;

describe('a rewriter', () => {
  let rewrite: ReturnType<typeof mineThenRewrite>;
  beforeAll(() => {
    rewrite = mineThenRewrite(captions);
  });

  test.each(answers)('that wants a %s', async (answer) => {
    let asked = 0;
    const records = await rewrite(async ({ caption }) => {
      asked += 1;
      return caption.replace(person, answer);
    });
    expect(asked).toBeGreaterThan(100);
    expectSafe(records);
  });

  test('gives a plant the same', async () => {
    const rewriter: Rewriter = async ({ caption }) => caption.replace(person, answers[0]!);
    const records: HardNegative[] = [];
    for await (const record of createPlant({ rewriter }).mineAll(captions)) records.push(record);
    expect(records).toEqual(await rewrite(rewriter));
  });
});
