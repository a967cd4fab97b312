import { add, concat, mul, reshape, type Tensor2D } from '@tensorflow/tfjs-core';
import { groupMask, indices, MASKED, maskOf, onesAt } from '../mask';
import { captionsLayout } from './captions';
import type { Layout } from './layout';

/**
 * TripletCLIP's batch, where images are changed too: the captions loss of (images, captions, hardCaptions) plus
 * the captions loss of (hardImages, hardCaptions, captions) over the pairs that have a hard negative.
 */
export const tripletLayout: Layout = (batch, margins) => {
  const { rows, valid, groups } = batch;
  const present = valid && (reshape(valid, [1, rows]) as Tensor2D);
  const twice = (row: Tensor2D): Tensor2D => concat([row, row], 1) as Tensor2D;
  const self = mul<Tensor2D>(onesAt(indices(rows), rows), MASKED);
  const textMask = present ? add<Tensor2D>(self, maskOf(present)) : self;
  // Here the hard captions are the true ones' place and stay; true captions of one's group leave the hard half.
  const hardHalf = groups ? groupMask(groups) : mul<Tensor2D>(self, 0);
  const imageMask = concat([self, hardHalf], 1) as Tensor2D;
  const own = onesAt(indices(rows, rows), rows * 2);
  return [
    ...captionsLayout(batch, margins),
    {
      imageParts: ['hardImages'],
      textParts: ['hardCaptions', 'captions'],
      imageMask: present ? add(imageMask, twice(maskOf(present))) : imageMask,
      textMask,
      imageOwn: present ? mul(own, twice(present)) : own,
      ...(margins && { columnMargins: twice(reshape(margins, [1, rows]) as Tensor2D) }),
      ...(valid && { present: reshape(valid, [rows, 1]) }),
    },
  ];
};
