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
  return numeric('a finite number', Number.isFinite, bounds);
}

/** An integer within bounds; without a bound up to 2⁵³ − 1, the last that a number holds exactly. */
/* @__NO_SIDE_EFFECTS__ */
export function integer(bounds: Bounds = {}): Rule<number> {
  return numeric('an integer', Number.isSafeInteger, bounds);
}

function numeric(kind: string, is: (value: unknown) => boolean, bounds: NumberBounds): Rule<number> {
  const { min, max, above, below } = bounds;
  const ends = Object.entries({ 'of at least': min, above, 'of at most': max, below })
    .filter(([, end]) => end !== undefined)
    .map((words) => words.join(' '));
  const what = min !== undefined && max !== undefined ? `from ${min} to ${max}` : ends.join(' and ');
  return rule(
    `${kind} ${what}`.trim(),
    // A comparison with undefined, a bound that is not there, is false.
    (value) => {
      const x = value as number;
      return is(x) && !(x < min! || x > max! || x <= above! || x >= below!);
    },
    { form: 'number' },
  );
}
