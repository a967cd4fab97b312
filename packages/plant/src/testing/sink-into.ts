import type { ByteSink } from '../files/record-format';

/** Collects what is written. */
export function sinkInto(parts: Uint8Array[]): ByteSink {
  return {
    get position() {
      return parts.reduce((sum, { length }) => sum + length, 0);
    },
    write: async (bytes) => void parts.push(Buffer.from(bytes)),
  };
}
