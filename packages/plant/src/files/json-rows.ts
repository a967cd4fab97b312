import type { HardNegative } from '../hard-negative';
import { jsonKept } from './kept';
import type { MinedCaption } from './record-format';

/** The rows of a caption: its records with the columns that are kept, or one row without a negative, with the reason. */
export function jsonRows({ caption, negatives, reason }: MinedCaption): readonly Partial<HardNegative>[] {
  const { id, imageId, filepath } = caption;
  const alone = {
    id,
    caption: caption.caption,
    ...(imageId === undefined ? {} : { imageId }),
    ...(filepath === undefined ? {} : { filepath }),
    reason,
  };
  const rows: readonly Partial<HardNegative>[] = reason === undefined ? negatives : [alone];
  if (caption.kept === undefined) return rows;
  const kept = jsonKept(caption.kept);
  return rows.map((row) => ({ ...row, ...kept }));
}
