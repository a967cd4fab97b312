import { createHash } from 'node:crypto';
import type { ImageInput } from '../encoders/encoder';

/** What a picture's vector is looked up by: the name of its file, or the hash of its bytes; undefined for pixels without a name. */
export function pictureName(input: ImageInput): string | undefined {
  if (typeof input === 'string') return input;
  if (input instanceof Uint8Array) return createHash('sha256').update(input).digest('hex');
  if (input instanceof File) return input.name;
  return 'data' in input && 'name' in input && typeof input.name === 'string' ? input.name : undefined;
}
