import { type Rule, rule } from './rule';

export interface Bounds {
  /** The least value. */
  readonly min?: number;
  /** The largest value. */
  readonly max?: number;
}

export interface NumberBounds extends Bounds {
  /** The value must be larger than this. */
  readonly above?: number;
  /** The value must be smaller than this. */
  readonly below?: number;
}

/** A finite number within bounds. */
/* @__NO_SIDE_EFFECTS__ */
export function number(bounds: NumberBounds = {}): Rule<number> {
  return numeric('a number', 'a finite number', bounds, Number.isFinite);
}

/** An integer within bounds; without a bound up to 2⁵³ − 1, the last that a number holds exactly. */
/* @__NO_SIDE_EFFECTS__ */
export function integer(bounds: Bounds = {}): Rule<number> {
  return numeric('an integer', 'an integer', bounds, Number.isSafeInteger);
}

function numeric(
  kind: string,
  unbounded: string,
  bounds: NumberBounds,
  is: (value: unknown) => boolean,
): Rule<number> {
  const { min = -Infinity, max = Infinity, above = -Infinity, below = Infinity } = bounds;
  return rule(
    rangeText(kind, unbounded, bounds),
    (value) => {
      const x = value as number;
      return is(value) && x >= min && x <= max && x > above && x < below;
    },
    { form: 'number' },
  );
}

function rangeText(kind: string, unbounded: string, { min, max, above, below }: NumberBounds): string {
  if (min !== undefined && max !== undefined) return `${kind} from ${min} to ${max}`;
  const ends = [
    min !== undefined && `of at least ${min}`,
    above !== undefined && `above ${above}`,
    max !== undefined && `of at most ${max}`,
    below !== undefined && `below ${below}`,
  ].filter((end) => end !== false);
  return ends.length > 0 ? `${kind} ${ends.join(' and ')}` : unbounded;
}
