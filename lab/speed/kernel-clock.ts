// Times the functions of our wasm module, and knows what its products multiply.
import { cpuTime } from './kernel-times';

export interface FunctionTime {
  ms: number;
  calls: number;
  /** Floating-point operations of matrix products, two for each multiply-add. */
  flops: number;
}

/**
 * Clocks the CPU time of each function of every instance of ours that is made from now on: to be called before `useWasmKernels`. `spent`
 * has products by their shape.
 */
export function clockKernels(): { readonly spent: Map<string, FunctionTime> } {
  const spent = new Map<string, FunctionTime>();
  const Original = WebAssembly.Instance;
  WebAssembly.Instance = new Proxy(Original, {
    construct(target, args) {
      const instance = Reflect.construct(target, args) as WebAssembly.Instance;
      if (!('layerNormGradient' in instance.exports)) return instance;
      const exports = Object.fromEntries(
        Object.entries(instance.exports).map(([name, value]) => [
          name,
          typeof value === 'function' ? clocked(name, value as Kernel, spent) : value,
        ]),
      );
      return { exports };
    },
  });
  return { spent };
}

type Kernel = (...args: number[]) => unknown;

function clocked(name: string, run: Kernel, spent: Map<string, FunctionTime>): Kernel {
  return (...args) => {
    const start = cpuTime();
    const result = run(...args);
    const ms = cpuTime() - start;
    const [key, flops] = work(name, args);
    const row = spent.get(key) ?? { ms: 0, calls: 0, flops: 0 };
    row.ms += ms;
    row.calls++;
    row.flops += flops;
    spent.set(key, row);
    return result;
  };
}

/** A name for what a call does, and its floating-point operations where it multiplies matrices. */
function work(name: string, args: readonly number[]): [string, number] {
  if (name === 'product') {
    const [transposeA, transposeB, m, n, k] = args as [number, number, number, number, number];
    const kind = transposeA === 1 ? 'AᵀB' : transposeB === 1 ? 'ABᵀ' : 'AB';
    return [`product ${kind} ${m}×${n}×${k}`, 2 * m * n * k];
  }
  if (!name.startsWith('attention')) return [name, 0];
  const [batch, heads, m, n, width] = args as [number, number, number, number, number];
  return [`${name}, ${heads} heads, ${m}×${n}`, (name === 'attention' ? 4 : 8) * batch * m * n * width];
}
