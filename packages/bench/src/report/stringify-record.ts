import type { ExperimentRecord } from './record';

/**
 * Nine significant digits: more than float32 has, and half the bytes of float64's.
 *
 * @example
 * await writeFile('results.json', stringifyRecord(record));
 */
export function stringifyRecord(record: ExperimentRecord): string {
  return `${JSON.stringify(record, (_, value) => (typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value))}\n`;
}
