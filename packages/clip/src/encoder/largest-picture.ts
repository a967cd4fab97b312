/** Pixels of the largest picture that is decoded: where Pillow too takes a file for a bomb. */
export const largestPicture = 178_956_970;
