import { expect, test } from 'vitest';
import { createPlant } from '../plant';
import { refusalReasons } from '../rule';

const block = [{ caption: 'A red dog chases a cat on a sofa.' }, { caption: 'The idea of this is freedom.' }];

test('lists what was not done with a caption, the most concrete words first, and changes nothing by it', () => {
  const groups = createPlant().mineGroups(block, { refused: 30 });
  const refused = groups[0]!.refused!;
  expect(refused.length).toBe(30);
  const words = refused.map(({ keyword, start }) => block[0]!.caption.slice(start, start + keyword.length));
  expect(words).toEqual(refused.map(({ keyword }) => keyword));
  expect(refused[0]!.concreteness).toBe(Math.max(...refused.map(({ concreteness }) => concreteness)));
  for (const { reason, check, what, surprise } of refused) {
    if (reason === 'unlikely') expect(surprise).toBeGreaterThan(0);
    else
      expect([refusalReasons.includes(reason), typeof check, what?.endsWith('.')]).toEqual([
        true,
        'string',
        true,
      ]);
  }
  expect(refused.some(({ reason }) => reason === 'in-caption')).toBe(true);
  const plain = createPlant();
  expect(plain.mineGroups(block)).toEqual(groups.map(({ refused: _, ...group }) => group));
  expect(groups[1]).toMatchObject({ reason: 'no-site', refused: [] });
});

test('refuses a number that is none', () => {
  expect(() => createPlant().mineGroups(block, { refused: -1 })).toThrow(/refused must be/);
});

test('what a word excludes is asked of its place, whichever place of the word was asked first', () => {
  const captions = [
    'There are three birds over the sea.',
    'Three birds fly over the sea.',
    'A couple of birds fly over the sea.',
  ];
  const groups = createPlant({ slots: ['count'], sense: 'all' }).mineGroups(
    captions.map((caption) => ({ caption })),
    { refused: 200 },
  );
  const keptApart = groups.map(({ refused = [] }) =>
    refused.some(({ check, replacement }) => check === 'closed/not-excluded' && replacement === 'a lot of'),
  );
  // "There are a lot of birds" leaves open how many; "three" and "a lot of" exclude each other elsewhere.
  expect(keptApart.slice(0, 2)).toEqual([true, false]);
});
