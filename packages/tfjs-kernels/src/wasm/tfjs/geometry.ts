import type { backend_util } from '@tensorflow/tfjs-core';

type Info = ReturnType<typeof backend_util.computeConv2DInfo>;

/** What the kernels ask of tfjs's description of a convolution or a pooling; a slice of one in 3-D has it as well. */
export type ConvolutionInfo = Omit<Info, 'inShape' | 'outShape' | 'filterShape' | 'padInfo'> & {
  readonly padInfo: Pick<Info['padInfo'], 'top' | 'bottom' | 'left' | 'right'>;
};

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
