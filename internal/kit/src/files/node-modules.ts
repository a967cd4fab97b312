import { InputError } from '../errors/input-error';

/**
 * Node's own modules where there are some. Libraries run in browsers too, where an import of them would break
 * the bundle, so they are asked for when they are needed.
 */
export const nodeModule = {
  crypto: () => builtin<typeof import('node:crypto')>('node:crypto'),
  fs: () => builtin<typeof import('node:fs')>('node:fs'),
  net: () => builtin<typeof import('node:net')>('node:net'),
  os: () => builtin<typeof import('node:os')>('node:os'),
  path: () => builtin<typeof import('node:path')>('node:path'),
};

function builtin<T>(name: string): T {
  const found =
    typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function'
      ? undefined
      : process.getBuiltinModule(name);
  if (found === undefined) throw new InputError(`Files can be written in Node only (${name} is not here).`);
  return found as T;
}
