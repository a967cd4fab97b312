import { backend_util, type Conv2DAttrs } from '@tensorflow/tfjs-core';

type Info = ReturnType<typeof backend_util.computeConv2DInfo>;

/** What the kernels ask of tfjs's description of a convolution or a pooling; a slice of one in 3-D has it as well. */
export type ConvolutionInfo = Omit<Info, 'inShape' | 'outShape' | 'filterShape' | 'padInfo'> & {
  readonly padInfo: Pick<Info['padInfo'], 'top' | 'bottom' | 'left' | 'right'>;
};

type Attributes = Pick<Conv2DAttrs, 'strides' | 'pad' | 'dimRoundingMode'>;
type Shape4D = [number, number, number, number];

/** tfjs's description of a convolution of shapes whose ranks nobody has looked at. */
export function convolutionOf(
  shape: number[],
  filterShape: number[],
  { strides, pad, dimRoundingMode }: Attributes,
  dilations: Conv2DAttrs['dilations'] | 1,
  isDepthwise = false,
): Info {
  const shapes = [shape as Shape4D, filterShape as Shape4D] as const;
  return backend_util.computeConv2DInfo(...shapes, strides, dilations, pad, dimRoundingMode, isDepthwise);
}

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
