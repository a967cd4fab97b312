import { type Augment, mayFlip } from './augment';
import type { WantedImage } from './decode-images';
import type { ImagePlace } from './example';
import type { PlannedRow } from './plan-batches';

/**
 * An image of a row as it is asked for: with augmentation, in the view of the row. An image and the image of its hard
 * caption share one view (of the same size: the same part; mirrored both or neither), so that a pair differs in what its
 * captions say.
 */
export function wantedImage(row: PlannedRow, image: ImagePlace, augment: Augment | undefined): WantedImage {
  if (augment === undefined) return image;
  const texts = [row.caption.text, ...row.negatives.map(({ text }) => text)];
  return { ...image, view: { seed: row.viewSeed, mayFlip: mayFlip(augment, texts) } };
}
