import { add, concat, mul, ones, reshape, type Tensor2D, zeros } from '@tensorflow/tfjs-core';
import { groupMask, indices, MASKED, maskOf, onesAt } from '../mask';
import type { Layout } from './layout';

/**
 * The union batch of 2N pairs, true ones first and then their edited partners: symmetric InfoNCE over
 * 2N × 2N logits, where each pair's partner is its own hard negative in both directions. A missing hard negative
 * has no row and no column.
 */
export const pairedLayout: Layout = (batch, margins) => {
  const { rows, valid, groups } = batch;
  const beside = (left: Tensor2D, right: Tensor2D): Tensor2D => concat([left, right], 1) as Tensor2D;
  const below = (top: Tensor2D, bottom: Tensor2D): Tensor2D => concat([top, bottom], 0) as Tensor2D;
  const present = valid && beside(ones([1, rows]), reshape(valid, [1, rows]) as Tensor2D);
  const self = mul<Tensor2D>(onesAt(indices(rows * 2), rows * 2), MASKED);
  const mask = present ? add<Tensor2D>(self, maskOf(present)) : self;
  const partner = onesAt([...indices(rows, rows), ...indices(rows)], rows * 2);
  const own = present ? mul<Tensor2D>(partner, present) : partner;

  let imageMask = mask;
  let textMask = mask;
  if (groups) {
    // Only true captions leave, from rows of original and of edited images alike.
    const group = groupMask(groups);
    const none = zeros([rows, rows]) as Tensor2D;
    imageMask = add(mask, below(beside(group, none), beside(group, none)));
    textMask = add(mask, below(beside(group, group), beside(none, none)));
  }
  const row = margins && (reshape(margins, [1, rows]) as Tensor2D);
  return [
    {
      imageParts: ['images', 'hardImages'],
      textParts: ['captions', 'hardCaptions'],
      imageMask,
      textMask,
      imageOwn: own,
      textOwn: own,
      ...(row && { columnMargins: beside(row, row) }),
      ...(present && { present: reshape(present, [rows * 2, 1]) }),
    },
  ];
};
