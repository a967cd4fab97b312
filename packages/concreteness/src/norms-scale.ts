import { quoted } from '@slipform/kit/text/printable';
import { InputError } from './input-error';

/** What the raters could give. */
export type Scale = readonly [lowest: number, highest: number];

export interface RatedRow {
  readonly word: string;
  readonly rating: number;
  readonly line: number;
}

export const fiveSteps: Scale = [1, 5];
export const sevenSteps: Scale = [1, 7];
/** A single 7 in a file on 1–5 is a slip of the pen; so many are another scale. */
const shareOfAnotherScale = 0.05;
const fewestOfAnotherScale = 3;

export function isFiveSteps([lowest, highest]: Scale): boolean {
  return lowest === fiveSteps[0] && highest === fiveSteps[1];
}

/** What is wrong with a file of norms; its reader says it of the file, with a remedy of its own. */
export function badNorms(rule: string, remedy?: string, argument?: string): InputError {
  return new InputError({ place: 'parseNorms', argument, rule, remedy });
}

/** Whether a value is what the raters could give. */
export function isScale(scale: unknown): scale is Scale {
  if (!Array.isArray(scale) || scale.length !== 2 || !scale.every((end) => Number.isFinite(end)))
    return false;
  const width = scale[1] - scale[0];
  return width > 0 && Number.isFinite(4 * width);
}

/** How many ratings lie where only another scale than 1–5 has them. */
export class ScaleGuess {
  #rated = 0;
  #above = 0;
  #farAbove = 0;

  add(rating: number): void {
    this.#rated += 1;
    if (rating > fiveSteps[1]) this.#above += 1;
    if (rating > sevenSteps[1]) this.#farAbove += 1;
  }

  /** 1–7 for ratings that can't be meant otherwise, else 1–5. */
  scale(): Scale {
    if (this.#farAbove > 0) return fiveSteps;
    const isMany = this.#above >= Math.max(fewestOfAnotherScale, this.#rated * shareOfAnotherScale);
    return isMany ? sevenSteps : fiveSteps;
  }
}

/** The rating on the scale from 1 to 5; `undefined` for one off its scale. */
export function toFiveSteps(rating: number, scale: Scale): number | undefined {
  const [lowest, highest] = scale;
  if (!(rating >= lowest && rating <= highest)) return undefined;
  if (isFiveSteps(scale)) return rating;
  const mapped = 1 + (4 * (rating - lowest)) / (highest - lowest);
  // More decimals than any mean of ratings has.
  return Number(mapped.toFixed(4));
}

export function offScaleError({ word, rating, line }: RatedRow, [lowest, highest]: Scale): InputError {
  return badNorms(
    `ratings must lie in [${lowest}, ${highest}], got ${rating} for ${quoted(word)} in line ${line}`,
    'if the raters had another scale, pass it as the option scale',
  );
}
