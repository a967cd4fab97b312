import { createRequire } from 'node:module';
import { InputError } from '@slipform/kit/errors/input-error';

/**
 * What a cache of embeddings knows a model of `@slipform/clip` by: its identity, which is a hash of all files that decide
 * an embedding, and the library's version, since another version may read the same files otherwise.
 *
 * @throws InputError for an encoder that has no identity
 */
export function cacheIdentity({ identity }: { readonly identity?: string | undefined }): string {
  if (identity === undefined) {
    throw new InputError('--cache needs a model that is read from files; leave --cache out.');
  }
  const { version } = createRequire(import.meta.url)('@slipform/clip/package.json');
  return `@slipform/clip ${version}, ${identity}`;
}
