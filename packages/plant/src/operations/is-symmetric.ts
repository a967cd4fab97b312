import type { Token } from '../reading/tagger';

const joining = new Set('and or & , with next to beside near by alongside along together close'.split(' '));
const posture = new Set(
  'is are was were stand stands standing sit sits sitting sitted lie lies lying lay lays laying parked placed shown seated playing facing meeting hugging kissing touching talking walking'.split(
    ' ',
  ),
);

/** Words of place and joining between two things that neither carry nor act: any two things can stand so. */
const spatial = new Set(
  'left right above below under over beneath underneath behind front of in to the next beside near by and with , & or alongside along is are on side'.split(
    ' ',
  ),
);

/** Whether "A … B" says the same as "B … A": the words between are "and", "with", "next to", "sitting beside". */
export function isSymmetricLink(between: readonly Token[]): boolean {
  return between.length > 0 && between.every(({ lower }) => joining.has(lower) || posture.has(lower));
}

/** Whether the words between say no more than where the things are, so that any two things may change places. */
export function isSpatialLink(between: readonly Token[]): boolean {
  if (between.length === 0 || !between.every(({ lower }) => spatial.has(lower))) return false;
  const words = between.map(({ lower }) => lower);
  // A bare "on", "in" or "over" carries or contains, which only things of one kind do in turn.
  if (words.includes('on') && !words.includes('left') && !words.includes('right')) return false;
  return !words.includes('in') || words.includes('front');
}
