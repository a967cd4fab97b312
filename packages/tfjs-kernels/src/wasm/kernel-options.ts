import { defineOptions, flag, optional, type RowsFor } from '@slipform/kit/options/options';

export interface WasmKernelOptions {
  /**
   * Whether relaxed SIMD may be used where the runtime has it. It multiplies and adds in one rounding, which is
   * faster by a third, and gives other last digits than a machine without. Default true.
   */
  readonly relaxed?: boolean;
  /**
   * Whether V8, Node's engine, may be asked for what it has behind a flag: relaxed SIMD in Node 20, and in Node 24
   * vectors of eight floats, which give the same bits as those of four and are used where a first measurement, of
   * milliseconds, finds them faster. The flags are on while the kernels are compiled, and no longer. They are the
   * process's: threads may ask at the same time, with the same options. V8 calls them experimental. Elsewhere it
   * changes nothing. Default false.
   */
  readonly experimental?: boolean;
}

export const KERNEL_OPTIONS = defineOptions('useWasmKernels', {
  relaxed: optional(flag(), true),
  experimental: optional(flag(), false),
} satisfies RowsFor<WasmKernelOptions>);
