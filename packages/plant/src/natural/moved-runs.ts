import { isMutual } from '../checks/truth/swaps';
import { isLink, isSymmetricLink } from '../checks/truth/symmetric-link';
import type { Readers } from '../create-readers';
import type { Slot } from '../hard-negative';
import type { Nouns } from '../lexicon/nouns';
import { groupOf, scaleNamesOf } from '../lexicon/scales';
import type { Reading } from '../reading/reading';
import type { Token } from '../reading/tagger';
import { articles, endOf } from './site-key';

/** Words side by side, by the indices of the first token and of the last. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** Words that have changed places, rated or not; what says how concrete they are is the mean of those that have a rating. */
export interface MovedSpan extends Run {
  readonly slot: Slot;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lemma: string;
  readonly concreteness: number;
  readonly concretenessSource: 'norms' | 'estimate';
  /** Index of the head's token; -1 for none. */
  readonly headToken: number;
}

/**
 * The two runs of words that have changed places between captions of the same words, as the texts show them: "a red car and a
 * blue bus" and "a blue car and a red bus". The shortest ones; `undefined` where more has moved.
 */
export function movedRuns(
  own: readonly Token[],
  other: readonly Token[],
): { readonly runs: readonly [Run, Run]; readonly others: readonly [Run, Run] } | undefined {
  const [a, b] = [wordsOf(own), wordsOf(other)];
  if (a.length !== b.length) return undefined;
  const isEqual = (i: number, j: number) => own[a[i]!]!.lower === other[b[j]!]!.lower;
  let start = 0;
  while (start < a.length && isEqual(start, start)) start += 1;
  let end = a.length;
  while (end > start && isEqual(end - 1, end - 1)) end -= 1;
  const isMoved = (from: number, to: number, length: number) => {
    for (let k = 0; k < length; k += 1) if (!isEqual(from + k, to + k)) return false;
    return true;
  };
  for (let both = 2; both < end - start; both += 1) {
    for (let first = 1; first < both; first += 1) {
      const second = both - first;
      const isExchange =
        isMoved(start, end - first, first) &&
        isMoved(end - second, start, second) &&
        isMoved(start + first, start + second, end - start - both);
      if (!isExchange) continue;
      const run = (words: readonly number[], from: number, length: number): Run => ({
        first: words[from]!,
        last: words[from + length - 1]!,
      });
      return {
        runs: [run(a, start, first), run(a, end - second, second)],
        others: [run(b, start, second), run(b, end - first, first)],
      };
    }
  }
  return undefined;
}

/** The tokens that count: no article, nor a mark at the end. */
function wordsOf(tokens: readonly Token[]): readonly number[] {
  const words: number[] = [];
  const end = endOf(tokens);
  for (let i = 0; i < end; i += 1) if (!articles.has(tokens[i]!.lower)) words.push(i);
  return words;
}

/** A run as a record has it; `undefined` where no word of it has a rating. */
export function movedSpan(
  { plain, tokens }: Reading,
  { first, last }: Run,
  slot: Slot,
  { words: { lexicon } }: Readers,
): MovedSpan | undefined {
  const own = tokens.slice(first, last + 1);
  const ratings = own.flatMap(({ lower, form }) => lexicon.rate(form.noun ?? form.adjective ?? lower) ?? []);
  if (ratings.length === 0) return undefined;
  const [start, end] = [tokens[first]!.start, tokens[last]!.end];
  const [{ form, lower }] = own as [Token];
  const next = tokens[last + 1];
  return {
    first,
    last,
    slot,
    start,
    end,
    text: plain.slice(start, end),
    lemma:
      first === last ? (form.noun ?? form.adjective ?? lower) : own.map((token) => token.lower).join(' '),
    concreteness: ratings.reduce((sum, { rating }) => sum + rating, 0) / ratings.length,
    concretenessSource: ratings.some(({ source }) => source === 'estimate') ? 'estimate' : 'norms',
    headToken: next && adheres(next) ? last + 1 : -1,
  };
}

/** Whether a run stands before the rest of its name, or is one or the end of one. */
export function slotOfRun(tokens: readonly Token[], { last }: Run): Slot {
  const next = tokens[last + 1];
  return next && adheres(next) && next.tag !== 'VERB' ? 'attribute' : 'object';
}

/** The id of the check that keeps two runs of a caption from changing places, by the words alone; `undefined` if none does. */
export function refusalOfRuns(
  { tokens }: Reading,
  [a, b]: readonly [Run, Run],
  { words: { relations, nouns } }: Readers,
): string | undefined {
  const isMoved = (i: number) => (i >= a.first && i <= a.last) || (i >= b.first && i <= b.last);
  const moved = new Set(tokens.filter((_, i) => isMoved(i)).map(({ lower }) => lower));
  for (const article of articles) moved.delete(article);
  if (tokens.some(({ lower }, i) => !isMoved(i) && moved.has(lower))) return 'symmetric/said-again';
  if ([a, b].some(({ first, last }) => tokens.slice(first, last + 1).some(isNoName)))
    return 'natural/no-exchange';
  const [left, right] = [nameAround(tokens, a), nameAround(tokens, b)];
  const between = tokens.slice(a.last + 1, b.first);
  if (between.some(({ lower }) => isMutual(lower))) return 'symmetric/mutual';
  if (areToldApart(tokens, a, b)) {
    if ([left, right].some((name) => isOfPerson(tokens, name, nouns))) return 'person/swap';
  } else {
    const link = tokens.slice(left.last + 1, right.first).filter(({ tag }) => tag !== 'DET');
    // "A copy with a check sign and a file with a plus sign": each has its own.
    const before = tokens.slice(0, left.first).findLast(({ tag }) => tag !== 'DET');
    const isOfOthers = before?.lower === 'with' && link.at(-1)?.lower === 'with' && link.some(adheres);
    const isSame = isSymmetricLink(link) || link.at(-1)?.lower === 'with';
    if (isSame && !isOfOthers) return 'symmetric/link';
  }
  const scales = [a, b].map(({ first }) => scaleNamesOf(tokens[first]!.form.adjective ?? ''));
  if (scales[0]!.length + scales[1]!.length > 0 && !scales[0]!.some((scale) => scales[1]!.includes(scale)))
    return 'scale/none-shared';
  const pairs = [
    [tokens[a.last]!, tokens[b.last]!],
    [tokens[left.last]!, tokens[right.last]!],
  ] as const;
  for (const [{ lower, form }, { lower: lower2, form: form2 }] of pairs) {
    // Equal ends have been looked at with the link.
    if (lower === lower2) continue;
    if (groupOf(lower).includes(lower2)) return 'scale/same-group';
    const relation = form.noun && form2.noun && relations.relation(form.noun, form2.noun);
    if (relation === 'synonym' || relation === 'is-a') return `${relation}/wordnet`;
  }
  return undefined;
}

/** Whether a word is no part of a name: how many ("some", "many"), who, or what is done ("flying" while riding, riding while "flying"). */
function isNoName({ tag, form, lower }: Token): boolean {
  if (articles.has(lower)) return false;
  if (form.closed !== undefined && form.closed !== 'ADP') return true;
  return tag === 'VERB' && form.verbForm !== 'base';
}

/** Whether a word belongs to the name beside it. */
function adheres({ tag, form, lower }: Token): boolean {
  return tag !== 'PUNCT' && form.closed === undefined && !isLink(lower);
}

/** Whether a name is a person's, or goes on after a person's: no part of it moves. "user file" is not a person's. */
function isOfPerson(tokens: readonly Token[], { first, last }: Run, nouns: Nouns): boolean {
  for (let i = first; i <= last; i += 1) {
    const { noun } = tokens[i]!.form;
    if (i < last && tokens[i + 1]!.tag === 'NOUN') continue;
    if (noun !== undefined && nouns.get(noun)?.person) return true;
  }
  return false;
}

/** A run with the words that belong to it on both sides. */
function nameAround(tokens: readonly Token[], { first, last }: Run): Run {
  let [start, end] = [first, last];
  while (start > 0 && adheres(tokens[start - 1]!)) start -= 1;
  while (end + 1 < tokens.length && adheres(tokens[end + 1]!)) end += 1;
  return { first: start, last: end };
}

/**
 * Whether the runs are parts of names whose other parts stay and differ: "a red car and a blue bus". Whole names that change
 * places across "and" say the same again, and so do "a red car and a blue car".
 */
function areToldApart(tokens: readonly Token[], a: Run, b: Run): boolean {
  let [before, ahead, after, behind] = [a.first - 1, b.first - 1, a.last + 1, b.last + 1];
  const part = (i: number) => {
    const token = tokens[i];
    return token && adheres(token) ? token.lower : '';
  };
  while (after < b.first && part(after) !== '' && part(after) === part(behind)) {
    after += 1;
    behind += 1;
  }
  while (ahead > a.last && part(ahead) !== '' && part(ahead) === part(before)) {
    ahead -= 1;
    before -= 1;
  }
  // An old cat and a white dog may be an old dog and a white cat.
  const isAttribute = (i: number) => tokens[i]?.form.scaled === true || tokens[i]?.tag === 'ADJ';
  return (
    (after < b.first && part(after) !== '') ||
    (ahead > a.last && part(ahead) !== '' && !isAttribute(ahead) && !isAttribute(before))
  );
}
