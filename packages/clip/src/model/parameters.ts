import type { Tensor1D, Tensor2D, Tensor4D, Variable } from '@tensorflow/tfjs-core';

/** A model's trainable variables by their Hugging Face names. */
export type Parameters = ReadonlyMap<string, Variable>;

/** Looks parameters up below a prefix, with the rank that the layer expects. */
export class ParameterScope {
  constructor(
    private readonly parameters: Parameters,
    private readonly prefix: string,
  ) {}

  scope(name: string): ParameterScope {
    return new ParameterScope(this.parameters, `${this.prefix}${name}.`);
  }

  /** Whether any parameter below the prefix is trained. */
  get trainable(): boolean {
    for (const [name, { trainable }] of this.parameters) {
      if (trainable && name.startsWith(this.prefix)) return true;
    }
    return false;
  }

  vector(name: string): Tensor1D {
    return this.get(name) as Tensor1D;
  }

  matrix(name: string): Tensor2D {
    return this.get(name) as Tensor2D;
  }

  filters(name: string): Tensor4D {
    return this.get(name) as Tensor4D;
  }

  private get(name: string): Variable {
    const parameter = this.parameters.get(this.prefix + name);
    if (parameter === undefined) throw new Error(`The model has no parameter ${this.prefix}${name}.`);
    return parameter;
  }
}
