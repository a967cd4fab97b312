import type { EmbedImagesOptions, SkippedImage } from '../encoder/encoder';

/** A class that an image may show. */
export interface Guess {
  /** As it was given among the labels. */
  readonly label: string;
  /** Of softmax over all labels, by the model's own logit scale; from 0 to 1. */
  readonly probability: number;
}

/** Guesses in the order of the images, `undefined` for each image that was left out; `skipped` says why. */
export type GuessesWithGaps = (Guess[] | undefined)[] & { readonly skipped: readonly SkippedImage[] };

export interface ClassifyOptions extends EmbedImagesOptions {
  /**
   * Prompts with {} where the label stands; several are one ensemble. Default `['a photo of a {}.']`;
   * `openaiTemplates` are the 80 that CLIP's authors used.
   */
  readonly templates?: readonly string[] | undefined;
  /** Likeliest labels that are returned for an image, an integer from 1. Default: all. */
  readonly topK?: number | undefined;
}

/** What images are compared with. */
export interface Classes {
  readonly labels: readonly string[];
  /** A unit vector for each, row after row. */
  readonly rows: Float32Array;
  /** 1/τ, by which a cosine becomes a logit. */
  readonly logitScale: number;
}

/** The `top` likeliest classes of an image, by cosine; of equal ones the one named first. */
export function rankClasses(
  image: Float32Array,
  { labels, rows, logitScale }: Classes,
  top: number,
): Guess[] {
  const width = image.length;
  const logits = labels.map((_, row) => {
    let cosine = 0;
    for (let i = 0; i < width; i++) cosine += image[i]! * rows[row * width + i]!;
    return logitScale * cosine;
  });
  const largest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const weights = logits.map((logit) => Math.exp(logit - largest));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights
    .map((weight, row) => ({ label: labels[row]!, probability: weight / sum, logit: logits[row]! }))
    .sort((a, b) => b.logit - a.logit)
    .slice(0, top)
    .map(({ label, probability }) => ({ label, probability }));
}
