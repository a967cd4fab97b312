import { type Encoder, normalizePixels } from '@slipform/clip';
import { createRandom } from '../../random';
import { captionOf } from '../../scenes/caption-of';
import {
  type KeywordDrawings,
  type KeywordObject,
  sampleKeywords,
} from '../../scenes/keywords/keyword-scenes';
import { placeScene } from '../../scenes/place-scene';
import { SCENE_SIZES, type SceneContent } from '../../scenes/scene';
import { cosine } from '../../scoring/cosine';
import { mean } from '../../statistics/mean';
import type { Measurement } from './cell';
import { foilFor } from './keyword-negatives';
import type { RatedKeyword } from './keyword-world';

/** The same questions for every cell. */
const TEST_SEED = 30_000;

/**
 * For each keyword the share of questions whose true caption lies nearer to the picture than one with another keyword
 * in its place (a tie is wrong), and the mean difference of the two cosines.
 */
export async function judgeKeywords(
  encoder: Encoder,
  keywords: readonly RatedKeyword[],
  drawings: KeywordDrawings,
  questions: number,
  onProgress: (share: number) => void,
): Promise<Measurement[]> {
  const random = createRandom(TEST_SEED, 'keyword questions');
  const pool = keywords.map(({ word }) => word);
  const measurements: Measurement[] = [];
  const accuracies: number[] = [];
  for (const [index, { word }] of keywords.entries()) {
    const contents = Array.from({ length: questions }, () => contentWith(word, pool, random));
    const images = contents.map((content) => {
      const size = SCENE_SIZES.simple;
      const pixels = new Uint8Array(size * size * 3);
      drawings.paint(pixels, 0, placeScene(random, content));
      return normalizePixels(pixels);
    });
    const foils = contents.map((content) => ({
      ...content,
      first: { ...content.first, name: foilFor(random, pool, content, content.first.drawing) },
    }));
    const [seen, told, false_] = [
      await encoder.embedImages(images),
      await encoder.embedTexts(contents.map((content) => captionOf(content))),
      await encoder.embedTexts(foils.map((content) => captionOf(content))),
    ];
    const margins = seen.map((image, row) => cosine(image, told[row]!) - cosine(image, false_[row]!));
    const accuracy = margins.filter((margin) => margin > 0).length / questions;
    accuracies.push(accuracy);
    measurements.push(
      { metric: 'keyword accuracy', of: word, value: accuracy },
      { metric: 'keyword margin', of: word, value: mean(margins) },
    );
    onProgress((index + 1) / keywords.length);
  }
  return [{ metric: 'accuracy', of: 'noto mean', value: mean(accuracies) }, ...measurements];
}

/** A scene whose first drawing the keyword names. */
function contentWith(
  word: string,
  pool: readonly string[],
  random: ReturnType<typeof createRandom>,
): SceneContent<KeywordObject> {
  for (;;) {
    const content = sampleKeywords(random, { keywords: [word, random.pick(pool)] });
    if (content.first.name === word) return content;
  }
}
