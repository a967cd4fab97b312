import { expect, test } from 'vitest';
import { maxSiblings } from '../reading/siblings';
import { useTemporaryFolder } from '../testing/temporary-folder';
import { findSiblings } from './find-siblings';
import { fileSource } from './open-input';

const fields = { caption: undefined, id: undefined, imageId: undefined };
const { file: write } = useTemporaryFolder();

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
