import type { Icon } from '@slipform/icons';
import { streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import type { HardCaption } from '../icons/icon-example';
import type { EditCaption } from './edit-caption';
import type { WordTable } from './word-table';

/** An abstract word is rated at most so, a concrete one at least so. */
const ABSTRACT = 3.35;
const CONCRETE = 4.05;

/** An icon whose caption holds an abstract word and a concrete one, and captions with either exchanged. */
export interface EditedIcon {
  /** Of the icons that were given. */
  readonly row: number;
  readonly caption: string;
  readonly abstract: readonly HardCaption[];
  readonly concrete: readonly HardCaption[];
}

interface Candidate extends EditedIcon {
  readonly abstractFirst: boolean;
  /** log₂ of how much more frequent the abstract word is. */
  readonly surplus: number;
}

/**
 * The pool of the study of policies: captions of two to four words with both kinds of words. As many have the abstract word before the
 * concrete one as behind it, and in both halves the two words are equally frequent on average.
 *
 * @param rows which icons may be taken; of a set's drawings with one caption the first counts
 * @param most icons of the pool
 */
export function editedPool(
  icons: readonly Icon[],
  rows: readonly number[],
  edit: EditCaption,
  table: WordTable,
  most: number,
): EditedIcon[] {
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const row of rows) {
    const { set, words, caption, aliases } = icons[row]!;
    const key = `${set}\t${caption}`;
    if (words.length < 2 || words.length > 4 || seen.has(key)) continue;
    seen.add(key);
    const slots = extremeSlots(words, table);
    if (!slots) continue;
    const known = new Set([caption, ...aliases]);
    const [abstract, concrete] = [edit(words, slots.low, known), edit(words, slots.high, known)];
    if (abstract.length === 0 || concrete.length === 0) continue;
    const surplus = table.frequencyOf(words[slots.low]!) - table.frequencyOf(words[slots.high]!);
    candidates.push({ row, caption, abstract, concrete, abstractFirst: slots.low < slots.high, surplus });
  }
  const halves = [true, false].map((first) =>
    evened(candidates.filter((each) => each.abstractFirst === first)),
  );
  const count = Math.min(most >> 1, ...halves.map(({ length }) => length));
  const random = createRandom(streamSeed(0, 'edited pool'));
  return halves
    .flatMap((half) => random.some(half, count))
    .map(({ row, caption, abstract, concrete }) => ({ row, caption, abstract, concrete }));
}

/** Slots of the most abstract and the most concrete word, where there are both kinds. */
function extremeSlots(words: readonly string[], table: WordTable): { low: number; high: number } | undefined {
  const rated = words.flatMap((word, slot) => {
    const rating = table.ratingOf(word);
    return rating === undefined ? [] : [{ slot, rating }];
  });
  if (rated.length < 2) return undefined;
  const sorted = rated.sort((a, b) => a.rating - b.rating);
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  return low.rating <= ABSTRACT && high.rating >= CONCRETE ? { low: low.slot, high: high.slot } : undefined;
}

/** Without those of the largest surplus, or the smallest, until its mean is as near to 0 as it comes. */
function evened(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort((a, b) => a.surplus - b.surplus);
  let sum = sorted.reduce((all, { surplus }) => all + surplus, 0);
  let [from, to] = [0, sorted.length];
  while (to - from > 1) {
    const isTop = sum > 0;
    const { surplus } = isTop ? sorted[to - 1]! : sorted[from]!;
    if (Math.abs(sum - surplus) >= Math.abs(sum)) break;
    sum -= surplus;
    if (isTop) to--;
    else from++;
  }
  return sorted.slice(from, to);
}
