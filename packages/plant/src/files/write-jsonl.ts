import type { BytesBlock, MinedCaption } from './record-format';

/** One record a line. */
export function encodeJsonl(block: readonly MinedCaption[]): BytesBlock {
  const lines = block.flatMap(({ records }) => records.map((record) => `${JSON.stringify(record)}\n`));
  return { bytes: Buffer.from(lines.join('')) };
}
