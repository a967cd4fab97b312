import { ParquetFault } from './parquet-fault';

/**
 * What the decoded pages and dictionaries of all columns may take together. Writers make pages of 1 MiB by
 * default and of 100 MB at most (DuckDB, for a file of more than that); a compressed page of some bytes could ask for any size.
 */
const leastBytes = 64 * 2 ** 20;
const bytesPerByte = 16;
/** Runs make many values of few bytes. A page with a row group of a million equal values is Arrow's own. */
const leastValues = 2 ** 20;
const leastValuesInAll = 8 * leastValues;

export interface HeldMemory {
  /** Of the values of one page. */
  readonly maxBytes: number;
  /**
   * Notes what one part (a page or a dictionary of a column) takes from now on, in place of what it took before.
   *
   * @throws {ParquetFault} if it is out of proportion to the file
   */
  hold(part: string, bytes: number, values: number): void;
}

/** @param keepsAll nothing is given back: the limits are for all parts that there ever are */
export function createHeldMemory(fileSize: number, keepsAll = false): HeldMemory {
  const maxBytes = Math.max(leastBytes, bytesPerByte * fileSize);
  const maxValues = Math.max(leastValues, fileSize);
  const maxValuesInAll = Math.max(leastValuesInAll, fileSize);
  const parts = new Map<string, { bytes: number; values: number }>();
  let [heldBytes, heldValues] = [0, 0];
  return {
    maxBytes,
    hold(part, bytes, values) {
      const before = (keepsAll ? undefined : parts.get(part)) ?? { bytes: 0, values: 0 };
      parts.set(part, { bytes, values });
      heldBytes += bytes - before.bytes;
      heldValues += values - before.values;
      if (heldBytes > maxBytes)
        throw new ParquetFault(
          `pages of ${bytes} bytes are too large for a file of ${fileSize}; the limit is ${maxBytes}`,
        );
      if (values > maxValues || heldValues > maxValuesInAll)
        throw new ParquetFault(
          `a page of ${values} values is too large for a file of ${fileSize} bytes; the limit is ${maxValues}`,
        );
    },
  };
}
