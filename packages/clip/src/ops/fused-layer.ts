import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';
import { runFusedKernel } from './fused-kernels';
import { type Activation, activationKernel } from './gelu';

/** Parameters of a transformer layer: two norms, queries, keys, values, output, and the MLP's two matrices. */
const parameters = [
  ...(['gamma1', 'beta1'] as const),
  ...(['wQ', 'bQ', 'wK', 'bK', 'wV', 'bV', 'wO', 'bO'] as const),
  ...(['gamma2', 'beta2', 'w1', 'b1', 'w2', 'b2'] as const),
] as const;
export type LayerParameter = (typeof parameters)[number];

/** Those that their gradient needs. */
const needed = parameters.filter((name) => name[0] === 'w' || name.startsWith('gamma'));

/** What the forward pass keeps for the gradient besides. */
const kept = [
  ...(['normed1', 'stats1', 'asked', 'mixed', 'weights'] as const),
  ...(['attended', 'normed2', 'stats2', 'hidden', 'active'] as const),
] as const;
export type LayerSaved = (typeof kept)[number];

export interface FusedLayer {
  readonly batch: number;
  readonly heads: number;
  readonly epsilon: number;
  readonly activation: Activation;
  readonly mask: Tensor3D | undefined;
}

/**
 * A whole pre-norm transformer layer, `x` [batch·tokens, width], as one node of the tape, where the backend has the
 * kernel: tfjs spends on each of a layer's twenty ops what a small product takes. Gradients that meet within the layer
 * are added where they are computed.
 */
export function fusedLayer(
  x: Tensor2D,
  of: Readonly<Record<LayerParameter, Tensor>>,
  { batch, heads, epsilon, activation, mask }: FusedLayer,
): Tensor2D {
  const attributes = { batch, heads, epsilon, ...activationKernel(activation) };
  return differentiable<Tensor2D>([x, ...parameters.map((name) => of[name])], (save) => {
    const inputs = { x, ...of, ...(mask === undefined ? {} : { mask }) };
    const [value, ...rest] = runFusedKernel<[Tensor2D, ...Tensor[]]>('layer', inputs, attributes);
    save(x, ...needed.map((name) => of[name]), ...rest);
    const names = ['x', ...needed, ...kept];
    return {
      value,
      gradient: (dy, saved) =>
        runFusedKernel<Tensor[]>(
          'layerGradient',
          { dy, ...Object.fromEntries(saved.map((tensor, i) => [names[i]!, tensor])) },
          attributes,
        ),
    };
  });
}
