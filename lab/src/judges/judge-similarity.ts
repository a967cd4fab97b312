import type { Encoder } from '@slipform/clip';
import type { SceneNegative } from '../machine/scenes/scene-negatives';
import type { TrainingScene } from '../machine/scenes/training-scenes';
import type { Measurement } from '../row';
import { cosine } from '../statistics/cosine';
import { mean } from '../statistics/mean';
import { spearman } from '../statistics/spearman';

/**
 * Cosine of captions and their hard negatives against the concreteness of the changed word: its mean for each kind of
 * change, Spearman's correlation over all pairs, and within each kind.
 */
export async function judgeSimilarity(
  encoder: Encoder,
  scenes: readonly TrainingScene[],
  negatives: readonly (readonly SceneNegative[])[],
): Promise<Measurement[]> {
  const pairs = negatives.flatMap((own, index) =>
    own.map((negative) => ({ caption: scenes[index]!.caption, ...negative })),
  );
  const captions = await encoder.embedTexts(pairs.map(({ caption }) => caption));
  const changed = await encoder.embedTexts(pairs.map(({ text }) => text));
  const points = pairs.map(({ kind, concreteness }, index) => ({
    kind,
    concreteness,
    similarity: cosine(captions[index]!, changed[index]!),
  }));
  const measurements: Measurement[] = [];
  for (const kind of ['all', ...new Set(points.map((point) => point.kind))].sort()) {
    const own = points.filter((point) => kind === 'all' || point.kind === kind);
    const similarities = own.map(({ similarity }) => similarity);
    const concreteness = own.map((point) => point.concreteness);
    measurements.push(
      { metric: 'similarity', kind, value: mean(similarities) },
      { metric: 'concreteness', kind, value: mean(concreteness) },
      { metric: 'pairs', kind, value: own.length },
      { metric: 'correlation', kind, value: spearman(concreteness, similarities) },
    );
  }
  return measurements;
}
