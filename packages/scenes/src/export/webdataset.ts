import { type Pack, pack } from 'tar-stream';
import type { ScenesBenchmark } from '../scenes';
import { sceneSamples } from './scene-samples';

/**
 * Scenes as the bytes of a webdataset shard, one sample for each picture: `.png`, `.txt` the caption, `.neg_caption` and
 * `.neg_png` the first negative and its picture, `.negatives.json` all of them with their kinds. The same scenes give
 * the same bytes.
 */
export async function* webdataset(benchmark: ScenesBenchmark): AsyncGenerator<Uint8Array> {
  const tar = pack();
  const filled = addSamples(tar, benchmark).then(() => tar.finalize());
  filled.catch((error: Error) => tar.destroy(error));
  for await (const piece of tar) yield piece as Uint8Array;
  await filled;
}

async function addSamples(tar: Pack, benchmark: ScenesBenchmark): Promise<void> {
  for (const { index, caption, png, items, negativePng } of sceneSamples(benchmark)) {
    const key = String(index).padStart(9, '0');
    const add = (extension: string, content: string | Uint8Array) =>
      new Promise<void>((resolve, reject) => {
        const header = { name: `${key}.${extension}`, mode: 0o644, mtime: new Date(0) };
        tar
          .entry(header, Buffer.from(content as Uint8Array), (error) => (error ? reject(error) : resolve()))
          .on('error', reject);
      });
    await add('png', png);
    await add('txt', caption);
    const [first] = items;
    if (first === undefined) continue;
    await add('neg_caption', first.negative);
    await add('neg_png', negativePng(first));
    await add('negatives.json', JSON.stringify(items.map(({ kind, negative }) => ({ kind, negative }))));
  }
}
