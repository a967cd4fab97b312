/** The baselines written out in float64, pair by pair, for batches of pairs with K hard captions each. */

import { withoutCopies } from './reference';

export interface FormulaBatch {
  readonly images: number[][];
  readonly captions: number[][];
  /** `[N][K][D]` */
  readonly hardCaptions: number[][][];
  /** `[N][K]` */
  readonly valid: number[][];
  readonly groups: number[];
  /** `[N][1 + K]`, the caption's and its hard captions'; equal for equal texts. */
  readonly textIds?: number[][] | undefined;
}

export interface FormulaLogits {
  /** `[N]` */
  readonly positives: number[];
  /** By row of images: its own hard captions, and all other negatives. */
  readonly own: Negative[][];
  readonly easy: Negative[][];
  /** By row of captions: the images that are negatives. */
  readonly images: Negative[][];
}

/** A logit, and which of the row's hard captions it is of. */
interface Negative {
  readonly logit: number;
  readonly slot: number;
}

export function formulaLogits(
  batch: FormulaBatch,
  scale: number,
  withHard: boolean,
  normalize = true,
): FormulaLogits {
  const unit = (x: number[]): number[] => (normalize ? x.map((entry) => entry / Math.hypot(...x)) : x);
  const logit = (a: number[] = [], b: number[] = []): number => {
    const other = unit(b);
    return scale * unit(a).reduce((total, entry, d) => total + entry * (other[d] ?? 0), 0);
  };
  const { images, captions, hardCaptions, groups, textIds } = batch;
  const valid = withoutCopies(batch.valid, textIds);
  const idOf = (j: number, slot: number): unknown => (textIds ? textIds[j]?.[1 + slot] : {});
  const apart = (i: number, j: number): boolean =>
    groups[i] !== groups[j] && (!textIds || textIds[i]?.[0] !== textIds[j]?.[0]);
  const slotsOf = (j: number): number[] =>
    (valid[j] ?? []).flatMap((there, slot) => (there === 1 ? [slot] : []));
  const hardOf = (image: number[], j: number, slots = slotsOf(j)): Negative[] =>
    slots.map((slot) => ({ logit: logit(image, hardCaptions[j]?.[slot]), slot }));
  /** The hard captions of other pairs that image i sees: each text once, and none that is its own or its own pair's. */
  const hardOfOthers = (i: number): Negative[] => {
    const seen = new Set([...slotsOf(i).map((slot) => idOf(i, slot)), idOf(i, -1)]);
    return images.flatMap((_, j) => {
      if (i === j) return [];
      const fresh = slotsOf(j).filter((slot) => !seen.has(idOf(j, slot)));
      for (const slot of fresh) seen.add(idOf(j, slot));
      return hardOf(images[i] ?? [], j, fresh);
    });
  };
  return {
    positives: images.map((image, i) => logit(image, captions[i])),
    own: images.map((image, i) => hardOf(image, i)),
    easy: images.map((image, i) => [
      ...captions.flatMap((caption, j) => (apart(i, j) ? [{ logit: logit(image, caption), slot: -1 }] : [])),
      ...(withHard ? hardOfOthers(i) : []),
    ]),
    images: captions.map((caption, i) =>
      images.flatMap((image, j) => (apart(i, j) ? [{ logit: logit(image, caption), slot: -1 }] : [])),
    ),
  };
}

const mean = (values: number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** Half the mean over images, half that over captions, of a row's loss by its positive and its negatives. */
function symmetric(
  z: FormulaLogits,
  withOwn: boolean,
  row: (positive: number, negatives: number[]) => number,
): number {
  const at = (i: number): number => z.positives[i] ?? Number.NaN;
  const fromImages = z.easy.map((easy, i) =>
    row(
      at(i),
      [...easy, ...(withOwn ? (z.own[i] ?? []) : [])].map(({ logit }) => logit),
    ),
  );
  const fromTexts = z.images.map((negatives, i) =>
    row(
      at(i),
      negatives.map(({ logit }) => logit),
    ),
  );
  return (mean(fromImages) + mean(fromTexts)) / 2;
}

export function infoNce(z: FormulaLogits, withOwn: boolean): number {
  return symmetric(z, withOwn, (positive, negatives) =>
    Math.log(1 + sum(negatives.map((negative) => Math.exp(negative - positive)))),
  );
}

export function hnNce(z: FormulaLogits, withOwn: boolean, alpha: number, beta: number): number {
  return symmetric(z, withOwn, (positive, negatives) => {
    if (negatives.length === 0) return alpha > 0 ? Math.log(alpha) : 0;
    const raised = negatives.map((negative) => Math.exp(beta * negative));
    const weights = raised.map((weight) => (negatives.length * weight) / sum(raised));
    const weighted = negatives.map(
      (negative, j) => (weights[j] ?? Number.NaN) * Math.exp(negative - positive),
    );
    return Math.log(alpha + sum(weighted));
  });
}

export function sigLip(z: FormulaLogits, withOwn: boolean, bias: number): number {
  const softplus = (x: number): number => Math.log(1 + Math.exp(x));
  const rows = z.positives.map((positive, i) => {
    const negatives = [...(z.easy[i] ?? []), ...(withOwn ? (z.own[i] ?? []) : [])];
    return softplus(-positive - bias) + sum(negatives.map(({ logit }) => softplus(logit + bias)));
  });
  return mean(rows);
}

/** The rank loss by itself; `thresholds` has one number for each slot. */
export function rankLoss(z: FormulaLogits, thresholds: readonly number[]): number {
  const terms = z.own.flatMap((own, i) =>
    own.map(({ logit, slot }) =>
      Math.max(0, logit - (z.positives[i] ?? Number.NaN) + (thresholds[slot] ?? Number.NaN)),
    ),
  );
  return terms.length > 0 ? mean(terms) : 0;
}

/** How far true captions are ahead of each slot's hard captions, at most `upperBound`. */
export function thresholdsOf(z: FormulaLogits, slots: number, upperBound: number): number[] {
  return Array.from({ length: slots }, (_, slot) => {
    const ahead = z.own.flatMap((own, i) =>
      own
        .filter((negative) => negative.slot === slot)
        .map(({ logit }) => (z.positives[i] ?? Number.NaN) - logit),
    );
    return ahead.length > 0 ? Math.min(upperBound, mean(ahead)) : 0;
  });
}

/** The focal, smoothed cross entropy of true captions among their own hard captions, each raised by a margin. */
export function ownNegativesTerm(
  z: FormulaLogits,
  [weight, focus, smoothing, margin]: readonly [number, number, number, number],
): number {
  const losses = z.own.flatMap((own, i) => {
    if (own.length === 0) return [];
    const logits = [z.positives[i] ?? Number.NaN, ...own.map(({ logit }) => logit + margin)];
    const total = sum(logits.map(Math.exp));
    const terms = logits.map((logit, c) => {
      const p = Math.exp(logit) / total;
      const label = (c === 0 ? 1 - smoothing : 0) + smoothing / logits.length;
      return label * (1 - p) ** focus * -Math.log(p);
    });
    return [sum(terms)];
  });
  return losses.length > 0 ? weight * mean(losses) : 0;
}

/** Embeddings of a teacher, the same for every batch of a size. */
export function teacherRows(rows: number, dim: number, phase: number): number[][] {
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: dim }, (_, d) => Math.sin(phase + 1.7 * i + 2.3 * d * (i + 1)) + 0.1),
  );
}

/** KL of the softmaxes over a batch to those of `teacherRows`, both ways. */
export function keepCloseTerm(
  { images, captions }: FormulaBatch,
  scale: number,
  teacherScale: number,
  dim: number,
): number {
  const unit = (x: number[]): number[] => x.map((entry) => entry / Math.hypot(...x));
  const logits = (x: number[][], y: number[][], by: number): number[][] =>
    x.map((a) => y.map((b) => by * sum(unit(a).map((entry, d) => entry * (unit(b)[d] ?? 0)))));
  const softmax = (row: number[]): number[] => row.map((z) => Math.exp(z) / sum(row.map(Math.exp)));
  const turn = (x: number[][]): number[][] => x.map((_, j) => x.map((row) => row[j] ?? Number.NaN));
  const [first, second] = [0.4, 1.9].map((phase) => teacherRows(images.length, dim, phase)) as [
    number[][],
    number[][],
  ];
  const own = logits(images, captions, scale);
  const taught = logits(first, second, teacherScale);
  const divergence = (x: number[][], y: number[][]): number =>
    mean(x.map((row, i) => sum(softmax(row).map((p, j) => p * Math.log(p / (softmax(y[i] ?? [])[j] ?? 0))))));
  return (divergence(taught, own) + divergence(turn(taught), turn(own))) / 2;
}
