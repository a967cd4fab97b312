/**
 * Writes what was read into the data card: a row for each file of verdicts/, by set, strict and lenient.
 *
 *   npx tsx packages/plant/measure/readings.ts
 */
import { readingsTable } from './readings-table';
import { writeTables } from './results';
import { readVerdictFiles } from './verdicts';

const table = readingsTable(readVerdictFiles());
writeTables('reading', [table]);
console.log(table);
