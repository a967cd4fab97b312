import type { Coverage } from '../questions/benchmark';
import type { Pairings, Question, Traits } from '../questions/question';
import { isMissingImage } from './missing-image';
import type { Row } from './row';

/** Gathers the questions of a benchmark, and counts for each kind the rows that can and that cannot be scored. */
export interface QuestionCollector {
  readonly questions: Question[];
  /** Questions that can't be scored, since a picture is missing. */
  readonly withoutImage: Question[];
  /** The row's question of this kind. */
  add(row: Row, kind: string, group: string, pairings: Pairings, traits?: Traits): void;
  /** A row that the benchmark's authors leave out themselves. */
  exclude(kind: string): void;
  coverage(): Record<string, Coverage>;
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
      count.total++;
      const id = `${kind}/${row.key}`;
      if (ids.has(id)) row.fail('its id comes twice');
      ids.add(id);
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
