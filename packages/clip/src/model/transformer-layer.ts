import {
  hasFusedKernel,
  type LayerParameter,
  layerParameters,
  layerSaved,
  runFusedKernel,
} from '@slipform/tfjs-kernels/registry';
import { type Tensor, type Tensor1D, type Tensor2D, type Tensor3D, tidy } from '@tensorflow/tfjs-core';
import { attention } from '../ops/attention';
import { differentiable } from '../ops/differentiable';
import { gatherRows } from '../ops/gather-rows';
import { type Activation, activate, activationKernel } from '../ops/gelu';
import { layerNorm } from '../ops/layer-norm';
import { frozenLinear, linear, sideBySide } from '../ops/linear';
import type { TowerConfig } from './clip-config';
import { factors, type ParameterScope } from './parameters';

export interface LayerInput {
  readonly batch: number;
  readonly mask?: Tensor3D | undefined;
  /**
   * Row of the one token of each sequence that is read, int32 [batch]. Then the layer computes queries and
   * everything after them for these rows alone: exact, since only keys and values mix tokens.
   */
  readonly readRows?: Tensor1D | undefined;
}

/**
 * One pre-norm transformer layer, x + attention(norm(x)) and then x + mlp(norm(x)), on `x` [batch·tokens,
 * width]; the result has the same shape, or [batch, width] with `readRows`. What a gradient does not ask for is
 * let go at once: without one, memory holds a single layer's activations.
 */
export function transformerLayer(
  x: Tensor2D,
  layer: ParameterScope,
  tower: Required<TowerConfig>,
  input: LayerInput,
): Tensor2D {
  if (input.readRows === undefined && hasFusedKernel('layer') && !layer.hasFactors)
    return inOneKernel(x, layer, tower, input);
  return tidy(() => attendAndTransform(x, layer, tower, input));
}

function inOneKernel(
  x: Tensor2D,
  layer: ParameterScope,
  { heads, layerNormEpsilon: epsilon, activation }: Required<TowerConfig>,
  { batch, mask }: LayerInput,
): Tensor2D {
  const weight = (name: string) => layer.matrix(`${name}.weight`);
  const bias = (name: string) => layer.vector(`${name}.bias`);
  const parameters = {
    ...{ gamma1: layer.vector('layer_norm1.weight'), beta1: bias('layer_norm1') },
    ...{ wQ: weight('self_attn.q_proj'), bQ: bias('self_attn.q_proj') },
    ...{ wK: weight('self_attn.k_proj'), bK: bias('self_attn.k_proj') },
    ...{ wV: weight('self_attn.v_proj'), bV: bias('self_attn.v_proj') },
    ...{ wO: weight('self_attn.out_proj'), bO: bias('self_attn.out_proj') },
    ...{ gamma2: layer.vector('layer_norm2.weight'), beta2: bias('layer_norm2') },
    ...{ w1: weight('mlp.fc1'), b1: bias('mlp.fc1'), w2: weight('mlp.fc2'), b2: bias('mlp.fc2') },
  };
  return tidy(() => fusedLayer(x, parameters, { batch, heads, epsilon, activation, mask }));
}

function attendAndTransform(
  x: Tensor2D,
  layer: ParameterScope,
  tower: Required<TowerConfig>,
  { batch, mask, readRows }: LayerInput,
): Tensor2D {
  const attn = layer.scope('self_attn');
  const normed = norm(x, layer.scope('layer_norm1'), tower);
  const keysValues = attn.hasFactors
    ? sideBySide(dense(normed, attn.scope('k_proj')), dense(normed, attn.scope('v_proj')))
    : linear(
        normed,
        [attn.matrix('k_proj.weight'), attn.matrix('v_proj.weight')],
        [attn.vector('k_proj.bias'), attn.vector('v_proj.bias')],
      );
  const asked = readRows === undefined ? normed : gatherRows(normed, readRows);
  const queries = dense(asked, attn.scope('q_proj'));
  const mixed = attention(queries, keysValues, { batch, heads: tower.heads, mask });
  const kept = readRows === undefined ? x : gatherRows(x, readRows);
  const attended = dense(mixed, attn.scope('out_proj'), kept);

  const hidden = dense(norm(attended, layer.scope('layer_norm2'), tower), layer.scope('mlp.fc1'));
  return dense(activate(hidden, tower.activation), layer.scope('mlp.fc2'), attended);
}

export function norm(x: Tensor2D, scope: ParameterScope, tower: Required<TowerConfig>): Tensor2D {
  return layerNorm(x, scope.vector('weight'), scope.vector('bias'), tower.layerNormEpsilon);
}

/** base + x·(W + B·A)ᵀ + b; B·A is there in a run of low rank, as x·Aᵀ·Bᵀ, and W and b are fixed then. */
function dense(x: Tensor2D, scope: ParameterScope, base?: Tensor2D): Tensor2D {
  const [weight, bias] = [scope.matrix('weight'), scope.vector('bias')];
  if (!scope.has(factors.a)) return linear(x, [weight], [bias], base);
  const narrow = linear(x, [scope.matrix(factors.a)]);
  return linear(narrow, [scope.matrix(factors.b)], [], frozenLinear(x, weight, bias, base));
}

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

/** The parameters that their gradient needs. */
const needed = layerParameters.filter((name) => name[0] === 'w' || name.startsWith('gamma'));

interface FusedLayer {
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
function fusedLayer(
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
