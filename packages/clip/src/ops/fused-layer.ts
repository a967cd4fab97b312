import {
  type LayerParameter,
  layerParameters,
  layerSaved,
  runFusedKernel,
} from '@slipform/tfjs-kernels/registry';
import type { Tensor, Tensor2D, Tensor3D } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';
import { type Activation, activationKernel } from './gelu';

/** The parameters that their gradient needs. */
const needed = layerParameters.filter((name) => name[0] === 'w' || name.startsWith('gamma'));

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
  return differentiable<Tensor2D>([x, ...layerParameters.map((name) => of[name])], (save) => {
    const inputs = { x, ...of, ...(mask === undefined ? {} : { mask }) };
    const [value, ...rest] = runFusedKernel<[Tensor2D, ...Tensor[]]>('layer', inputs, attributes);
    save(x, ...needed.map((name) => of[name]), ...rest);
    const names = ['x', ...needed, ...layerSaved];
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
