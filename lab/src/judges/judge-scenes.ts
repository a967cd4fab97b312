import { type Encoder, evaluate, type Result, type Scorer } from '@slipform/bench';
import { type Detail, type ObjectName, type Style, scenes } from '@slipform/scenes';
import type { Measurement } from '../row';
import type { Evaluation } from '../run';

/**
 * Accuracy by kind of change and recall@1 both ways, in every style, on pairs of things that no training scene shows; and
 * the results with their answers.
 */
export async function judgeScenes(
  model: Encoder | Scorer,
  detail: Detail,
  objects: readonly ObjectName[],
  { styles, count, seed }: Extract<Evaluation, { asks: 'scenes' }>,
  onProgress: (share: number) => void,
): Promise<{ readonly rows: Measurement[]; readonly results: Result[] }> {
  const results: Result[] = [];
  const rows: Measurement[] = [];
  for (const [index, style] of styles.entries()) {
    const benchmark = scenes({ style, detail, count, seed, objects });
    const result = await evaluate(model, benchmark, {
      name: style,
      seed,
      onProgress: (done) => onProgress((index + done) / styles.length),
    });
    results.push(result);
    rows.push(...resultRows(result, style));
  }
  return { rows, results };
}

/** The numbers of a result, as rows. */
function resultRows({ kinds, mean, retrieval }: Result, style: Style): Measurement[] {
  return [
    ...Object.entries(kinds).map(([kind, { value }]) => ({ metric: 'accuracy', style, kind, value })),
    { metric: 'accuracy', style, kind: 'mean', value: mean.value },
    ...(retrieval
      ? [
          { metric: 'recall@1 images', style, value: retrieval.imageToText[1]!.value },
          { metric: 'recall@1 texts', style, value: retrieval.textToImage[1]!.value },
        ]
      : []),
  ];
}
