import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
import { add, clone, mul, type Tensor, tidy, type Variable, variable } from '@tensorflow/tfjs-core';
import { ClipModel, checkModel } from '../model/clip-model';
import { withFactors } from '../model/low-rank';
import { isFactor } from '../model/parameters';

/**
 * A model between two of one architecture that began from the same weights: (1 − α) · before + α · after, parameter by
 * parameter (Wortsman et al. 2022, "WiSE-FT"). It costs no training: half way back to the start, a fine-tuned model often keeps
 * what it learned and finds again what it had forgotten. Choose α on validation data.
 *
 * Several models as `after` are averaged first, such as those of several seeds ("model soups", Wortsman et al. 2022); with
 * α = 1 the average comes back.
 *
 * @param alpha 0 gives the weights of `before`, 1 those of `after`, bit for bit; outside of [0, 1] it extrapolates, from −1 to 2
 * @returns A new model; the others stay the caller's
 * @throws {InputError} for models of different configs, and an `alpha` out of its range
 * @example
 * const start = await loadClip('my-model');
 * const half = interpolateWeights(start, model, 0.5);
 */
export function interpolateWeights(
  before: ClipModel,
  after: ClipModel | readonly ClipModel[],
  alpha: number,
): ClipModel {
  const place = 'interpolateWeights';
  if (typeof alpha !== 'number' || !(alpha >= -1 && alpha <= 2)) {
    refuse(place, 'alpha', 'must be a number from -1 to 2', shown(alpha));
  }
  const others = Array.isArray(after) ? (after as readonly ClipModel[]) : [after as ClipModel];
  if (others.length === 0) throw new InputError(`${place}: after must be a model, or several.`);
  for (const model of [before, ...others]) checkModel(place, model);
  for (const other of others) refuseOtherConfig(place, before, other);
  const names = [...before.parameters.keys()].filter((name) => !isFactor(name));
  const mixed = (name: string): Tensor => {
    const own = withFactors(before.parameters, name);
    if (alpha === 0) return clone(own);
    const theirs = others.map(({ parameters }) => withFactors(parameters, name));
    const mean =
      theirs.length === 1
        ? theirs[0]!
        : mul(
            theirs.reduce((a, b) => add(a, b)),
            1 / theirs.length,
          );
    return alpha === 1 ? clone(mean) : add(mul(own, 1 - alpha), mul(mean, alpha));
  };
  const parameters = names.map((name): [string, Variable] => [name, tidy(() => variable(mixed(name), true))]);
  return new ClipModel(before.config, new Map(parameters));
}

/** Where the logit scale once began is not what a model is. */
function refuseOtherConfig(place: string, { config: own }: ClipModel, { config: other }: ClipModel): void {
  for (const part of ['image', 'text', 'embeddingSize'] as const) {
    const [a, b] = [fieldsOf(own[part], part), fieldsOf(other[part], part)];
    const name = Object.keys(a).find((field) => a[field] !== b[field]);
    if (name === undefined) continue;
    refuse(place, 'after', `must have the config of before, whose ${name} is ${a[name]}`, b[name]);
  }
}

function fieldsOf(value: object | number, name: string): Readonly<Record<string, string>> {
  if (typeof value === 'number') return { [name]: `${value}` };
  const fields = Object.entries(value).map(([key, field]) => [`${name}.${key}`, JSON.stringify(field)]);
  return Object.fromEntries(fields);
}
