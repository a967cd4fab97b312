/** Pixels of the largest picture that is decoded: where Pillow too takes a file for a bomb. */
export const largestPicture = 178_956_970;

/**
 * The longest side of a picture that is decoded: a JPEG's. Decoders hold whole rows, many at a time, so that a very wide
 * picture takes twice the memory of a square one of as many pixels.
 */
const largestSide = 65_535;

/** Throws where a picture of this size is not decoded, in words that follow "could not be read: ". */
export function refuseLarge(width: number, height: number): void {
  if (Math.max(width, height) <= largestSide && width * height <= largestPicture) return;
  throw new Error(
    `it has ${width} × ${height} pixels, more than ${largestPicture} or than ${largestSide} in a side`,
  );
}
