import { Buffer } from 'node:buffer';
import { jsonRows } from './json-rows';
import type { BytesBlock, MinedCaption } from './record-format';

/** One record a line. */
export function encodeJsonl(block: readonly MinedCaption[]): BytesBlock {
  const lines = block.flatMap((mined) => jsonRows(mined).map((row) => `${JSON.stringify(row)}\n`));
  return { bytes: Buffer.from(lines.join('')) };
}
