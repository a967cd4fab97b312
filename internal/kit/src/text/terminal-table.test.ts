import { expect, it } from 'vitest';
import { terminalTable } from './terminal-table';

it('stands names on the left and numbers on the right, and a cell may have several lines', () => {
  const head = ['', 'right\n@1', 'verdict'];
  const rows = [
    ['CLIP\n(3 seeds)', '.612', 'better'],
    ['chancé', 1000, ''],
  ];
  expect(terminalTable({ head, rows, gap: 2, left: [0, 2] }).split('\n')).toEqual([
    '           right  verdict',
    '              @1',
    'CLIP        .612  better',
    '(3 seeds)',
    'chancé      1000',
  ]);
  expect(terminalTable({ head: ['a', 'b'], rows: [] })).toBe('a b');
});
