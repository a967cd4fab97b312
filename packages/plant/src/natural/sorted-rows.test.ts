import { readdirSync, rmSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { useTemporaryFolder } from '../testing/temporary-folder';
import { mergeRuns, RowSorter, type Run } from './sorted-rows';

const { path } = useTemporaryFolder();
const shape = { width: 3, keys: 2 };
/** Few different keys, so that equal ones come, and the largest numbers there are. */
const number = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom(2 ** 31, 2 ** 32 - 1));
const rows = fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 60 });

const sortedBy = (all: readonly (readonly number[])[]) =>
  [...all].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!).map(([a, b]) => [a, b]);

function copied(rows: Iterable<Uint32Array>): number[][] {
  const all: number[][] = [];
  for (const row of rows) all.push([...row]);
  return all;
}

test('rows come in order whatever the number of runs, and none is lost', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 70 }), (all, capacity) => {
      const sorter = new RowSorter(path('.'), 'rows', shape, capacity);
      for (const row of all) sorter.add(...row);
      const sorted = copied(sorter.rows());
      expect(sorted.map(([a, b]) => [a, b])).toEqual(sortedBy(all));
      expect(sorted.map(String).sort()).toEqual(all.map(String).sort());
      expect(sorter.runs.length).toBe(Math.ceil(all.length / capacity));
      expect(readdirSync(path('.')).length).toBe(sorter.runs.length);
      for (const { file } of sorter.runs) rmSync(file);
    }),
  );
});

test('runs of several sorters merge as if they were of one', () => {
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      const runs: Run[] = [a, b].flatMap((all, part) => {
        const sorter = new RowSorter(path('.'), `part-${part}`, shape, 7);
        for (const row of all) sorter.add(...row);
        sorter.spill();
        return sorter.runs;
      });
      const merged = copied(mergeRuns(runs, shape));
      expect(merged.map(([one, other]) => [one, other])).toEqual(sortedBy([...a, ...b]));
      for (const { file } of runs) rmSync(file);
    }),
  );
});

test('a run that is shorter than it was written is an error', () => {
  const sorter = new RowSorter(path('.'), 'cut', shape, 10);
  sorter.add(1, 2, 3);
  sorter.spill();
  const [run] = sorter.runs;
  expect(() => [...mergeRuns([{ ...run!, rows: 2 }], shape)]).toThrow('ends too early');
});
