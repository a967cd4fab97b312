import type { Estimate } from '../statistics/seed-interval';

export type Measure = 'composition' | 'retrieval' | 'zeroshot';

/** What a model scores; a measure that was not asked is missing. */
export type Scores = Readonly<Partial<Record<Measure, Estimate>>>;

/** A model on the way from the start: interpolated weights, or a checkpoint. */
export interface CurvePoint {
  readonly model: string;
  /** Of weights between two models: 0 is the start's. */
  readonly alpha?: number;
  readonly test: Scores;
  /** The same on validation data, which alone may choose. */
  readonly validation?: Scores;
}

export interface Choice {
  /** The place of the chosen point; undefined where there is none. */
  readonly at?: number;
  /** Why, in a sentence. */
  readonly because: string;
}

/** The place of the model that all others are compared with: α = 0, or the first. */
export function startOf(points: readonly Pick<CurvePoint, 'alpha'>[]): number {
  return Math.max(
    0,
    points.findIndex(({ alpha }) => alpha === 0),
  );
}

/**
 * The point that gains most composition on validation data among those that lose no more of retrieval than is allowed.
 *
 * @param maxLoss in percentage points
 */
export function choosePoint(points: readonly CurvePoint[], maxLoss: number): Choice {
  const start = points[startOf(points)]!;
  const changes = points.flatMap(({ model, validation }, at) => {
    const [gain, loss] = [
      change('composition', start.validation, validation),
      -change('retrieval', start.validation, validation),
    ];
    return Number.isFinite(gain) && Number.isFinite(loss) ? [{ at, model, gain, loss }] : [];
  });
  if (changes.length === 0)
    return { because: 'Nothing is chosen: test data must not choose, and no validation data is named.' };
  const gaining = changes.filter(({ gain }) => gain > 0);
  if (gaining.length === 0)
    return { because: `Nothing is chosen: no model gains composition on ${start.model} on validation data.` };
  // Sums of shares end a little beside a round number.
  const allowed = gaining.filter(({ loss }) => loss <= maxLoss + 1e-9);
  const within = `a loss of ${maxLoss} ${maxLoss === 1 ? 'point' : 'points'} of retrieval`;
  if (allowed.length === 0) {
    const least = gaining.reduce((one, other) => (other.loss < one.loss ? other : one));
    return {
      because: `Nothing is chosen: no model gains composition within ${within} on validation data; the one that loses least is ${least.model}, ${least.loss.toFixed(1)} points.`,
    };
  }
  const best = allowed.reduce((one, other) => (other.gain > one.gain ? other : one));
  return {
    at: best.at,
    because: `${best.model} gains most composition within ${within} on validation data: composition +${best.gain.toFixed(1)}, retrieval ${best.loss > 0 ? '−' : '+'}${Math.abs(best.loss).toFixed(1)} points.`,
  };
}

/** In percentage points; NaN where one of the two was not measured. */
function change(measure: Measure, from: Scores | undefined, to: Scores | undefined): number {
  return 100 * ((to?.[measure]?.value ?? Number.NaN) - (from?.[measure]?.value ?? Number.NaN));
}
