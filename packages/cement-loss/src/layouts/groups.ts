import { concat, reshape, type Tensor2D } from '@tensorflow/tfjs-core';
import type { GroupsOfBlock } from '../block';
import type { CheckedBatch } from '../read-batch';

/**
 * The groups of a block: of its rows of images, the batch's pairs `repeats` times below each other, and of the true
 * captions, which begin at column `start`.
 */
export function groupsOf({ groups }: CheckedBatch, start = 0, repeats = 1): GroupsOfBlock | undefined {
  if (!groups) return undefined;
  const column = reshape(groups, [groups.size, 1]) as Tensor2D;
  const columns = reshape(groups, [1, groups.size]) as Tensor2D;
  const rows = repeats === 1 ? column : (concat(Array(repeats).fill(column), 0) as Tensor2D);
  return { rows, columns, start };
}
