/** Why a caption has no negative. Each caption without one has exactly one reason, so that the counts add up. */
export const reasons = [
  /** More than 4,096 code units, or it cannot be tagged. */
  'too-long',
  'not-english',
  /** A file name, an address, tags alone, or nothing. */
  'not-a-description',
  /** It is about undress or intimacy: nothing is mined from it. */
  'intimate',
  /** All words that could be changed belong to names. */
  'name',
  /** No rated word that could be changed. */
  'no-site',
  /** No word is known that could stand in any of its sites. */
  'no-candidate',
  /** Every word that could stand there failed a check; `checks` of the statistics counts them by id. */
  'refused',
  /** No word that passes the checks is likely enough in its place, or it would give the negative away. */
  'no-sensible-edit',
] as const;

export type Reason = (typeof reasons)[number];
