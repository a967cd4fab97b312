import { createHashTable, type HashTable } from '../files/sibling-store';

/** How many different texts of one file stand in another one too, at 24 bytes a text. */
export interface TextCount {
  /** A text of the one file. */
  add(text: string): void;
  /** A text of the other file, once all of the one have been added. */
  meet(text: string): void;
  report(): { readonly shared: number; readonly captions: number };
}

export function createTextCount(): TextCount {
  const table = createHashTable();
  let captions = 0;
  let shared = 0;
  return {
    add(text) {
      if (isNew(table, text)) captions += 1;
    },
    meet(text) {
      if (table.valueOf(text) !== 1) return;
      table.values[table.slotOf(text)] = 2;
      shared += 1;
    },
    report: () => ({ shared, captions }),
  };
}

/** Whether a key was not in the table yet; it is from now on. */
export function isNew(table: HashTable, key: string): boolean {
  const at = table.slotOf(key);
  if (table.values[at] !== 0) return false;
  table.values[at] = 1;
  return true;
}
