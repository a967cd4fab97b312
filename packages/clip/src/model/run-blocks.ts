import type { Tensor } from '@tensorflow/tfjs-core';
import { differentiable } from '../ops/differentiable';
import type { ParameterScope } from './parameters';

/** A part of a tower: what it computes, and where its parameters lie. */
export interface Block {
  readonly scopes: readonly ParameterScope[];
  readonly run: (x: Tensor) => Tensor;
}

/**
 * Runs a tower's blocks one after another. Those before the first trainable parameter keep nothing for a
 * gradient, since none would flow there: a tower whose layers are frozen costs a forward pass and no memory.
 */
export function runBlocks<T extends Tensor>(x: Tensor, blocks: readonly Block[]): T {
  const firstTrained = blocks.findIndex(({ scopes }) => scopes.some((scope) => scope.trainable));
  const frozen = firstTrained < 0 ? blocks.length : firstTrained;
  const through = (start: Tensor, some: readonly Block[]) => some.reduce((y, block) => block.run(y), start);
  const features = frozen === 0 ? x : offTape(x, () => through(x, blocks.slice(0, frozen)));
  return through(features, blocks.slice(frozen)) as T;
}

/** Computes without the tape even while one is recorded: inside of a custom gradient tfjs records nothing. */
function offTape(x: Tensor, compute: () => Tensor): Tensor {
  return differentiable([x], () => ({
    value: compute(),
    gradient: () => {
      throw new Error('Nothing before a frozen block has a gradient.');
    },
  }));
}
