import type { HardNegative } from '../hard-negative';

/**
 * Rewrites a negative: it gets the record that was mined and the other captions of the image, and gives the whole
 * new negative, which must differ from the caption in one place; nothing or the record's own text keeps ours.
 */
export type Rewriter = (
  record: HardNegative,
  siblings: readonly string[],
) => Promise<string | null | undefined>;
