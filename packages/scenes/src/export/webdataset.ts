import { endOfTar, tarBytes } from '@slipform/kit/formats/write-tar';
import type { DrawnNegatives } from '../drawn-negatives';

/**
 * Drawn captions as the bytes of a webdataset shard, one sample for each caption: `.png`, `.txt` the caption, `.neg_caption` and
 * `.neg_png` the first negative and its picture, `.negatives.json` all of them with their kinds. The same negatives give
 * the same bytes.
 *
 * @example
 * await writeFile('drawn.tar', webdataset(await drawnNegatives(negatives)));
 */
export async function* webdataset({ samples }: DrawnNegatives): AsyncGenerator<Uint8Array> {
  for (const [index, { caption, draw, negatives }] of samples.entries()) {
    const key = String(index).padStart(9, '0');
    const member = (extension: string, content: string | Uint8Array) => ({
      name: `${key}.${extension}`,
      bytes: Buffer.from(content as Uint8Array),
    });
    const first = negatives[0]!;
    yield await tarBytes([
      member('png', draw().png()),
      member('txt', caption),
      member('neg_caption', first.negative),
      member('neg_png', first.draw().png()),
      member('negatives.json', JSON.stringify(negatives.map(({ kind, negative }) => ({ kind, negative })))),
    ]);
  }
  yield endOfTar;
}
