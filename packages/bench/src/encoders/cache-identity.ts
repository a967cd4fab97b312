import { createRequire } from 'node:module';
import { encoderIdentity } from '@slipform/clip';

/**
 * What a cache of embeddings knows a model by: all files of its folder that decide an embedding, and the library's
 * version, since another version may read the same files otherwise.
 */
export async function cacheIdentity(folder: string): Promise<string> {
  const { version } = createRequire(import.meta.url)('@slipform/clip/package.json');
  return `@slipform/clip ${version}, ${await encoderIdentity(folder)}`;
}
