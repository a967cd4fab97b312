import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The vectors of pictures and of texts in a folder, where it is one of embeddings: .npy, .parquet, or a folder of such files. */
export function embeddingsIn(
  folder: string,
): { readonly images: string; readonly texts: string } | undefined {
  const find = (name: string) =>
    ['.npy', '.parquet', ''].map((end) => join(folder, `${name}${end}`)).find((each) => existsSync(each));
  const [images, texts] = [find('images'), find('texts')];
  // A model may have a folder of either name.
  const isModel = ['', 'open_clip_'].some((each) => existsSync(join(folder, `${each}config.json`)));
  if (images === undefined || texts === undefined || isModel) return undefined;
  return { images, texts };
}
