import { mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { useFolder } from '@slipform/kit/testing/temporary-folder';
import { expect, test } from 'vitest';
import { classFolders } from './class-folders';

const { path } = useFolder();

test('a folder of folders asks for the class of each picture, by the folder’s name', () => {
  for (const name of ['sets/great_dane', 'sets/beagle', 'sets/empty'])
    mkdirSync(path(name), { recursive: true });
  for (const name of ['great_dane/1.jpg', 'beagle/1.png', 'beagle/2.JPEG', 'beagle/notes.txt', 'LICENSE'])
    writeFileSync(path(`sets/${name}`), '');
  const { questions, chance } = classFolders(path('sets'));
  expect(chance).toBe(1 / 2);
  expect(
    questions.map(({ right: [pairing] }) => {
      const { image, text } = pairing as { image: string; text: readonly string[] };
      return [basename(image), text];
    }),
  ).toEqual([
    ['1.png', ['a photo of a beagle.']],
    ['2.JPEG', ['a photo of a beagle.']],
    ['1.jpg', ['a photo of a great dane.']],
  ]);
});

test.each(['nowhere', 'sets/beagle', 'sets/LICENSE'])('%s is refused', (name) => {
  expect(() => classFolders(path(name))).toThrow(
    `zero-shot: ${path(name)} must be a folder of folders of pictures, one for each of at least two classes.`,
  );
});
