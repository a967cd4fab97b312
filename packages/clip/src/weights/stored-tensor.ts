import type { ParameterSpec } from '../model/parameter-specs';

/** A tensor as one of the two namings stores it, and the parameters that it gives. */
export interface StoredTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** One parameter, or several that lie one behind the other in it. */
  readonly parameters: readonly ParameterSpec[];
  /** Stored as [in, out], where the parameter is [out, in]. */
  readonly transposed?: boolean;
}

/** How a file names and arranges the tensors of a CLIP. */
export interface StoredModel {
  readonly tensors: readonly StoredTensor[];
  /** Constants that may lie among the weights, with their shapes; they are not read. */
  readonly ignored: ReadonlyMap<string, readonly number[]>;
}

/** The parameters of a stored tensor's values; views of them where they lie there as they are. */
export function arrange(
  { shape, parameters, transposed }: StoredTensor,
  values: Float32Array,
): { readonly spec: ParameterSpec; readonly values: Float32Array }[] {
  const ordered = transposed ? transpose(values, shape[0]!, shape[1]!) : values;
  let at = 0;
  return parameters.map((spec) => {
    const start = at;
    at += spec.shape.reduce((a, b) => a * b, 1);
    return { spec, values: ordered.subarray(start, at) };
  });
}

/** The opposite of {@link arrange}: what a file holds, from the values of parameters by name. */
export async function store(
  { shape, parameters, transposed }: StoredTensor,
  valuesOf: (parameter: string) => Promise<Float32Array>,
): Promise<Float32Array> {
  const [only] = parameters;
  if (only !== undefined && parameters.length === 1) {
    const values = await valuesOf(only.name);
    return transposed ? transpose(values, shape[1]!, shape[0]!) : values;
  }
  const whole = new Float32Array(shape.reduce((a, b) => a * b, 1));
  let at = 0;
  for (const { name } of parameters) {
    const values = await valuesOf(name);
    whole.set(values, at);
    at += values.length;
  }
  return whole;
}

function transpose(values: Float32Array, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[column * rows + row] = values[row * columns + column]!;
    }
  }
  return turned;
}
