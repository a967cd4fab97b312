import { expect, it } from 'vitest';
import { byteError, pictures } from '../testing/picture-fixtures';
import { readImage } from './decode-image';

const file = (name: string) => new URL(`../../fixtures/pictures/${name}`, import.meta.url).href;

it.each(pictures)('reads %s as Pillow does', async (name, expected) => {
  // Exact but for alpha, with which a canvas premultiplies.
  expect(byteError(await readImage(file(name), 16), expected)).toBeLessThanOrEqual(1);
});

it('takes Blobs and bytes, and names what is broken', async () => {
  const [name, expected] = pictures[0]!;
  const blob = await (await fetch(file(name))).blob();
  expect(byteError(await readImage(blob, 16), expected)).toBeLessThanOrEqual(1);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  expect(byteError(await readImage(bytes, 16), expected)).toBeLessThanOrEqual(1);
  await expect(readImage(bytes.subarray(0, 20), 16, { name: 'half.png' })).rejects.toThrow(
    /^half.png could not be read: .+\.$/,
  );
  await expect(readImage(new URL('missing.png', import.meta.url).href, 16)).rejects.toThrow(
    /could not be read/,
  );
});
