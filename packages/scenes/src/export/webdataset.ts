import { endOfTar, tarBytes } from '@slipform/kit/formats/write-tar';
import type { ScenesBenchmark } from '../scenes';
import { sceneSamples } from './scene-samples';

/**
 * Scenes as the bytes of a webdataset shard, one sample for each picture: `.png`, `.txt` the caption, `.neg_caption` and
 * `.neg_png` the first negative and its picture, `.negatives.json` all of them with their kinds. The same scenes give
 * the same bytes.
 *
 * @example
 * await writeFile('scenes.tar', webdataset(scenes({ split: 'train', count: 20 })));
 */
export async function* webdataset(benchmark: ScenesBenchmark): AsyncGenerator<Uint8Array> {
  for (const { index, caption, png, items, negativePng } of sceneSamples(benchmark)) {
    const key = String(index).padStart(9, '0');
    const member = (extension: string, content: string | Uint8Array) => ({
      name: `${key}.${extension}`,
      bytes: Buffer.from(content as Uint8Array),
    });
    const [first] = items;
    yield await tarBytes([
      member('png', png),
      member('txt', caption),
      ...(first === undefined
        ? []
        : [
            member('neg_caption', first.negative),
            member('neg_png', negativePng(first)),
            member('negatives.json', JSON.stringify(items.map(({ kind, negative }) => ({ kind, negative })))),
          ]),
    ]);
  }
  yield endOfTar;
}
