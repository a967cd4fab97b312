import { normalizePixels, type TrainBatch } from '@slipform/clip';
import { type SceneBatchOptions, sceneBatches } from './scene-batches';

export interface SceneTrainDataOptions extends SceneBatchOptions {
  readonly tokenizer: { encode(text: string): number[] };
  /** False leaves the hard captions out, so that no time is lost on embedding them. */
  readonly withNegatives: boolean;
}

/** Batches as `trainClip` takes them: pixels preprocessed, captions tokenised. */
export function* sceneTrainData(options: SceneTrainDataOptions): Generator<TrainBatch> {
  const { tokenizer, withNegatives } = options;
  const known = new Map<string, number[]>();
  const encode = (text: string) => {
    const found = known.get(text) ?? tokenizer.encode(text);
    known.set(text, found);
    return found;
  };
  for (const { pixels, captions, negatives } of sceneBatches(options)) {
    const tokens = captions.map(encode);
    yield {
      images: normalizePixels(pixels),
      tokens,
      ...(withNegatives
        ? {
            // A caption without a negative fills its slot with itself; `valid` keeps it out of the loss.
            hardTokens: negatives.map((negative, row) => (negative ? encode(negative.text) : tokens[row]!)),
            concreteness: negatives.map((negative) => negative?.concreteness ?? 1),
            valid: negatives.map((negative) => (negative ? 1 : 0)),
          }
        : {}),
    };
  }
}
