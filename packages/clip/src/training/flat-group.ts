import { refuse } from '@slipform/kit/errors/input-error';
import {
  concat,
  getBackend,
  type Rank,
  reshape,
  slice,
  type Tensor,
  type Tensor1D,
  type Variable,
} from '@tensorflow/tfjs-core';
import { whereValuesLie } from '../backend/backends';

interface Member {
  readonly name: string;
  readonly shape: number[];
  readonly size: number;
}

/**
 * Enough numbers to hide the cost of a call. In a process' memory no more, since cutting a part out of a vector copies
 * the vector on wasm; on a device and in TensorFlow 16 MB, since a call costs more than what it computes.
 */
const largestGroup = () => (whereValuesLie(getBackend()) !== 'process' ? 2 ** 22 : 2 ** 15);

/**
 * Parameters that are updated as one vector. A small model has a hundred parameters and an optimiser a dozen
 * ops; one by one their calls would take longer than their arithmetic.
 */
export class FlatGroup {
  private constructor(
    private readonly members: readonly Member[],
    readonly decays: boolean,
  ) {}

  /** Groups of parameters that share weight decay or its absence, each at most 32 Ki numbers (4 Mi on a GPU) unless one alone is larger. */
  static of(parameters: Iterable<readonly [string, Tensor]>, decays: (x: Tensor) => boolean): FlatGroup[] {
    const groups: FlatGroup[] = [];
    const largest = largestGroup();
    for (const decay of [true, false]) {
      let members: Member[] = [];
      let size = 0;
      for (const [name, x] of parameters) {
        if (decays(x) !== decay) continue;
        if (members.length > 0 && size + x.size > largest) {
          groups.push(new FlatGroup(members, decay));
          members = [];
          size = 0;
        }
        members.push({ name, shape: x.shape, size: x.size });
        size += x.size;
      }
      if (members.length > 0) groups.push(new FlatGroup(members, decay));
    }
    return groups;
  }

  get size(): number {
    return this.members.reduce((sum, { size }) => sum + size, 0);
  }

  /** The members' tensors one after another, [size]. */
  flatten(tensors: ReadonlyMap<string, Tensor>): Tensor1D {
    const parts = this.members.map(({ name, size }) => reshape<Rank.R1>(tensors.get(name)!, [size]));
    return parts.length === 1 ? parts[0]! : concat(parts);
  }

  /** The members' tensors in order. */
  tensorsOf(tensors: ReadonlyMap<string, Tensor>): Tensor[] {
    return this.members.map(({ name }) => tensors.get(name)!);
  }

  /** Each member's part of `values` [size], by name, as views. */
  split(values: Float32Array): [name: string, part: { shape: number[]; values: Float32Array }][] {
    let start = 0;
    return this.members.map(({ name, shape, size }) => {
      start += size;
      return [name, { shape, values: values.subarray(start - size, start) }];
    });
  }

  /** The opposite of {@link split}: the members' values one after another. Throws where one has another size. */
  join(valuesOf: (name: string) => Float32Array): Float32Array {
    const all = new Float32Array(this.size);
    let start = 0;
    for (const { name, size } of this.members) {
      const part = valuesOf(name);
      if (part.length !== size) {
        refuse(undefined, `The values of ${name}`, `must be ${size}`, part.length);
      }
      all.set(part, start);
      start += size;
    }
    return all;
  }

  /** Gives each member its part of `values` [size] as a new tensor: wasm caches weights by tensor, so none is written in place. */
  assign(values: Tensor1D, variables: ReadonlyMap<string, Variable>): void {
    const [only] = this.members;
    if (only !== undefined && this.members.length === 1) {
      variables.get(only.name)!.assign(reshape(values, only.shape));
      return;
    }
    let start = 0;
    for (const { name, shape, size } of this.members) {
      variables.get(name)!.assign(reshape(slice(values, start, size), shape));
      start += size;
    }
  }

  /** Gives each member its new tensor, in order. */
  assignEach(values: readonly Tensor[], variables: ReadonlyMap<string, Variable>): void {
    this.members.forEach(({ name }, i) => {
      variables.get(name)!.assign(values[i]!);
    });
  }
}
