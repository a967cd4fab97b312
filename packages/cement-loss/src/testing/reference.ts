/** The captions layout written out in float64, sum by sum, with no trick: what the tests compare with. */

export interface ReferenceBatch {
  readonly images: number[][];
  readonly captions: number[][];
  /** `[N][K][D]` */
  readonly hardCaptions: number[][][];
  readonly valid: number[][];
  readonly groups: number[];
  /** `[N][K]`, in logits */
  readonly margins: number[][];
  readonly tau: number;
  readonly normalize: boolean;
}

interface ReferenceRow {
  readonly loss: number;
  readonly hard: number;
  readonly easy: number;
}

export interface Reference {
  readonly loss: number;
  readonly imageRows: ReferenceRow[];
  readonly textRows: ReferenceRow[];
}

export function referenceLoss(batch: ReferenceBatch): Reference {
  const unit = (x: number[]): number[] => {
    const norm = batch.normalize ? Math.hypot(...x) : 1;
    return x.map((entry) => entry / norm);
  };
  const logit = (a: number[], b: number[]): number =>
    unit(a).reduce((total, entry, index) => total + entry * (unit(b)[index] ?? 0), 0) / batch.tau;
  const { images, captions, hardCaptions, valid, margins, groups } = batch;
  const together = (i: number, j: number): boolean => i !== j && groups[i] === groups[j];

  const row = (positive: number, own: number[], others: number[]): ReferenceRow => {
    // A shift by the largest logit is the one concession to float64.
    const top = Math.max(positive, ...own, ...others);
    const mass = (logits: number[]): number => logits.reduce((total, z) => total + Math.exp(z - top), 0);
    const total = mass([positive]) + mass(own) + mass(others);
    return { loss: top - positive + Math.log(total), hard: mass(own) / total, easy: mass(others) / total };
  };
  const imageRows = images.map((image, i) => {
    const own: number[] = [];
    const others: number[] = [];
    captions.forEach((caption, j) => {
      if (i !== j && !together(i, j)) others.push(logit(image, caption));
    });
    hardCaptions.forEach((choices, j) => {
      choices.forEach((hard, k) => {
        if (!valid[j]?.[k]) return;
        if (i === j) own.push(logit(image, hard) + (margins[i]?.[k] ?? 0));
        else others.push(logit(image, hard));
      });
    });
    return row(logit(image, captions[i] ?? []), own, others);
  });
  const textRows = captions.map((caption, i) => {
    const others = images.filter((_, j) => i !== j && !together(i, j)).map((image) => logit(image, caption));
    return row(logit(images[i] ?? [], caption), [], others);
  });
  const mean = (rows: ReferenceRow[]): number =>
    rows.reduce((total, { loss }) => total + loss, 0) / rows.length;
  return { loss: (mean(imageRows) + mean(textRows)) / 2, imageRows, textRows };
}

/** Central differences of `f` by every entry of `x`, flat. `x` is changed and put back. */
export function differences(x: readonly number[][], f: () => number, step = 1e-5): number[] {
  return x.flatMap((row) =>
    row.map((entry, index) => {
      row[index] = entry + step;
      const above = f();
      row[index] = entry - step;
      const below = f();
      row[index] = entry;
      return (above - below) / (2 * step);
    }),
  );
}
