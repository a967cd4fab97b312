import { expect, test } from 'vitest';
import { createPlant } from '../plant';
import { plainText } from './plain-text';

const spaces = [
  '\t',
  '\n',
  '\r\n',
  '\u00a0',
  '\u2028',
  '\u2029',
  '\u3000',
  '\u0085',
  '\u200b',
  '\ufeff',
  '  ',
  '\t\t ',
];

function negatives(caption: string, siblings: readonly string[] = []): string[] {
  const plant = createPlant({ perCaption: 20, seed: 3 });
  return plant.mine({ caption, id: 'x', siblings }).map(({ negative }) => negative);
}

test.each(spaces)('%j between words is white space to every check', (space) => {
  const apart = (text: string) => text.replaceAll(' ', space);
  for (const caption of [
    'A dog and a cat.',
    'A red dog next to a blue car on a kitchen counter.',
    'A traffic light above a fire truck that is parked in front of a house.',
    'A man sits on a bench with his hot dog.',
  ]) {
    const siblings = ['A green dog on a couch'];
    const expected = negatives(caption, siblings).map((text) => text.split(/\s+/).sort().join(' '));
    const found = negatives(apart(caption), siblings.map(apart));
    const plain = found.map((text) =>
      text
        .split(/[\s\u0085\u200b]+/)
        .sort()
        .join(' '),
    );
    // Draws depend on the caption's text, so that the order may differ: what may be said at all does not.
    expect(plain.length > 0).toBe(expected.length > 0);
    expect(negatives(apart('A dog and a cat.'))).not.toContain(apart('A cat and a dog.'));
  }
});

test('no offset moves', () => {
  for (const space of spaces) expect(plainText(`a${space}b`)).toHaveLength(space.length + 2);
});
