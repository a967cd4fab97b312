/** Luminance of pixels of red, green and blue: Rec. 601, as Pillow's and sharp's greys. */
export function greyOf(rgb: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: rgb.length / 3 }, (_, at) =>
    Math.round(0.299 * rgb[3 * at]! + 0.587 * rgb[3 * at + 1]! + 0.114 * rgb[3 * at + 2]!),
  );
}
