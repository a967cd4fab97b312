import { expect, test } from 'vitest';
import { captionObjects } from './caption-join';

test('Karpathy: a flat object for each sentence, with its file and its split', () => {
  const image = {
    filepath: 'val2014',
    filename: 'a.jpg',
    cocoid: 9,
    split: 'restval',
    sentences: [{ raw: 'A dog.', sentid: 4 }, { raw: 'A cat.' }],
  };
  const common = { image_id: '9', filepath: 'val2014/a.jpg', split: 'restval' };
  expect(captionObjects(image, 3)).toEqual([
    { id: '4', value: { id: '4', caption: 'A dog.', ...common } },
    { id: '9-2', value: { id: '9-2', caption: 'A cat.', ...common } },
  ]);
  expect(captionObjects({ sentences: [{ raw: 'x' }] }, 3)[0]!.value).toMatchObject({
    id: '3-1',
    image_id: '3',
  });
});

test('BLIP: an object for each caption, with ids of their own and one image', () => {
  expect(captionObjects({ image: 'a.jpg', caption: ['x', 'y'] }, 2)).toEqual([
    { id: '2-1', value: { id: '2-1', image: 'a.jpg', image_id: 'a.jpg', caption: 'x' } },
    { id: '2-2', value: { id: '2-2', image: 'a.jpg', image_id: 'a.jpg', caption: 'y' } },
  ]);
});

test('COCO and others: the object as it is', () => {
  const annotation = { id: 7, image_id: 1, caption: 'A dog.' };
  expect(captionObjects(annotation, 2)).toEqual([{ id: '2', value: annotation }]);
});

test.each<[unknown, string]>([
  [null, 'is no JSON object'],
  [[1], 'is no JSON object'],
  [{ sentences: [{ raw: 1 }] }, 'has a sentence (1) without a "raw" that is a text'],
  [{ sentences: ['x'] }, 'has a sentence (1) without a "raw" that is a text'],
  [{ sentences: [] }, 'has an empty list of captions'],
  [{ image: 'a.jpg', caption: [] }, 'has an empty list of captions'],
])('%j: %s', (value, message) => {
  expect(() => captionObjects(value, 1)).toThrow(message);
});
