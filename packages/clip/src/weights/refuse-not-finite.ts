import { InputError } from '../input-error';

/** The first of the values that is NaN or infinite, if there is one. */
export function notFinite(values: Float32Array): number | undefined {
  // A loop: a large matrix has millions of values, and a callback for each takes several times as long.
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return values[i];
  return undefined;
}

/** Throws an InputError that names a tensor and what it holds that is not finite. */
export function refuseNotFinite(caller: string): (name: string, value: number) => never {
  return (name, value) => {
    throw new InputError(
      `${caller}: the weights must be finite, and ${name} holds ${value}; take those of an earlier checkpoint, or train anew with a lower learning rate.`,
    );
  };
}
