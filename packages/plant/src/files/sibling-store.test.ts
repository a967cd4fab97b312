import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxSiblings } from '../reading/siblings';
import { createSiblingStore } from './sibling-store';

test('captions come back by image, in their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat({ max: 40 }).map(String), fc.string({ unit: 'grapheme' })), {
        maxLength: 300,
      }),
      (entries) => {
        const store = createSiblingStore();
        const expected = new Map<string, string[]>();
        for (const [image, caption] of entries) {
          store.add(image, caption);
          expected.set(image, [...(expected.get(image) ?? []), caption]);
        }
        for (const [image, captions] of expected) expect(store.captionsOf(image)).toEqual(captions);
        expect(store.captionsOf('none')).toEqual([]);
      },
    ),
  );
});

test('many images, and texts beyond a chunk', () => {
  const store = createSiblingStore();
  for (let i = 0; i < 20_000; i += 1) store.add(`image ${i}`, `caption ${i}`);
  store.add('long', 'x'.repeat(5_000_000));
  store.add('image 7', 'again');
  expect(store.captionsOf('image 7')).toEqual(['caption 7', 'again']);
  expect(store.captionsOf('image 19999')).toEqual(['caption 19999']);
  expect(store.captionsOf('long')[0]).toHaveLength(5_000_000);
});

test('of an image with a crowd of captions the first ones are kept, in one list for all who ask', () => {
  const store = createSiblingStore();
  for (let i = 0; i < 3 * maxSiblings; i += 1) store.add('crowd', `caption ${i}`);
  store.add('other', 'a dog');
  const captions = store.captionsOf('crowd');
  expect(captions).toHaveLength(maxSiblings);
  expect(captions.at(-1)).toBe(`caption ${maxSiblings - 1}`);
  expect(store.captionsOf('other')).toEqual(['a dog']);
  expect(store.captionsOf('crowd')).toBe(captions);
});
