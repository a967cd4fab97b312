import { engine, Tensor } from '@tensorflow/tfjs-core';

const ours = new WeakSet<object>();

/** An error of this package. `argument` is what it is about, which trainClip reads to add where that comes from there. */
export function fault(message: string, argument: string): Error {
  const error = Object.assign(new Error(message), { argument });
  ours.add(error);
  return error;
}

/** Throws what every error of this package looks like: the argument, the rule (with its remedy), and what came (where). */
export function refuse(op: string, name: string, rule: string, value: unknown, where = ''): never {
  throw fault(`${op}: ${name} must ${rule}, got ${describe(value)}${where}.`, name);
}

/**
 * Reads what a user passed. A proxy, or a property that is a function in disguise, may throw anything at all; that
 * becomes one sentence with the function's name. Only reading belongs in here: errors of tfjs pass as they are.
 */
export function reading<T>(op: string, name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (ours.has(error as object)) throw error;
    throw fault(`${op}: ${name} must be readable, got ${short(textOf(error))}.`, name);
  }
}

/** Whether it is a tensor that lives, or did. Objects that only look like one have nothing in tfjs's memory. */
export function isTensor(value: unknown): value is Tensor {
  try {
    return (
      value instanceof Tensor && (value.isDisposed === true || engine().state.tensorInfo.has(value.dataId))
    );
  } catch {
    return false;
  }
}

export function shapeOf(value: Tensor): string {
  return `[${value.shape.join(', ')}]`;
}

/** A value as an error shows it: short, on one line, and never its whole content. */
export function describe(value: unknown): string {
  if (isTensor(value)) {
    return value.isDisposed ? 'a disposed tensor' : `${value.dtype} ${shapeOf(value)}`;
  }
  if (typeof value === 'string') return `the string ${quoted(value)}`;
  if (value && /obj|func/.test(typeof value)) {
    const length = lengthOf(value);
    return length === undefined ? `a value of type ${typeof value}` : `an array of ${length}`;
  }
  return short(textOf(value)) + (typeof value === 'bigint' ? 'n' : '');
}

/** The beginning of a text in quotes. */
export function quoted(text: string): string {
  return JSON.stringify(short(text));
}

/** Of an array; nothing for any other value, or a proxy that can't be read. */
function lengthOf(value: unknown): number | undefined {
  try {
    return Array.isArray(value) ? value.length : undefined;
  } catch {
    return undefined;
  }
}

function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return `a value of type ${typeof value}`;
  }
}

/** The first 40 characters, without those that steer a terminal or break the line. */
function short(text: string): string {
  return text.slice(0, 40).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
