import type { backend_util } from '@tensorflow/tfjs-core';

export type ConvolutionInfo = ReturnType<typeof backend_util.computeConv2DInfo>;

/** Sizes of a convolution or a pooling, in the order in which the functions of assembly/ take them. */
export function geometry(info: ConvolutionInfo): readonly number[] {
  return [
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outHeight,
    info.outWidth,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.dilationHeight,
    info.dilationWidth,
    info.padInfo.top,
    info.padInfo.left,
  ];
}
