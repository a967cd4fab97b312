/** A value as a message shows it: short, and no code. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof Promise) return 'a Promise; await it first';
  return Array.isArray(value) ? 'an array' : 'an object';
}
