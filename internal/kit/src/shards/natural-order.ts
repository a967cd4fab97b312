/**
 * Which of two names comes first where numbers count as numbers: `2.tar` before `10.tar`. Other characters go by
 * their code units, so that the order is the same on each machine, whatever its language is.
 */
export function naturalOrder(one: string, other: string): number {
  const [ours, theirs] = [partsOf(one), partsOf(other)];
  for (const [i, part] of ours.entries()) {
    const against = theirs[i];
    if (against === undefined) return 1;
    const difference = isNumber(part) && isNumber(against) ? byValue(part, against) : byCode(part, against);
    if (difference !== 0) return difference;
  }
  // `07` and `7` are the same number in two names.
  return ours.length - theirs.length || byCode(one, other);
}

function partsOf(name: string): readonly string[] {
  return name.match(/\d+|\D+/g) ?? [];
}

function isNumber(part: string): boolean {
  return /^\d/.test(part);
}

/** Numbers of any length. */
function byValue(one: string, other: string): number {
  const [ours, theirs] = [one.replace(/^0+/, ''), other.replace(/^0+/, '')];
  return ours.length - theirs.length || byCode(ours, theirs);
}

function byCode(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
