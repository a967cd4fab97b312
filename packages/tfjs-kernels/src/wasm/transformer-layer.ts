import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { LayerParameter, LayerSaved } from '../registry/fused-kernels';
import { attention, attentionGradient } from './attention';
import { gated, gatedGradient, gelu, geluGradient } from './elementwise';
import type { Heap } from './heap';
import { layerNorm, layerNormGradient } from './layer-norm';
import { linear, linearGradient } from './linear';

type Inputs = Readonly<Record<'x' | LayerParameter, TensorInfo>>;
type Saved = Readonly<Record<'x' | 'dy' | LayerParameter | LayerSaved, TensorInfo>>;

/**
 * x + attention(norm(x)), and that plus mlp(norm of it): a pre-norm transformer layer from the kernels of its parts, for
 * inputs x [batch·n, width], its parameters and, or not, a mask → y, and what the gradient needs, in the order of
 * {@link layerSaved}.
 */
export function layer(heap: Heap, named: NamedTensorInfoMap, attributes: NamedAttrMap): TensorInfo[] {
  const { mask } = named;
  const inputs = named as NamedTensorInfoMap & Inputs;
  const { x } = inputs;
  const norm = (of: TensorInfo, gamma: TensorInfo, beta: TensorInfo) =>
    layerNorm(heap, { x: of, gamma, beta }, attributes) as [TensorInfo, TensorInfo];
  return heap.scoped(() => {
    const [normed1, stats1] = norm(x, inputs.gamma1, inputs.beta1);
    // One product for all three: their input is read once.
    const asked = linear(heap, {
      x: normed1,
      w0: inputs.wQ,
      w1: inputs.wK,
      w2: inputs.wV,
      b0: inputs.bQ,
      b1: inputs.bK,
      b2: inputs.bV,
    });
    const [mixed, weights] = attention(
      heap,
      { asked, ...(mask === undefined ? {} : { mask }) },
      attributes,
    ) as [TensorInfo, TensorInfo];
    const attended = linear(heap, { x: mixed, w0: inputs.wO, b0: inputs.bO, base: x });
    const [normed2, stats2] = norm(attended, inputs.gamma2, inputs.beta2);
    const hidden = linear(heap, { x: normed2, w0: inputs.w1, b0: inputs.b1 });
    const active = (attributes.kernel === 'gelu' ? gelu : gated)(heap, { x: hidden }, attributes);
    const y = linear(heap, { x: active, w0: inputs.w2, b0: inputs.b2, base: attended });
    const attentionParts = [normed1, stats1, asked, mixed, weights];
    return [y, ...attentionParts, attended, normed2, stats2, hidden, active];
  });
}

/** Gradients of x and of the parameters, in their order, for what {@link layer} was given and gave, and dy. */
export function layerGradient(heap: Heap, named: NamedTensorInfoMap, attributes: NamedAttrMap): TensorInfo[] {
  const saved = named as NamedTensorInfoMap & Saved;
  const { x, dy, normed1, attended, hidden } = saved;
  const back = (of: TensorInfo, slope: TensorInfo, w: Readonly<Record<string, TensorInfo>>) =>
    linearGradient(heap, { x: of, dy: slope, ...w }, { biases: true }) as [TensorInfo, ...TensorInfo[]];
  const throughNorm = (
    of: TensorInfo,
    stats: TensorInfo,
    gamma: TensorInfo,
    slope: TensorInfo,
    base: TensorInfo,
  ) => layerNormGradient(heap, { x: of, gamma, stats, dy: slope, base }) as [TensorInfo, ...TensorInfo[]];
  return heap.scoped(() => {
    const [dActive, ...second] = back(saved.active, dy, { w0: saved.w2 });
    const activation = attributes.kernel === 'gelu' ? geluGradient : gatedGradient;
    const dHidden = activation(heap, { x: hidden, dy: dActive }, attributes);
    heap.release(dActive);
    const [dNormed2, ...first] = back(saved.normed2, dHidden, { w0: saved.w1 });
    heap.release(dHidden);
    const [dAttended, ...norm2] = throughNorm(attended, saved.stats2, saved.gamma2, dNormed2, dy);
    heap.release(dNormed2);
    const [dMixed, ...out] = back(saved.mixed, dAttended, { w0: saved.wO });
    const { asked, weights } = saved;
    const [dAsked] = attentionGradient(heap, { asked, weights, dy: dMixed }, attributes) as [TensorInfo];
    heap.release(dMixed);
    const stacked = { w0: saved.wQ, w1: saved.wK, w2: saved.wV };
    const [dNormed1, ...qkv] = back(normed1, dAsked, stacked);
    heap.release(dAsked);
    const [dx, ...norm1] = throughNorm(x, saved.stats1, saved.gamma1, dNormed1, dAttended);
    const asking = [0, 1, 2].flatMap((at) => [qkv[at]!, qkv[at + 3]!]);
    return [dx, ...norm1, ...asking, ...out, ...norm2, ...first, ...second];
  });
}
