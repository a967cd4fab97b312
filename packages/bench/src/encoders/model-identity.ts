import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { InputError } from '@slipform/clip';

/** Every file that decides an embedding: how the model is built, its weights, what it does to texts and to pictures. */
const DECIDING = [
  /^(open_clip_)?config\.json$/,
  // One file or shards, their index, and open_clip's name.
  /\.safetensors(\.index\.json)?$/,
  /^(tokenizer|tokenizer_config|special_tokens_map|added_tokens|vocab)\.json$/,
  /^merges\.txt$/,
  /^preprocessor_config\.json$/,
];

/**
 * A hash of all files of a model's folder that decide its embeddings, and of the library's version, since another
 * version may read the same files otherwise. Two folders of one identity give the same embeddings.
 *
 * @throws InputError where `folder` is no folder on this machine
 */
export async function modelIdentity(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => {
    throw new InputError(
      `--cache: the model must be a folder on this machine, whose files are the cache's key, got ${JSON.stringify(folder.slice(0, 120))}; download it, or leave --cache out`,
    );
  });
  const hash = createHash('sha256').update(`@slipform/clip ${libraryVersion()}\0`);
  for (const name of names.filter((each) => DECIDING.some((pattern) => pattern.test(each))).sort()) {
    const file = join(folder, name);
    const { size } = await stat(file);
    hash.update(`${name} ${size}\0`);
    for await (const chunk of createReadStream(file)) hash.update(chunk);
  }
  return hash.digest('hex');
}

function libraryVersion(): string {
  return createRequire(import.meta.url)('@slipform/clip/package.json').version;
}
