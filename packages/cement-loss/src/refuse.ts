import { Tensor } from '@tensorflow/tfjs-core';

/** Throws what every error of this package looks like: the argument, the rule (with its remedy), and what came (where). */
export function refuse(op: string, name: string, rule: string, value: unknown, where = ''): never {
  throw new Error(`${op}: ${name} must ${rule}, got ${describe(value)}${where}`);
}

/** A value as an error shows it: short, and never its whole content. */
function describe(value: unknown): string {
  if (value instanceof Tensor) {
    return value.isDisposed ? 'a disposed tensor' : `${value.dtype} ${shapeOf(value)}`;
  }
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === 'string') return `the string ${JSON.stringify(value.slice(0, 40))}`;
  return value && /obj|func/.test(typeof value) ? `a value of type ${typeof value}` : String(value);
}

export function shapeOf(value: Tensor): string {
  return `[${value.shape.join(', ')}]`;
}
