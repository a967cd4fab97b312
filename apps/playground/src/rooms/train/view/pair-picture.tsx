import type { PairPlace } from '@slipform/icons';
import { type DrawPair, drawCaption, pairDrawer } from '../../../pairs/draw-pairs';
import type { PairData } from '../../../pairs/load-pairs';

const drawers = new WeakMap<PairData, DrawPair>();
const addresses = new WeakMap<PairData, Map<string, string>>();

export interface PairPictureProps {
  readonly data: PairData;
  readonly set: number;
  readonly caption: string;
  readonly place: PairPlace;
}

/** The picture of a caption as the model sees it. What it shows is said by the caption beside it. */
export function PairPicture({ data, set, caption, place }: PairPictureProps) {
  const known = addresses.get(data) ?? new Map<string, string>();
  addresses.set(data, known);
  const draw = drawers.get(data) ?? pairDrawer(data);
  drawers.set(data, draw);
  const key = `${set} ${place} ${caption}`;
  const address = known.get(key) ?? addressOf(drawCaption(draw, set, caption, place), 2 * data.table.size);
  known.set(key, address);
  return <img class="pair-picture" alt="" src={address} width={96} height={96} />;
}

/** A picture in red, green and blue as an address that an image can show. */
export function addressOf(rgb: Uint8Array, edge: number): string {
  const canvas = document.createElement('canvas');
  canvas.width = edge;
  canvas.height = edge;
  const image = new ImageData(edge, edge);
  image.data.fill(255);
  for (let at = 0; at < edge * edge; at++) image.data.set(rgb.subarray(3 * at, 3 * at + 3), 4 * at);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas.toDataURL();
}
