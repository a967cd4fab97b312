import type { TrainingData } from '../worker/messages';

const addresses = new WeakMap<Uint8Array, Map<number, string>>();

/** An icon as the model sees it, in the colour of the text around it. What it shows is said by the text beside it. */
export function GreyPicture({ data, icon }: { readonly data: TrainingData; readonly icon: number }) {
  return (
    <span class="grey-picture" aria-hidden="true" style={{ maskImage: `url(${addressOf(data, icon)})` }} />
  );
}

function addressOf({ table: { size }, greys }: TrainingData, icon: number): string {
  const known = addresses.get(greys) ?? new Map<number, string>();
  addresses.set(greys, known);
  const address = known.get(icon) ?? draw(greys.subarray(icon * size ** 2, (icon + 1) * size ** 2), size);
  known.set(icon, address);
  return address;
}

function draw(greys: Uint8Array, size: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const image = new ImageData(size, size);
  for (const [at, grey] of greys.entries()) image.data[4 * at + 3] = 255 - grey;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas.toDataURL();
}
