import { InputError } from '@slipform/kit/errors/input-error';
import { quoted, shown } from '@slipform/kit/text/printable';

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

/**
 * The options of useWasmKernels, complete. They are checked by hand, since kit's table would add 310 bytes to a bundle of 18 kB.
 *
 * @throws {InputError} for an option that is unknown, or not true or false
 */
export function readKernelOptions(options: WasmKernelOptions): Required<WasmKernelOptions> {
  const read = { relaxed: true, experimental: false };
  try {
    if (typeof options !== 'object' || options === null)
      throw refused(`options must be an object, got ${shown(options)}`);
    for (const [name, value] of Object.entries(options)) {
      if (!isOption(name))
        throw refused(`there is no option ${quoted(name)}; there are relaxed, experimental`);
      if (value === undefined) continue;
      if (typeof value !== 'boolean') throw refused(`${name} must be true or false, got ${shown(value)}`);
      read[name] = value;
    }
    return read;
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    throw refused('options must be a plain object, got one that cannot be read');
  }
}

function isOption(name: string): name is keyof WasmKernelOptions {
  return name === 'relaxed' || name === 'experimental';
}

function refused(what: string): InputError {
  return new InputError(`useWasmKernels: ${what}.`);
}
