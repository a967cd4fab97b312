import type {
  Conv2DAttrs,
  Conv2DBackpropFilterAttrs,
  Conv2DBackpropInputAttrs,
  NamedAttrMap,
  NamedTensorInfoMap,
  TensorInfo,
} from '@tensorflow/tfjs-core';
import type { Heap } from '../heap';
import { type ConvolutionInfo, convolutionOf, geometry } from './geometry';
import { allFloats, isBiasOf } from './tfjs-kernel';

/** Numbers that the patches of a block may take, and output positions that it has at least. */
const blockNumbers = 1 << 18;
const blockPositions = 384;
/** Numbers of a patch from which on this is faster than tfjs's conv2d: of fewer, the copy costs more than the product gains. */
const smallestPatch = 64;

/** tf.conv2d with the channels last: the patches, as rows, times the filter. */
export function conv2d(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
): TensorInfo | undefined {
  const { x, filter } = inputs as Record<'x' | 'filter', TensorInfo>;
  const { bias } = inputs;
  const attrs = attributes as unknown as Conv2DAttrs;
  if (attrs.dataFormat !== 'NHWC' || !allFloats(x, filter)) return undefined;
  const info = convolutionOf(x.shape, filter.shape, attrs, attrs.dilations);
  const [size, width] = [patchSize(info), info.outChannels];
  if (!isBiasOf(width, bias) || (size < smallestPatch && !leavesPixelsOut(info))) return undefined;
  const out = heap.output(info.outShape);
  const w = heap.address(filter);
  const b = bias === undefined ? 0 : heap.address(bias);
  forEachBlock(heap, info, heap.address(x), heap.address(out), (rows, patches, y) => {
    patches.cut();
    multiply(heap, [0, 0], [rows, width, size], [patches.address, w, y], { bias: b });
  });
  return out;
}

/** dW = patchesᵀ·dy, for inputs x and dy. */
export function conv2dBackpropFilter(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
): TensorInfo | undefined {
  const { x, dy } = inputs as Record<'x' | 'dy', TensorInfo>;
  const attrs = attributes as unknown as Conv2DBackpropFilterAttrs;
  if (attrs.dataFormat !== 'NHWC' || !allFloats(x, dy)) return undefined;
  const info = convolutionOf(x.shape, attrs.filterShape, attrs, 1);
  const gradient = heap.zeros(attrs.filterShape);
  addFilterGradient(heap, info, heap.address(x), heap.address(dy), heap.address(gradient));
  return gradient;
}

/** What a convolution's filter at `to` gets, given the addresses of its input and of dy. */
export function addFilterGradient(
  heap: Heap,
  info: ConvolutionInfo,
  x: number,
  dy: number,
  to: number,
): void {
  const [size, width] = [patchSize(info), info.outChannels];
  forEachBlock(heap, info, x, dy, (rows, patches, slope) => {
    patches.cut();
    multiply(heap, [1, 0], [size, width, rows], [patches.address, slope, to], { accumulate: true });
  });
}

/** dx = the patches dy·Wᵀ, each added where it was cut, for inputs dy and filter. tf.conv2dTranspose is the same. */
export function conv2dBackpropInput(
  heap: Heap,
  inputs: NamedTensorInfoMap,
  attributes: NamedAttrMap,
): TensorInfo | undefined {
  const { dy, filter } = inputs as Record<'dy' | 'filter', TensorInfo>;
  const attrs = attributes as unknown as Conv2DBackpropInputAttrs;
  if (attrs.dataFormat !== 'NHWC' || !allFloats(dy, filter)) return undefined;
  const info = convolutionOf(attrs.inputShape, filter.shape, attrs, 1);
  const gradient = heap.zeros(attrs.inputShape);
  addImageGradient(heap, info, heap.address(filter), heap.address(dy), heap.address(gradient));
  return gradient;
}

/** What a convolution's input at `to` gets, given the addresses of its filter and of dy. */
export function addImageGradient(heap: Heap, info: ConvolutionInfo, w: number, dy: number, to: number): void {
  const [size, width] = [patchSize(info), info.outChannels];
  forEachBlock(heap, info, to, dy, (rows, patches, slope) => {
    const accumulate = patches.address === to; // the patches are the image itself
    multiply(heap, [0, 1], [rows, size, width], [slope, w, patches.address], { accumulate });
    patches.addBack();
  });
}

const patchSize = (info: ConvolutionInfo) => info.filterHeight * info.filterWidth * info.inChannels;

interface Patches {
  /** Where they lie, row by row. */
  readonly address: number;
  cut(): void;
  addBack(): void;
}

/** Goes over the output's positions in blocks, so that the patches of a large image take a few megabytes. */
function forEachBlock(
  heap: Heap,
  info: ConvolutionInfo,
  image: number,
  out: number,
  use: (rows: number, patches: Patches, out: number) => void,
): void {
  const size = patchSize(info);
  const positions = info.batchSize * info.outHeight * info.outWidth;
  if (isPointwise(info)) {
    use(positions, { address: image, cut() {}, addBack() {} }, out);
    return;
  }
  const sizes = geometry(info);
  const block = Math.min(positions, Math.max(blockPositions, Math.floor(blockNumbers / size)));
  heap.withScratch(4 * block * size, (address) => {
    for (let first = 0; first < positions; first += block) {
      const rows = Math.min(block, positions - first);
      const move = (back: number) => heap.kernels.movePatches(back, first, rows, ...sizes, image, address);
      const patches = { address, cut: () => move(0), addBack: () => move(1) };
      use(rows, patches, out + 4 * first * info.outChannels);
    }
  });
}

/** Whether pixels between the windows are never read: tfjs's conv2d on wasm then computes nothing at all. */
function leavesPixelsOut({ filterHeight, filterWidth, strideHeight, strideWidth }: ConvolutionInfo): boolean {
  return strideHeight > filterHeight || strideWidth > filterWidth;
}

/** Whether the patches are the image's pixels as they lie, each once. */
function isPointwise({
  filterHeight,
  filterWidth,
  strideHeight,
  strideWidth,
  padInfo,
}: ConvolutionInfo): boolean {
  const { top, bottom, left, right } = padInfo;
  return (
    [filterHeight, filterWidth, strideHeight, strideWidth].every((size) => size === 1) &&
    top + bottom + left + right === 0
  );
}

/** c = op(a)·op(b) + bias of dense matrices, or that added to c. */
function multiply(
  heap: Heap,
  [transposeA, transposeB]: readonly [number, number],
  [m, n, k]: readonly [number, number, number],
  [a, b, c]: readonly [number, number, number],
  { bias = 0, accumulate = false } = {},
): void {
  const aRow = 4 * (transposeA === 1 ? m : k);
  const bRow = 4 * (transposeB === 1 ? k : n);
  const sizes = [transposeA, transposeB, m, n, k];
  heap.kernels.product(...sizes, a, aRow, b, bRow, c, 4 * n, bias, Number(accumulate), heap.work, 0);
}
