import type { Coverage } from '../questions/benchmark';
import {
  isMissingImage,
  type Pairing,
  type Pairings,
  type Question,
  type Traits,
} from '../questions/question';
import type { Row } from './row';

/** Gathers the questions of a benchmark, and counts for each kind the rows that can and that cannot be scored. */
export interface QuestionCollector {
  readonly questions: Question[];
  /** Questions that can't be scored, since a picture is missing. */
  readonly withoutImage: Question[];
  /** The row's question of this kind; left out, and counted so, where what is right is also what is wrong. */
  add(row: Row, kind: string, group: string, pairings: Pairings, traits?: Traits): void;
  /** A row that the benchmark's authors leave out themselves. */
  exclude(kind: string): void;
  coverage(): Record<string, Coverage>;
}

/** Whether no model can be right: a picture's true and false text are equal, or of a pair both texts, or both pictures. */
function isHopeless({ right, wrong }: Pairings): boolean {
  // Of a pairing its picture and text, or two texts, either way.
  const isSame = (one: Pairing, other: Pairing) =>
    Object.values(other).every((part) => Object.values(one).includes(part));
  return (
    wrong.some((each, at) => isSame(right[at] ?? right[0]!, each)) ||
    wrong.every((each) => right.some((one) => isSame(one, each)))
  );
}

export function collectQuestions(): QuestionCollector {
  const questions: Question[] = [];
  const withoutImage: Question[] = [];
  const ids = new Set<string>();
  const counts = new Map<string, { scored: number; total: number; excluded: number }>();
  const countOf = (kind: string) => {
    const count = counts.get(kind) ?? { scored: 0, total: 0, excluded: 0 };
    counts.set(kind, count);
    return count;
  };
  return {
    questions,
    withoutImage,
    add(row, kind, group, pairings, traits = {}) {
      const count = countOf(kind);
      const id = `${kind}/${row.key}`;
      if (ids.has(id)) row.fail('its id comes twice');
      ids.add(id);
      if (isHopeless(pairings)) {
        count.excluded++;
        return;
      }
      count.total++;
      const isMissing = [...pairings.right, ...pairings.wrong].some(
        (pairing) => 'image' in pairing && isMissingImage(pairing.image),
      );
      if (!isMissing) count.scored++;
      (isMissing ? withoutImage : questions).push({ id, kind, group, ...traits, ...pairings });
    },
    exclude(kind) {
      countOf(kind).excluded++;
    },
    coverage: () =>
      Object.fromEntries(
        [...counts].map(([kind, { scored, total, excluded }]) => [
          kind,
          { scored, total, ...(excluded > 0 ? { excluded } : {}) },
        ]),
      ),
  };
}
