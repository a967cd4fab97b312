import type { MinedNegative } from '../drawn-negatives';

/** Two captions with two negatives each whose change is drawn, and one whose change is not. */
export const negatives: readonly MinedNegative[] = [
  {
    ...{ operation: 'swap', slot: 'attribute', caption: 'A red car next to a green bus.' },
    negative: 'A green car next to a red bus.',
  },
  {
    ...{ operation: 'exchange', slot: 'object', caption: 'A red car next to a green bus.' },
    negative: 'A red boat next to a green bus.',
  },
  {
    ...{ operation: 'replace', slot: 'count', caption: 'Two dogs on a bed.' },
    negative: 'Four dogs on a bed.',
  },
  {
    ...{ operation: 'replace', slot: 'object', caption: 'Two dogs on a bed.' },
    negative: 'Two cats on a bed.',
  },
  {
    ...{ operation: 'replace', slot: 'object', caption: 'Two dogs on a bed.' },
    negative: 'Two contraptions on a bed.',
  },
];
