import type { HardNegative } from '../hard-negative';

/**
 * Rewrites a negative. It gets the mined record and the other captions of the image, and returns the whole new negative,
 * which must differ from the caption in one place. `null`, `undefined` or the record's own text keeps our negative.
 */
export type Rewriter = (
  record: HardNegative,
  siblings: readonly string[],
) => Promise<string | null | undefined>;
