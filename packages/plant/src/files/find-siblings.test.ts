import { useFolder } from '@slipform/kit/testing/temporary-folder';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxSiblings } from '../reading/siblings';
import { createSiblingStore, findSiblings } from './find-siblings';
import { fileSource } from './open-input';

const fields = { caption: undefined, id: undefined, imageId: undefined };
const { file: write } = useFolder();

async function warnings(name: string, images: readonly string[]): Promise<string[]> {
  const rows = images.map((image, i) => `${image}\tcaption ${i}`);
  const file = write(name, ['image_id\tcaption', ...rows, ''].join('\n'));
  const told: string[] = [];
  await findSiblings(fileSource(file), 'tsv', fields, (message) => told.push(message));
  return told;
}

const many = 2 * maxSiblings;

test('an image with a crowd of captions is named once, whether they follow each other or not', async () => {
  const crowd = new Array<string>(many).fill('x');
  const expected = `image "x" has ${many} captions, of which ${maxSiblings} are compared with the others; is that column the image?`;
  expect(await warnings('together.tsv', [...crowd, 'y'])).toEqual([expected]);
  expect(
    await warnings(
      'apart.tsv',
      crowd.flatMap((image, i) => [image, `y${i}`]),
    ),
  ).toEqual([expected]);
});

test('five captions an image are nothing to speak of', async () => {
  const images = Array.from({ length: 3000 }, (_, i) => `${i % 600}`);
  expect(await warnings('five.tsv', images)).toEqual([]);
  expect(await warnings('sorted.tsv', [...images].sort())).toEqual([]);
});

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
