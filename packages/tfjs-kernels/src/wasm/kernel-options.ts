import { InputError } from '@slipform/kit/errors/input-error';
import { refuseUnknownOptions } from '@slipform/kit/options/refuse-unknown-options';
import { shown } from '@slipform/kit/text/printable';

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

/** The options of useWasmKernels, complete. Throws an InputError for one that is unknown or not true or false. */
export function readKernelOptions(options: WasmKernelOptions): Required<WasmKernelOptions> {
  let read: readonly [relaxed: unknown, experimental: unknown];
  try {
    refuseUnknownOptions('useWasmKernels', options, { relaxed: true, experimental: true });
    const { relaxed = true, experimental = false } = options;
    read = [relaxed, experimental];
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    throw new InputError('useWasmKernels: options must be a plain object, got one that cannot be read.');
  }
  return { relaxed: yesOrNo('relaxed', read[0]), experimental: yesOrNo('experimental', read[1]) };
}

function yesOrNo(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new InputError(`useWasmKernels: ${name} must be true or false, got ${shown(value)}.`);
}
