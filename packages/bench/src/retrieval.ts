import type { RetrievalResult } from './result';
import { proportion } from './statistics/wilson-interval';

/**
 * Recall@k of a score table, both ways.
 *
 * Image → text: a picture is found where one of its own captions ranks among the first k of all captions. Text →
 * image: a caption is found where its picture ranks among the first k pictures. The rank is 1 + the number of wrong
 * candidates that score at least as high as the best right one: ties count as wrong.
 *
 * @param scores `scores[image][text]`.
 * @param imageOf for each text the index of its picture.
 */
export function retrieval(
  scores: readonly ArrayLike<number>[],
  imageOf: readonly number[],
  at: readonly number[] = [1, 5, 10],
): RetrievalResult {
  const images = scores.length;
  const texts = imageOf.length;
  const imageRanks: number[] = [];
  for (let image = 0; image < images; image++) {
    const row = scores[image]!;
    if (row.length !== texts) {
      throw new RangeError(`retrieval: row ${image} has ${row.length} scores for ${texts} texts`);
    }
    let best = Number.NEGATIVE_INFINITY;
    for (let text = 0; text < texts; text++) if (imageOf[text] === image) best = Math.max(best, row[text]!);
    if (best === Number.NEGATIVE_INFINITY) continue;
    let rank = 1;
    for (let text = 0; text < texts; text++) if (imageOf[text] !== image && row[text]! >= best) rank++;
    imageRanks.push(rank);
  }
  const textRanks = imageOf.map((own, text) => {
    const best = scores[own]![text]!;
    let rank = 1;
    for (let image = 0; image < images; image++) if (image !== own && scores[image]![text]! >= best) rank++;
    return rank;
  });
  const recall = (ranks: readonly number[]) =>
    Object.fromEntries(
      at.map((k) => [k, proportion(ranks.filter((rank) => rank <= k).length, ranks.length)]),
    );
  return { imageToText: recall(imageRanks), textToImage: recall(textRanks) };
}
