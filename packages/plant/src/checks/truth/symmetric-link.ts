import type { SwapContext } from '../check';

type Token = SwapContext['tokens'][number];

const joining = new Set('and or & , with next to beside near by alongside along together close'.split(' '));
const posture = new Set(
  'is are was were stand stands standing sit sits sitting sitted lie lies lying lay lays laying parked placed shown seated playing facing meeting hugging kissing touching talking walking'.split(
    ' ',
  ),
);

/** Whether a word may stand in a link that is the same both ways: "and", "next", "sitting". */
export function isLink(lower: string): boolean {
  return joining.has(lower) || posture.has(lower) || listing.has(lower);
}

const modifying = new Set(['DET', 'ADJ', 'NUM', 'ADV']);
const listing = new Set([',', 'and', 'or', '&']);
const listed = new Set(['NOUN', 'ADJ', 'DET', 'NUM', 'PUNCT']);

/**
 * Whether "A … B" says the same as "B … A": the words between are none ("a sink a tub"), "and", "with", "next to",
 * "sitting beside", or other members of a list ("apples, pears and plums").
 */
export function isSymmetricLink(between: readonly Token[]): boolean {
  if (between.length === 0) return true;
  if (between.every(({ lower }) => joining.has(lower) || posture.has(lower))) return true;
  if (isBesidesAtPlace(between)) return true;
  return between.every(
    ({ lower, tag }, i) =>
      listing.has(lower) || listed.has(tag) || (tag === 'VERB' && isMember(between[i - 1], between[i + 1])),
  );
}

const besides = new Set(['with', 'and', 'beside', 'near']);

/** "sits on a white plate with": what is somewhere beside another thing has the other one beside it there. */
function isBesidesAtPlace(between: readonly Token[]): boolean {
  let end = between.length - 1;
  while (end >= 0 && modifying.has(between[end]!.tag)) end -= 1;
  if (end < 0 || !besides.has(between[end]!.lower)) return false;
  return between
    .slice(0, end)
    .every(({ lower, tag }) => posture.has(lower) || (tag !== 'VERB' && lower !== 'of'));
}

/** The tagger takes "sink" and "shower" for verbs: between the marks of a list they are things. */
function isMember(before: Token | undefined, after: Token | undefined): boolean {
  const opens = before !== undefined && (listing.has(before.lower) || before.tag === 'DET');
  return opens && after !== undefined && listing.has(after.lower);
}
