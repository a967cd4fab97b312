import { wordReader } from '@slipform/kit/options/add-options';
import { expect, test } from 'vitest';
import { fieldNames, fieldsText, namedFields } from './named-fields';

const read = wordReader(namedFields);

test.each([
  ['caption=title', { caption: 'title' }],
  ['image=photo,caption=a, b=c,id=key', { image: 'photo', caption: 'a, b=c', id: 'key' }],
])('%s', (word, fields) => {
  expect(read(word)).toEqual(fields);
});

test('is written back in one order', () => {
  expect(fieldsText(read('image=photo,caption=a'))).toBe('caption=a,image=photo');
  expect(fieldsText()).toBe('');
  expect(fieldNames(read('image=photo'))).toEqual({ imageId: 'photo' });
});

test.each(['', 'title', 'caption=', 'text=a', 'id=a,id=b', 'caption=a,id='])('%j is refused', (word) => {
  expect(() => read(word)).toThrow('It must be what is named of caption=NAME, id=NAME and image=NAME');
});
