export interface Guess {
  readonly class: string;
  /** Of softmax over the classes, by the model's own logit scale. */
  readonly probability: number;
}

/** The `top` likeliest classes of an image, by cosine; of equal ones the one named first. */
export function classify(
  image: Float32Array,
  classRows: Float32Array,
  classes: readonly string[],
  logitScale: number,
  top: number,
): Guess[] {
  const width = image.length;
  const logits = classes.map((_, row) => {
    let cosine = 0;
    for (let i = 0; i < width; i++) cosine += image[i]! * classRows[row * width + i]!;
    return logitScale * cosine;
  });
  const largest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const weights = logits.map((logit) => Math.exp(logit - largest));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights
    .map((weight, row) => ({ class: classes[row]!, probability: weight / sum, logit: logits[row]! }))
    .sort((a, b) => b.logit - a.logit)
    .slice(0, top)
    .map(({ class: name, probability }) => ({ class: name, probability }));
}
