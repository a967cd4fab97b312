import type { Tensor1D, Tensor2D, Tensor4D, Variable } from '@tensorflow/tfjs-core';

/** A model's trainable variables by their Hugging Face names. */
export type Parameters = ReadonlyMap<string, Variable>;

/**
 * Names, beside a matrix's own `weight`, of the factors of its change W + B·A while a run of low rank trains them: PEFT's.
 * A [rank, in], B [out, rank].
 */
export const factors = { a: 'lora_A.weight', b: 'lora_B.weight' } as const;

/** Whether a parameter is a factor of low rank, and not one of CLIP's own. */
export function isFactor(name: string): boolean {
  return /\.lora_[AB]\.weight$/.test(name);
}

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

  has(name: string): boolean {
    return this.parameters.has(this.prefix + name);
  }

  /** Whether a matrix below the prefix has factors of low rank beside it. */
  get hasFactors(): boolean {
    return [...this.parameters.keys()].some((name) => name.startsWith(this.prefix) && isFactor(name));
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
