import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { normalNumbers } from '@slipform/kit/random/normal-numbers';
import { add, matMul, type Tensor, type Tensor2D, tidy, type Variable } from '@tensorflow/tfjs-core';
import type { ClipModel } from './clip-model';
import { toVariable } from './create-clip';
import type { ParameterSpec } from './parameter-specs';
import { factors, type Parameters } from './parameters';

/** The matrices that a change of low rank may have: attention's four and the MLP's two. */
const adaptable = /\.encoder\.layers\.\d+\.(self_attn\.(q|k|v|out)_proj|mlp\.fc[12])\.weight$/;

/** The names of the factors of a matrix's change, A and B. */
function factorsOf(weight: string): readonly [a: string, b: string] {
  const place = weight.replace(/weight$/, '');
  return [place + factors.a, place + factors.b];
}

/**
 * Low-rank adaptation (Hu et al. 2021, "LoRA", section 4.1): of the parameters that are trainable, the attention and MLP
 * matrices become W + B·A with A [rank, in] and B [out, rank], and from here on the factors alone are trained. B is 0 and A
 * is normal with standard deviation in^−½ from a fixed seed, so that the model is what it was. The paper's scale α / rank is 1.
 *
 * The factors are parameters of the model until {@link mergeFactors}, so that every pass, save and checkpoint knows them.
 *
 * @throws {InputError} where no such matrix is trainable, or `rank` is above the smallest side of one
 */
export function addFactors(model: ClipModel, rank: number): void {
  const chosen = [...model.parameters].filter(([name, { trainable }]) => trainable && adaptable.test(name));
  if (chosen.length === 0) {
    throw new InputError(
      'trainClip: rank changes the attention and MLP matrices of a tower, and trainable leaves none of them; leave rank out, or name a tower, such as text_*.',
    );
  }
  const widest = Math.min(...chosen.flatMap(([, { shape }]) => shape));
  if (rank > widest) {
    refuse(
      'trainClip',
      'rank',
      `must be at most ${widest}, the width of the tower that is trained`,
      rank,
      'LoRA takes 4 to 64',
    );
  }
  for (const parameter of model.parameters.values()) parameter.trainable = false;
  const next = normalNumbers(0);
  for (const [name, { shape }] of chosen) {
    const [out, input] = shape as [number, number];
    const [a, b] = factorsOf(name);
    const start = Float32Array.from({ length: rank * input }, () => next() * input ** -0.5);
    changeable(model).set(a, toVariable(start, [rank, input]));
    changeable(model).set(b, toVariable(new Float32Array(out * rank), [out, rank]));
  }
}

/**
 * What the factors among a file's tensors must be: of both of a matrix, and of the rank that A's rows say.
 */
export function factorSpecs(
  specs: readonly ParameterSpec[],
  found: readonly { readonly name: string; readonly shape: readonly number[] }[],
): ParameterSpec[] {
  const shapes = new Map(found.map(({ name, shape }) => [name, shape]));
  return specs.flatMap(({ name, shape }) => {
    const [a, b] = factorsOf(name);
    const rank = shapes.get(a)?.[0] ?? shapes.get(b)?.[1] ?? 0;
    if (!adaptable.test(name) || rank < 1) return [];
    const start = { constant: 0 };
    return [
      { name: a, shape: [rank, shape[1]!], start },
      { name: b, shape: [shape[0]!, rank], start },
    ];
  });
}

/** Adds each change B·A to its matrix and takes the factors away. */
export function mergeFactors(model: ClipModel): void {
  for (const [name, weight] of model.parameters) {
    if (!hasFactors(model.parameters, name)) continue;
    tidy(() => weight.assign(withFactors(model.parameters, name)));
    for (const factor of factorsOf(name)) {
      model.parameters.get(factor)!.dispose();
      changeable(model).delete(factor);
    }
  }
}

/** A parameter as it is in use: W + B·A where it has factors, a tensor of its own, else the parameter itself. */
export function withFactors(parameters: Parameters, name: string): Tensor {
  const weight = parameters.get(name)!;
  if (!hasFactors(parameters, name)) return weight;
  const [a, b] = factorsOf(name).map((factor) => parameters.get(factor) as Tensor as Tensor2D);
  return tidy(() => add(weight, matMul(b!, a!)));
}

export function hasFactors(parameters: Parameters, name: string): boolean {
  return adaptable.test(name) && parameters.has(factorsOf(name)[0]);
}

/** A model's map, which nobody else changes. */
function changeable({ parameters }: ClipModel): Map<string, Variable> {
  return parameters as Map<string, Variable>;
}
