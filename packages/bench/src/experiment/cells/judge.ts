import type { Encoder } from '@slipform/clip';
import { type Detail, scenes } from '@slipform/scenes';
import { evaluate } from '../../scoring/evaluate';
import type { Measurement, SceneCell } from './cell';

/** Test scenes have a seed of their own, the same for every cell, so that models are compared on the same pictures. */
const TEST_SEED = 20_000;

/**
 * Accuracy by kind of change and recall@1 both ways, in every style, on pairs of things that no training scene shows.
 * `of` is the style and, for an accuracy, the kind.
 */
export async function judge(
  encoder: Encoder,
  detail: Detail,
  { styles, count }: SceneCell['judging'],
  onProgress: (share: number) => void,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const [index, style] of styles.entries()) {
    const benchmark = scenes({ style, detail, count, seed: TEST_SEED });
    const result = await evaluate(encoder, benchmark, {
      name: style,
      seed: TEST_SEED,
      onProgress: (done) => onProgress((index + done) / styles.length),
    });
    for (const [kind, { value }] of Object.entries(result.kinds)) {
      measurements.push({ metric: 'accuracy', of: `${style} ${kind}`, value });
    }
    measurements.push({ metric: 'accuracy', of: `${style} mean`, value: result.mean.value });
    if (result.retrieval) {
      measurements.push({
        metric: 'recall@1 images',
        of: style,
        value: result.retrieval.imageToText[1]!.value,
      });
      measurements.push({
        metric: 'recall@1 texts',
        of: style,
        value: result.retrieval.textToImage[1]!.value,
      });
    }
  }
  return measurements;
}
