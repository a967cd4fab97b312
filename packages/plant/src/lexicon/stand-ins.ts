import { rowsOf } from './tables';

/** Everyday names of things that WordNet does not know, by the name that it has for them or for their like. */
export const standIns: ReadonlyMap<string, string> = new Map(
  rowsOf('stand-ins').map(([name = '', like = '']) => [name, like] as const),
);
