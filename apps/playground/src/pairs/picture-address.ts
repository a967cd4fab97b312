/** A square picture in red, green and blue as an address that an image can show. */
export function pictureAddress(rgb: Uint8Array): string {
  const edge = Math.sqrt(rgb.length / 3);
  const canvas = document.createElement('canvas');
  canvas.width = edge;
  canvas.height = edge;
  const image = new ImageData(edge, edge);
  image.data.fill(255);
  for (let at = 0; at < edge * edge; at++) image.data.set(rgb.subarray(3 * at, 3 * at + 3), 4 * at);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas.toDataURL();
}
