/** So many partners are asked for one site. */
export const mostTries = 8;
/** Where one word has most of a group's sites, so many of them share a partner. */
const mostShares = 3;

/**
 * By how many places the partners of a site stand behind it, in the circle of its group: the first one first. All sites of
 * a group turn by the same numbers, so that each is the n-th partner of one site only, and no caption becomes a negative
 * much more often than it occurs.
 *
 * Sites of one word follow each other. Turned by at least as many places as the commonest word has, and at most by as many
 * as all others have, each site meets another word; where one word has more than half of the sites, a turn by the number
 * of the others gives a partner to as many of its sites, and the next turn to as many more.
 *
 * @param size sites of the group
 * @param largest sites of its commonest word
 */
export function rotationsOf(size: number, largest: number): readonly number[] {
  const least = Math.min(largest, size - largest);
  const most = size - least;
  const turns = new Set<number>();
  if (largest > size / 2) {
    for (let turn = least; turn <= most && turns.size < mostShares; turn += least) turns.add(turn);
    return [...turns];
  }
  const step = Math.max(1, Math.floor((most - least) / (mostTries - 1)));
  for (let turn = least; turn <= most && turns.size < mostTries; turn += step) turns.add(turn);
  for (let turn = 1; turn < size && turns.size < mostTries; turn += 1) turns.add(turn);
  return [...turns];
}
