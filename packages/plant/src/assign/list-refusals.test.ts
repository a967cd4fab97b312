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
