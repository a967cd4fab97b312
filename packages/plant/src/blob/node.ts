// What stands in the place of `node:buffer` and `node:stream/web` in the bundle for browsers; see tsup.config.ts.
import { Buffer } from 'buffer/';

export { Buffer };

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

export const { TransformStream, CountQueuingStrategy } = globalThis;
