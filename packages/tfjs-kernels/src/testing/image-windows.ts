import * as fc from 'fast-check';

/** A size up to `max`. */
export const size = (max: number, min = 1) => fc.integer({ min, max });
const pair = (max: number) => fc.tuple(size(max), size(max));
/** How often a property is tried: each time also on cpu, which is slow. */
export const runs = { numRuns: 40 };

/**
 * Sizes of images, of a window that fits, strides, and a padding. For a number as padding, tfjs takes the window and
 * the strides for square, and its own kernels write beyond the result where they are not.
 */
export const windows = fc
  .record({
    batch: size(3),
    image: fc.tuple(size(9, 3), size(9, 3)),
    channels: size(9),
    window: pair(3),
    strides: pair(3),
    pad: fc.constantFrom<'same' | 'valid' | number>('same', 'valid', 1),
  })
  .filter(
    ({ window, strides, pad }) =>
      pad !== 1 || (window[0] > 1 && window[0] === window[1] && strides[0] === strides[1]),
  );
