import type { Operation } from '@slipform/plant';

/** Which kinds of change are made. */
export const kinds = [
  { value: 'all', text: 'Every kind', operations: ['replace', 'swap', 'exchange', 'natural'] },
  { value: 'swap', text: 'Two words of the caption swapped', operations: ['swap'] },
  { value: 'replace', text: 'A new word', operations: ['replace'] },
  { value: 'exchange', text: 'Words exchanged between captions', operations: ['exchange', 'natural'] },
] as const satisfies readonly {
  readonly value: string;
  readonly text: string;
  readonly operations: readonly Operation[];
}[];

export type Kind = (typeof kinds)[number]['value'];

export function kindOf(value: string | null): Kind {
  return kinds.find((kind) => kind.value === value)?.value ?? 'all';
}

export function operationsOf(kind: Kind): readonly Operation[] {
  return kinds.find(({ value }) => value === kind)!.operations;
}
