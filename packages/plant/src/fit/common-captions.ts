import text from '../../table/captions.js';
import { FitTable } from './fit-table';

let table: FitTable | undefined;

/** The statistics of everyday captions (COCO's, see NOTICE), decoded at the first call and shared by all plants. */
export function loadCommonCaptions(): FitTable {
  table ??= FitTable.parse(text);
  return table;
}
