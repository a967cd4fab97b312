import { createTextTable } from '../hashes/text-table';

/** How many different texts of one file stand in another one too, at 24 bytes a text. */
export interface TextCount {
  /** A text of the one file. */
  add(text: string): void;
  /** A text of the other file, once all of the one have been added. */
  meet(text: string): void;
  report(): { readonly shared: number; readonly captions: number };
}

export function createTextCount(): TextCount {
  const table = createTextTable();
  let captions = 0;
  let shared = 0;
  return {
    add(text) {
      if (table.isNew(text)) captions += 1;
    },
    meet(text) {
      if (table.valueOf(text) !== 1) return;
      table.values[table.slotOf(text)] = 2;
      shared += 1;
    },
    report: () => ({ shared, captions }),
  };
}
