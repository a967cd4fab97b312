import { refuse } from './refuse';

/** Throws unless `value` is one of two choices. */
export function checkChoice(factory: string, name: string, value: unknown, a: string, b: string): void {
  if (value !== a && value !== b) refuse(factory, name, `be '${a}' or '${b}'`, value);
}
