import { cementLoss, infoNceLoss, noMargin, staticMargin } from '@slipform/cement-loss';
import { type Scalar, tensor2d } from '@tensorflow/tfjs-core';

const embeddings = tensor2d([[1, 0]]);
const batch = { images: embeddings, captions: embeddings, hardCaptions: embeddings, concreteness: [4] };
const loss: Scalar = cementLoss(batch, {
  margin: staticMargin({ value: 1, unit: 'logit' }),
  layout: 'captions',
});
const plain: Scalar = cementLoss(batch, { margin: noMargin(), normalize: false });
export const losses: Scalar[] = [loss, plain, infoNceLoss(batch)];
