import { expect, test } from 'vitest';
import { cutIntoBlocks } from './cut-into-blocks';

async function cut(captions: Parameters<typeof cutIntoBlocks>[0], size?: number) {
  const blocks = [];
  for await (const block of cutIntoBlocks(captions, size)) blocks.push(block);
  return blocks;
}

test('captions without an id get their place in the stream', async () => {
  const blocks = await cut(['a', { caption: 'b', id: 'x' }, 'c'], 2);
  expect(blocks.map((block) => block.map(({ id }) => id))).toEqual([['1', 'x'], ['3']]);
});

test('a block ends between images, and at twice its size at the latest', async () => {
  const of = (images: string) => [...images].map((imageId) => ({ caption: 'a', imageId }));
  const sizes = async (images: string) => (await cut(of(images), 2)).map((block) => block.length);
  expect(await sizes('112233')).toEqual([2, 2, 2]);
  expect(await sizes('111223')).toEqual([3, 2, 1]);
  expect(await sizes('11111112')).toEqual([4, 3, 1]);
});

test('a size that is no positive integer is refused', async () => {
  await expect(cut(['a'], 0)).rejects.toThrow('cutIntoBlocks: size must be a positive integer, got 0.');
});
