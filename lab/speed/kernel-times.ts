import {
  getKernelsForBackend,
  type KernelConfig,
  type NamedTensorInfoMap,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';

export interface KernelTime {
  readonly ms: number;
  readonly calls: number;
  /** Floating-point operations of its matrix products, two for each multiply-add. */
  readonly flops: number;
}

/** CPU time of this process in ms: unlike wall time, it stands still while another process runs. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Wraps each kernel of the wasm backend with a stopwatch of CPU time; `stop` puts them back. */
export function timeKernels(): { readonly spent: ReadonlyMap<string, KernelTime>; stop(): void } {
  const spent = new Map<string, KernelTime>();
  const originals = getKernelsForBackend('wasm');
  const replace = (kernel: KernelConfig) => {
    unregisterKernel(kernel.kernelName, 'wasm');
    registerKernel(kernel);
  };
  let depth = 0;
  for (const kernel of originals) {
    replace({
      ...kernel,
      kernelFunc(args) {
        depth++;
        const start = cpuTime();
        const result = kernel.kernelFunc(args);
        const ms = cpuTime() - start;
        depth--;
        if (depth > 0) return result;
        const name =
          kernel.kernelName === 'BatchMatMul' ? `MatMul, ${batched(args.inputs.a)}` : kernel.kernelName;
        const row = spent.get(name) ?? { ms: 0, calls: 0, flops: 0 };
        spent.set(name, {
          ms: row.ms + ms,
          calls: row.calls + 1,
          flops: row.flops + flops(kernel.kernelName, args.inputs, result),
        });
        return result;
      },
    });
  }
  return { spent, stop: () => originals.forEach(replace) };
}

/** The nine kernels that take longest, per step, with their share and the rate of their matrix products. */
export function printTimes(spent: ReadonlyMap<string, KernelTime>, steps: number, totalMs: number): void {
  const rows = [...spent].sort(([, a], [, b]) => b.ms - a.ms);
  const rest = rows
    .slice(9)
    .reduce((sum, [, row]) => ({ ms: sum.ms + row.ms, calls: sum.calls + row.calls, flops: 0 }), {
      ms: 0,
      calls: 0,
      flops: 0,
    });
  const inKernels = rows.reduce((sum, [, { ms }]) => sum + ms, 0);
  const outside = { ms: totalMs - inKernels, calls: 0, flops: 0 };
  for (const [name, { ms, calls, flops }] of [
    ...rows.slice(0, 9),
    ['other kernels', rest] as const,
    ['outside of kernels', outside] as const,
  ]) {
    const share = `${((100 * ms) / totalMs).toFixed(1)} %`;
    const often = calls > 0 ? `${Math.round(calls / steps)} calls` : '';
    const rate = flops > 0 ? `${(flops / ms / 1e6).toFixed(1)} GFLOP/s` : '';
    console.log(
      `${name.padEnd(28)}${(ms / steps).toFixed(2).padStart(8)} ms ${share.padStart(7)}  ${often.padEnd(12)}${rate}`.trimEnd(),
    );
  }
}

function batched(a: TensorInfo | undefined): string {
  return a !== undefined && a.shape.length > 2 && a.shape[0]! > 1 ? 'batched' : 'dense';
}

function flops(kernel: string, inputs: NamedTensorInfoMap, result: TensorInfo | TensorInfo[]): number {
  const size = (x: TensorInfo) => x.shape.reduce((a, b) => a * b, 1);
  const out = Array.isArray(result) ? result : [result];
  if (kernel === 'BatchMatMul') {
    // a holds m·k numbers, b k·n, and the result m·n, each as often as there are matrices.
    const matrices = out[0]!.shape.slice(0, -2).reduce((a, b) => a * b, 1);
    const own = (x: TensorInfo) => x.shape.slice(-2).reduce((a, b) => a * b, 1);
    return 2 * matrices * Math.sqrt(own(inputs.a!) * own(inputs.b!) * own(out[0]!));
  }
  if (kernel === 'SlipformLinear') return 2 * size(out[0]!) * inputs.x!.shape[1]!;
  if (kernel === 'SlipformLinearGradient') return 4 * size(inputs.dy!) * inputs.x!.shape[1]!;
  if (kernel === 'SlipformAttention')
    return 4 * (size(out[1]!) / out[1]!.shape[1]!) * inputs.queries!.shape[1]!;
  if (kernel === 'SlipformAttentionGradient') {
    return 8 * (size(inputs.weights!) / inputs.weights!.shape[1]!) * inputs.queries!.shape[1]!;
  }
  return 0;
}
