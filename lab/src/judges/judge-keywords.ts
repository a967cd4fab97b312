import { type Encoder, normalizePixels } from '@slipform/clip';
import {
  COLOUR_NAMES,
  captionOf,
  createRandom,
  placeScene,
  SCENE_SIZES,
  type SceneContent,
} from '@slipform/scenes';
import {
  drawingsOf,
  isNameOf,
  type KeywordDrawings,
  type KeywordObject,
  sampleKeywords,
} from '@slipform/scenes/keywords';
import { exchanged, keywordHalf } from '../machine/scenes/keyword-negatives';
import type { RatedKeyword } from '../machine/scenes/keyword-scenes';
import type { Measurement } from '../row';
import { cosine } from '../statistics/cosine';
import { mean } from '../statistics/mean';

/** The same questions for every variant of a seed. */
const TEST_SEED = 30_000;

/**
 * For each keyword the share of questions whose true caption lies nearer to the picture than the one with its keywords
 * exchanged (a tie is wrong), and the mean difference of the two cosines. The other keyword is one of the same half, so that
 * both have been taught or neither.
 */
export async function judgeKeywords(
  encoder: Encoder,
  keywords: readonly RatedKeyword[],
  drawings: KeywordDrawings,
  { questions, seed }: { readonly questions: number; readonly seed: number },
  onProgress: (share: number) => void,
): Promise<Measurement[]> {
  const random = createRandom(TEST_SEED + seed, 'keyword questions');
  const halves = [0, 1].map((half) =>
    keywords.map(({ word }) => word).filter((word) => keywordHalf(word, seed) === half),
  );
  const measurements: Measurement[] = [];
  const accuracies: number[] = [];
  for (const [index, { word }] of keywords.entries()) {
    const contents = Array.from({ length: questions }, () =>
      contentWith(word, halves[keywordHalf(word, seed)]!, random),
    );
    const images = contents.map((content) => {
      const size = SCENE_SIZES.simple;
      const pixels = new Uint8Array(size * size * 3);
      drawings.paint(pixels, 0, placeScene(random, content));
      return normalizePixels(pixels);
    });
    const [seen, told, false_] = [
      await encoder.embedImages(images),
      await encoder.embedTexts(contents.map((content) => captionOf(content))),
      await encoder.embedTexts(contents.map((content) => captionOf(exchanged(content)))),
    ];
    const margins = seen.map((image, row) => cosine(image, told[row]!) - cosine(image, false_[row]!));
    const accuracy = margins.filter((margin) => margin > 0).length / questions;
    accuracies.push(accuracy);
    measurements.push(
      { metric: 'keyword accuracy', kind: word, value: accuracy },
      { metric: 'keyword margin', kind: word, value: mean(margins) },
    );
    onProgress((index + 1) / keywords.length);
  }
  const ranges = [
    ['rated below 3', 0, 3],
    ['rated 3 to 4', 3, 4],
    ['rated 4 and more', 4, 6],
  ] as const;
  const byRange = ranges.map(
    ([kind, from, to]): Measurement => ({
      metric: 'accuracy',
      style: 'noto',
      kind,
      value: mean(accuracies.filter((_, index) => isWithin(keywords[index]!.rating, from, to))),
    }),
  );
  return [
    { metric: 'accuracy', style: 'noto', kind: 'mean', value: mean(accuracies) },
    ...byRange,
    ...measurements,
  ];
}

/** Whether a keyword has a drawing that the other doesn't name. */
function isToldFrom(word: string, other: string): boolean {
  return drawingsOf(word).some((drawing) => !isNameOf(other, drawing));
}

function isWithin(rating: number, from: number, to: number): boolean {
  return rating >= from && rating < to;
}

/** What is known of each keyword before any training: its rating, how many drawings it names, and how unlike they are. */
export function describeKeywords(
  keywords: readonly RatedKeyword[],
  drawings: KeywordDrawings,
): Measurement[] {
  return keywords.flatMap(({ word, rating, drawings: own }) => [
    { metric: 'keyword rating', kind: word, value: rating },
    { metric: 'keyword drawings', kind: word, value: own.length },
    { metric: 'keyword spread', kind: word, value: spreadOf(own, drawings) },
  ]);
}

/** Mean absolute difference of two of the drawings on the same tile, in channel values of 0 to 255. */
function spreadOf(own: readonly number[], drawings: KeywordDrawings): number {
  const size = SCENE_SIZES.simple;
  const pictures = own.map((drawing) => {
    const pixels = new Uint8Array(size * size * 3);
    const object = { name: '', colour: COLOUR_NAMES[0]!, drawing };
    const content: SceneContent<KeywordObject> = { first: object, relation: 'left of', second: object };
    drawings.paint(pixels, 0, placeScene(createRandom(0), content));
    return pixels;
  });
  const differences = pictures.flatMap((one, index) =>
    pictures
      .slice(index + 1)
      .map((other) => mean(Array.from(one, (value, at) => Math.abs(value - other[at]!)))),
  );
  return mean(differences);
}

/** A scene whose first drawing the keyword names. */
function contentWith(
  word: string,
  pool: readonly string[],
  random: ReturnType<typeof createRandom>,
): SceneContent<KeywordObject> {
  for (;;) {
    const other = random.pick(pool);
    if (!isToldFrom(word, other) || !isToldFrom(other, word)) continue;
    const content = sampleKeywords(random, { keywords: [word, other] });
    if (content.first.name === word) return content;
  }
}
