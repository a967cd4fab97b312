// Kernels under the names that tfjs knows: what its wasm backend lacks, has wrong or has slow.
import {
  _FusedMatMul,
  AvgPoolGrad,
  Conv2D,
  Conv2DBackpropFilter,
  Conv2DBackpropInput,
  Conv3DBackpropFilterV2,
  Conv3DBackpropInputV2,
  DepthwiseConv2dNativeBackpropFilter,
  DepthwiseConv2dNativeBackpropInput,
  FusedConv2D,
  MaxPoolGrad,
  Mean,
  OneHot,
  Sum,
  Tile,
  UnsortedSegmentSum,
} from '@tensorflow/tfjs-core';
import { fusedConv2d, fusedMatMul } from './activated';
import { conv2d, conv2dBackpropFilter, conv2dBackpropInput } from './convolution';
import { conv3dBackpropFilter, conv3dBackpropInput } from './convolution-3d';
import { depthwiseBackpropFilter, depthwiseBackpropInput } from './depthwise-convolution';
import { oneHot } from './one-hot';
import { averagePoolGradient, maxPoolGradient } from './pooling';
import { mean, sum } from './reductions';
import type { TfjsKernel } from './tfjs-kernel';
import { tile } from './tile';
import { unsortedSegmentSum } from './unsorted-segment-sum';

export const tfjsKernels: Readonly<Record<string, TfjsKernel>> = {
  [_FusedMatMul]: fusedMatMul,
  [AvgPoolGrad]: averagePoolGradient,
  [Conv2D]: conv2d,
  [Conv2DBackpropFilter]: conv2dBackpropFilter,
  [Conv2DBackpropInput]: conv2dBackpropInput,
  [Conv3DBackpropFilterV2]: conv3dBackpropFilter,
  [Conv3DBackpropInputV2]: conv3dBackpropInput,
  [DepthwiseConv2dNativeBackpropFilter]: depthwiseBackpropFilter,
  [DepthwiseConv2dNativeBackpropInput]: depthwiseBackpropInput,
  [FusedConv2D]: fusedConv2d,
  [MaxPoolGrad]: maxPoolGradient,
  [Mean]: mean,
  [OneHot]: oneHot,
  [Sum]: sum,
  [Tile]: tile,
  [UnsortedSegmentSum]: unsortedSegmentSum,
};
