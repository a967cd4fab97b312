import { div, matMul, sqrt, square, sum, tensor4d, tidy } from '@tensorflow/tfjs-core';
import type { ClipModel } from '../../../packages/clip/src/model/clip-model';
import { longestText, tokenMatrix } from '../../../packages/clip/src/tokenizer/token-matrix';
import type { Tokenizer } from '../../../packages/clip/src/tokenizer/tokenizer';
import { type LabelledPictures, pixelsOf } from './pictures';

/** Share of pictures whose own name is the first, and among the first ten, of all names; a tie counts against it. */
export function recallAmong(
  model: ClipModel,
  tokenizer: Tokenizer,
  pictures: LabelledPictures,
): [atOne: number, atTen: number] {
  const count = pictures.names.length;
  const scores = tidy(() => {
    const rows = pictures.names.map((_, row) => row);
    const ids = pictures.names.map((name) => tokenizer.encode(name));
    const images = model.encodeImages(tensor4d(pixelsOf(pictures, rows), [count, 32, 32, 3]));
    const texts = model.encodeTexts(
      tokenMatrix(ids, Math.min(longestText(ids), tokenizer.contextLength), tokenizer.endToken),
    );
    // The length of an image's embedding does not change the order of its names.
    const lengths = sqrt(sum(square(texts), 1));
    return div(matMul(images, texts, false, true), lengths).arraySync() as number[][];
  });
  const ranks = scores.map((row, own) => row.filter((score, at) => at !== own && score >= row[own]!).length);
  const share = (most: number) => ranks.filter((rank) => rank < most).length / count;
  return [share(1), share(10)];
}
