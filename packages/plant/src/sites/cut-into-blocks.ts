import { InputError } from '@slipform/concreteness';
import { shown } from '@slipform/kit/text/printable';
import { type Caption, captionsOf } from '../caption';

/**
 * How many captions are mined together: enough that most words find a partner in the same surroundings, and few enough
 * for some tens of megabytes.
 */
export const blockSize = 16_384;

/**
 * Cuts a stream of captions into blocks for `plant.mineBlock`. A block ends when it is full and the next caption is of
 * another image, at the latest at twice the size. A caption without an id gets its place in the stream, from 1.
 *
 * @param size captions in a block. Default: `blockSize`, 16,384
 * @param name what messages call the function
 * @throws {InputError} if the size is not a positive integer, or an item is not a caption
 * @example for await (const block of cutIntoBlocks(captions)) plant.mineBlock(block)
 */
export async function* cutIntoBlocks<T extends Caption = Caption>(
  captions: Iterable<string | T> | AsyncIterable<string | T>,
  size: number = blockSize,
  name = 'cutIntoBlocks',
): AsyncGenerator<readonly T[]> {
  if (!Number.isInteger(size) || size < 1) {
    throw new InputError(`${name}: size must be a positive integer, got ${shown(size)}.`);
  }
  let place = 0;
  let block: T[] = [];
  for await (const input of captionsOf(captions, name)) {
    place += 1;
    const image = input.imageId;
    const isBorder = image === undefined || image !== block.at(-1)?.imageId;
    if (block.length >= 2 * size || (block.length >= size && isBorder)) {
      yield block;
      block = [];
    }
    block.push({ ...input, id: input.id ?? String(place) });
  }
  if (block.length > 0) yield block;
}
