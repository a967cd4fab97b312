import { InputError } from '../input-error';

/** Throws an InputError that names the tensor where its values hold NaN or an infinite number. */
export function refuseNotFinite(place: string, name: string, values: Float32Array): void {
  // A loop: a large matrix has millions of values, and a callback for each takes several times as long.
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    throw new InputError(
      `${place}: the weights must be finite, and ${name} holds ${values[i]}; take those of an earlier checkpoint, or train anew with a lower learning rate.`,
    );
  }
}
