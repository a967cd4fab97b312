import { getKernel, type NamedTensorInfoMap, type TensorInfo } from '@tensorflow/tfjs-core';
import { elementwise, type GpuBackend } from './program';

type Numbers = Readonly<
  Record<'beta1' | 'beta2' | 'biasCorrection2' | 'epsilon' | 'decayFactor' | 'stepSize', number>
>;

/**
 * A group's parameters `theta0`, `theta1`, …, their gradients `g0`, `g1`, …, its moments `m` and `v` and perhaps `scale`:
 * [θ′ of each, m′, v′]; see adamWStep. θ′ is computed from the moments before, and not cut out of a vector.
 */
export function adamW(
  backend: GpuBackend,
  inputs: Readonly<Record<string, TensorInfo>>,
  numbers: Numbers,
): TensorInfo[] {
  const { m, v, scale } = inputs as { m: TensorInfo; v: TensorInfo; scale?: TensorInfo };
  const scaled = scale === undefined ? {} : { scale };
  const g = (at: string) => (scale === undefined ? `g[${at}]` : `g[${at}] * scale[0]`);
  const moments = {
    beta1: ['f32', numbers.beta1],
    beta2: ['f32', numbers.beta2],
    rest1: ['f32', 1 - numbers.beta1],
    rest2: ['f32', 1 - numbers.beta2],
  } as const;
  const gradients: TensorInfo[] = [];
  const next: TensorInfo[] = [];
  let start = 0;
  for (let i = 0; inputs[`theta${i}`] !== undefined; i++) {
    const [theta, gradient] = [inputs[`theta${i}`]!, inputs[`g${i}`]!];
    next.push(
      elementwise(backend, {
        key: `adamWeights${scale === undefined ? '' : 'Scaled'}`,
        inputs: { theta, g: gradient, m, v, ...scaled },
        uniforms: {
          ...moments,
          start: ['i32', start],
          correction: ['f32', numbers.biasCorrection2],
          epsilon: ['f32', numbers.epsilon],
          decay: ['f32', numbers.decayFactor],
          rate: ['f32', numbers.stepSize],
        },
        shape: theta.shape,
        body: `
          let at = uniforms.start + index;
          let slope = ${g('index')};
          let nextM = uniforms.beta1 * m[at] + uniforms.rest1 * slope;
          let nextV = uniforms.beta2 * v[at] + uniforms.rest2 * slope * slope;
          let direction = nextM / (sqrt(uniforms.correction * nextV) + uniforms.epsilon);
          value = uniforms.decay * theta[index] - uniforms.rate * direction;`,
      }),
    );
    const size = gradient.shape.reduce((a, b) => a * b, 1);
    gradients.push({ ...gradient, shape: [size] });
    start += size;
  }
  const flat = gradients.length === 1 ? gradients[0]! : concat(backend, gradients);
  const moment = (which: 1 | 2, before: TensorInfo) =>
    elementwise(backend, {
      key: `adamMoment${which}${scale === undefined ? '' : 'Scaled'}`,
      inputs: { before, g: flat, ...scaled },
      uniforms: moments,
      shape: before.shape,
      body: `
        let slope = ${g('index')};
        value = uniforms.beta${which} * before[index] + uniforms.rest${which} * slope${which === 2 ? ' * slope' : ''};`,
    });
  const all = [...next, moment(1, m), moment(2, v)];
  if (gradients.length > 1) backend.disposeData(flat.dataId);
  return all;
}

function concat(backend: GpuBackend, parts: readonly TensorInfo[]): TensorInfo {
  const { kernelFunc } = getKernel('Concat', 'webgpu')!;
  // An array, other than its type says.
  const inputs = parts as unknown as NamedTensorInfoMap;
  return kernelFunc({ inputs, backend, attrs: { axis: 0 } }) as TensorInfo;
}
