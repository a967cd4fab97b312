import { ratings, words } from '../table/estimates.js';
import { type BlockTable, openBlockTable } from './block-table';

let opened: BlockTable | undefined;

/** Our estimates, opened at the first call; all lexicons share them. */
export function openEstimates(): BlockTable {
  opened ??= openBlockTable({ words, ratings });
  return opened;
}
