import { refuse } from '../refuse';

/** Throws unless `value` is a finite number; infinity would turn a masked entry into NaN. */
export function checkFinite(factory: string, name: string, value: number): void {
  if (!Number.isFinite(value)) refuse(factory, name, 'be a finite number', value);
}

/** Throws unless `value` is one of two choices. */
export function checkChoice(factory: string, name: string, value: string, a: string, b: string): void {
  if (value !== a && value !== b) refuse(factory, name, `be '${a}' or '${b}'`, value);
}
