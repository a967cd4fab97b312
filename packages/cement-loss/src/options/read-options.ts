import { fault, isTensor, quoted, reading, refuse } from './refuse';

/** The names of options, each with what an error says behind it (mostly nothing). The compiler sees that none is missing. */
export type OptionNames<T> = Readonly<Record<keyof T, string>>;

/** Refuses what is no plain object; a tensor is what tf.losses take in its place. */
export function checkObject(op: string, name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null || isTensor(value)) {
    refuse(op, name, 'be an object', value, isTensor(value) ? ' (for model.compile: asLayersLoss)' : '');
  }
}

/** Refuses what is neither true nor false: null or 'no' would be one of them by accident. */
export function checkBoolean(op: string, name: string, value: unknown): void {
  if (typeof value !== 'boolean') refuse(op, name, 'be true or false', value);
}

/**
 * The options as a plain object. Refuses options that are no object, and keys that nobody reads: a misspelt option
 * would change nothing in silence. The error lists the keys that there are.
 */
export function readOptions<T extends object>(op: string, options: T, names: OptionNames<T>): T {
  checkObject(op, 'options', options);
  return reading(op, 'options', () => {
    const known = Object.keys(names) as Array<keyof T & string>;
    for (const key of Object.keys(options)) {
      if (!Object.hasOwn(names, key)) {
        const list = known.map((name) => name + names[name]).join(', ');
        throw fault(`${op}: there is no option ${quoted(key)}; there are ${list}.`, key);
      }
    }
    return Object.fromEntries(known.map((name) => [name, options[name]])) as T;
  });
}
