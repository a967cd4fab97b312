import { ratings, words } from '../table/estimates.js';
import { type BlockTable, openBlockTable } from './block-table';

let opened: BlockTable | undefined;

/** Our estimates, opened at the first call and shared by all lexicons, since nobody can change them. */
export function openEstimates(): BlockTable {
  opened ??= openBlockTable({ words, ratings });
  return opened;
}
