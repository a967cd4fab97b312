import { expect, test } from 'vitest';
import { createPlant } from '../plant';

const plant = createPlant({ slots: ['object'], sense: 4, perCaption: 8 });

/** Whether a caption gets a negative among others. */
test.each([
  ['A boy with his dog on a beach.', 'A girl with her dog on a beach.', true],
  ['A woman looks at the dog behind her.', 'A man looks at the dog behind him.', true],
  // Two pronouns, two persons, and a pronoun that comes first.
  ['A boy with his dog eats his lunch.', 'A girl with her dog eats her lunch.', false],
  ['A boy with his dog and a man.', 'A girl with her dog and a man.', false],
  ['With his dog a boy is on a beach.', 'With her dog a girl is on a beach.', false],
] as const)('%s → %s: %s', (caption, negative, isMade) => {
  const found = plant.mine(caption).map((record) => record.negative);
  expect(found.includes(negative)).toBe(isMade);
});

test('nothing says one sex and then the other', () => {
  const captions = ['A boy with his dog on a beach.', 'With her dog a woman is on a beach.'];
  for (const { negative } of captions.flatMap((caption) => plant.mine(caption))) {
    expect(negative).not.toMatch(/(?:girl|woman).*\bhis\b|(?:boy|\bman).*\bher\b|her.*\bman|his.*woman/);
  }
});

test('the record has the person and the pronoun, each where it stands', () => {
  const record = plant
    .mine('A boy with his dog on a beach.')
    .find(({ replacement }) => replacement.text === 'girl');
  expect(record).toMatchObject({
    keyword: { text: 'boy', start: 2 },
    replacement: { text: 'girl', start: 2 },
    keyword2: { text: 'his', start: 11 },
    replacement2: { text: 'her', start: 12 },
  });
});
