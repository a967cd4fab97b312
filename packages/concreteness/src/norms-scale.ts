import { InputError } from './input-error';
import { shorten } from './shorten';

/** What the raters could give. */
export type Scale = readonly [lowest: number, highest: number];

export interface RatedRow {
  readonly word: string;
  readonly rating: number;
  readonly line: number;
}

const fiveSteps: Scale = [1, 5];
const sevenSteps: Scale = [1, 7];
/** A single 7 in a file on 1–5 is a slip of the pen; so many are another scale. */
const shareOfAnotherScale = 0.05;
const fewestOfAnotherScale = 3;

export function isFiveSteps([lowest, highest]: Scale): boolean {
  return lowest === fiveSteps[0] && highest === fiveSteps[1];
}

/** The scale that the caller names, if any. */
export function checkedScale(scale: Scale | undefined): Scale | undefined {
  if (scale === undefined) return undefined;
  const isPair = Array.isArray(scale) && scale.length === 2 && scale.every((end) => Number.isFinite(end));
  if (isPair && scale[0] < scale[1]) return scale;
  throw new InputError(
    `parseNorms: scale must be its lowest and highest rating, like [1, 7], got ${JSON.stringify(scale)}.`,
  );
}

/** 1–7 for the Glasgow norms and for ratings that can't be meant otherwise, else 1–5. */
export function guessScale(rows: readonly RatedRow[], isGlasgow: boolean): Scale {
  const above = rows.filter(({ rating }) => rating > fiveSteps[1]);
  if (above.some(({ rating }) => rating > sevenSteps[1])) return isGlasgow ? sevenSteps : fiveSteps;
  const isMany = above.length >= Math.max(fewestOfAnotherScale, rows.length * shareOfAnotherScale);
  return isGlasgow || isMany ? sevenSteps : fiveSteps;
}

/** The row on the scale from 1 to 5. */
export function toFiveSteps(row: RatedRow, scale: Scale): RatedRow {
  const { word, rating, line } = row;
  const [lowest, highest] = scale;
  if (rating >= lowest && rating <= highest) {
    if (isFiveSteps(scale)) return row;
    const mapped = 1 + (4 * (rating - lowest)) / (highest - lowest);
    // More decimals than any mean of ratings has.
    return { ...row, rating: Number(mapped.toFixed(4)) };
  }
  throw new InputError(
    `parseNorms: ratings must lie in [${lowest}, ${highest}], got ${rating} for "${shorten(word)}" in line ${line}; pass the raters' scale as the option scale if it is another one.`,
  );
}
