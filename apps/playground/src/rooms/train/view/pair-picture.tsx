import type { PairPlace } from '@slipform/icons';
import { type DrawPair, drawCaption, pairDrawer } from '../../../pairs/draw-pairs';
import type { PairData } from '../../../pairs/load-pairs';
import { pictureAddress } from '../../../pairs/picture-address';

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
  const address = known.get(key) ?? pictureAddress(drawCaption(draw, set, caption, place));
  known.set(key, address);
  return <img class="pair-picture" alt="" src={address} width={96} height={96} />;
}
