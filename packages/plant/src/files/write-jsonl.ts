import { Buffer } from 'node:buffer';
import type { HardNegative } from '../hard-negative';
import { jsonKept } from './kept';
import type { BytesBlock, MinedCaption } from './record-format';

/** One record a line. */
export function encodeJsonl(block: readonly MinedCaption[]): BytesBlock {
  const lines = block.flatMap((mined) => jsonRows(mined).map((row) => `${JSON.stringify(row)}\n`));
  return { bytes: Buffer.from(lines.join('')) };
}

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
