/** A smooth function to be minimised. */
export interface Objective {
  /** The value at x; writes the gradient. */
  evaluate(x: Float64Array, gradient: Float64Array): Promise<number>;
  /** Multiplies in place by something close to the inverse Hessian where the last gradient was taken; optional. */
  precondition?(vector: Float64Array): void;
}

export interface LbfgsOptions {
  /**
   * Ends where a step promises to lower the value by no larger share of it: ½ gᵀHg ≤ tolerance · value, which is free
   * of the features' scale, as a bound on the gradient is not.
   */
  readonly tolerance: number;
  readonly maxIterations: number;
  /** Called after each iteration with the value. */
  readonly onIteration?: (iteration: number, value: number) => void;
}

export interface LbfgsResult {
  readonly value: number;
  readonly iterations: number;
  /** False where it ended by the number of iterations, or by rounding, before the tolerance was met. */
  readonly converged: boolean;
}

/** Pairs of steps and gradient changes that are remembered. */
const MEMORY = 10;
/** Armijo's condition: the share of the decrease that the slope promises. */
const SUFFICIENT = 1e-4;

/**
 * Minimises in place by L-BFGS with a backtracking line search. For convex functions, whose steps always have positive
 * curvature, that is enough; a pair that rounding spoilt is not remembered.
 * Source: Nocedal and Wright 2006, "Numerical Optimization", algorithms 7.4 and 3.1.
 */
export async function lbfgs(
  x: Float64Array,
  objective: Objective,
  options: LbfgsOptions,
): Promise<LbfgsResult> {
  let gradient = new Float64Array(x.length);
  let nextGradient = new Float64Array(x.length);
  const next = new Float64Array(x.length);
  const pairs: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  let value = await objective.evaluate(x, gradient);
  for (let iteration = 1; ; iteration++) {
    const direction = descend(gradient, pairs, objective);
    let slope = dot(gradient, direction);
    if (slope >= 0) {
      pairs.length = 0;
      direction.set(gradient.map((g) => -g));
      slope = -dot(gradient, gradient);
    }
    if (-slope / 2 <= options.tolerance * Math.abs(value))
      return { value, iterations: iteration - 1, converged: true };
    if (iteration > options.maxIterations) return { value, iterations: iteration - 1, converged: false };
    // Without a preconditioner the first step has no scale of its own.
    let step = pairs.length === 0 && !objective.precondition ? Math.min(1, 1 / largest(gradient)) : 1;
    let nextValue = Number.POSITIVE_INFINITY;
    for (let trial = 0; ; trial++) {
      for (let i = 0; i < x.length; i++) next[i] = x[i]! + step * direction[i]!;
      nextValue = await objective.evaluate(next, nextGradient);
      if (nextValue <= value + SUFFICIENT * step * slope) break;
      // Rounding hides what is left to gain.
      if (trial === 12) return { value, iterations: iteration - 1, converged: false };
      const fitted = (-slope * step * step) / (2 * (nextValue - value - slope * step));
      step = Number.isFinite(fitted) ? Math.min(0.5 * step, Math.max(0.1 * step, fitted)) : 0.1 * step;
    }
    remember(pairs, x, next, gradient, nextGradient);
    x.set(next);
    value = nextValue;
    [gradient, nextGradient] = [nextGradient, gradient];
    options.onIteration?.(iteration, value);
  }
}

/** −H·gradient by the two loops, H₀ being the preconditioner scaled as the last step asks. */
function descend(
  gradient: Float64Array,
  pairs: readonly { s: Float64Array; y: Float64Array; rho: number }[],
  objective: Objective,
): Float64Array {
  const q = Float64Array.from(gradient);
  const alphas = new Array<number>(pairs.length);
  for (let i = pairs.length - 1; i >= 0; i--) {
    const { s, y, rho } = pairs[i]!;
    alphas[i] = rho * dot(s, q);
    addScaled(q, y, -alphas[i]!);
  }
  const last = pairs.at(-1);
  if (objective.precondition) {
    objective.precondition(q);
    if (last) {
      const z = Float64Array.from(last.y);
      objective.precondition(z);
      scale(q, 1 / (last.rho * dot(last.y, z)));
    }
  } else if (last) {
    scale(q, 1 / (last.rho * dot(last.y, last.y)));
  }
  pairs.forEach(({ s, y, rho }, i) => {
    addScaled(q, s, alphas[i]! - rho * dot(y, q));
  });
  scale(q, -1);
  return q;
}

function remember(
  pairs: { s: Float64Array; y: Float64Array; rho: number }[],
  x: Float64Array,
  next: Float64Array,
  gradient: Float64Array,
  nextGradient: Float64Array,
): void {
  const s = next.map((value, i) => value - x[i]!);
  const y = nextGradient.map((value, i) => value - gradient[i]!);
  const curvature = dot(s, y);
  if (!(curvature > 1e-10 * Math.sqrt(dot(s, s) * dot(y, y)))) return;
  pairs.push({ s, y, rho: 1 / curvature });
  if (pairs.length > MEMORY) pairs.shift();
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i]! += factor * source[i]!;
}

function scale(target: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i]! *= factor;
}

function largest(vector: Float64Array): number {
  let found = 0;
  for (const value of vector) found = Math.max(found, Math.abs(value));
  return found;
}
