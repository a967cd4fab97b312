import { add, concat, mul, pad, reshape, type Tensor2D, transpose, zeros } from '@tensorflow/tfjs-core';
import { groupMask, indices, MASKED, maskOf, onesAt } from '../mask';
import type { Layout } from './layout';

/**
 * NegCLIP's batch, where only captions are changed: rows of images see all captions and all hard captions, rows
 * of captions see the images only. Without hard captions it is CLIP's own batch.
 */
export const captionsLayout: Layout = (batch, margins) => {
  const { rows, hardPerRow } = batch;
  const hard = rows * hardPerRow;
  const self = mul<Tensor2D>(onesAt(indices(rows), rows), MASKED);
  const textMask = batch.groups ? add<Tensor2D>(self, groupMask(batch.groups)) : self;
  if (hard === 0) return [{ imageParts: ['images'], textParts: ['captions'], imageMask: textMask, textMask }];

  const behindCaptions = (row: Tensor2D): Tensor2D => concat([zeros([1, rows]), row], 1) as Tensor2D;
  const inColumns = (x: Tensor2D): Tensor2D => reshape(x, [1, hard]);
  const wide = pad(textMask, [
    [0, 0],
    [0, hard],
  ]);
  return [
    {
      imageParts: ['images'],
      textParts: ['captions', 'hardCaptions'],
      imageMask: batch.valid ? add(wide, behindCaptions(inColumns(maskOf(batch.valid)))) : wide,
      textMask,
      imageOwn: ownColumns(rows, hardPerRow, batch.valid && behindCaptions(inColumns(batch.valid))),
      ...(margins && { columnMargins: behindCaptions(inColumns(margins)) }),
    },
  ];
};

/** `[N, N + N·K]`, 1 where the column is one of the row's own hard captions that are there. */
function ownColumns(rows: number, hardPerRow: number, present: Tensor2D | undefined): Tensor2D {
  let own = onesAt(indices(rows, rows), rows * 2);
  if (hardPerRow > 1) {
    const owners = indices(rows * hardPerRow).map((column) => Math.floor(column / hardPerRow));
    own = pad(transpose(onesAt(owners, rows)), [
      [0, 0],
      [rows, 0],
    ]);
  }
  return present ? mul(own, present) : own;
}
