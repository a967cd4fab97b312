import type { History } from './run/history';
import { isRight } from './run/judge';
import { type ArmName, armNames } from './run/losses';

/** How one of the three answers a question: now, and when it was asked before. */
interface ArmAnswer {
  readonly arm: ArmName;
  readonly isRight: boolean;
  readonly isNew: boolean;
}

export interface Turned {
  readonly question: number;
  readonly answers: readonly ArmAnswer[];
}

/**
 * Questions that at least one of the three answers otherwise than when they were asked before: first those that most have turned
 * right, or wrong.
 */
export function turned(
  histories: Readonly<Record<ArmName, History>>,
  to: 'right' | 'wrong',
  most: number,
): Turned[] {
  const asked = armNames.map((arm) => {
    const [before, now] = histories[arm].judged.slice(-2).map(([, { swaps }]) => swaps);
    return { arm, before: now === undefined ? undefined : before, now: now ?? before };
  });
  const count = Math.max(...asked.map(({ now }) => now?.length ?? 0));
  const all = Array.from({ length: count }, (_, question): Turned => {
    const answers = asked.flatMap(({ arm, before, now }): ArmAnswer[] => {
      if (now === undefined) return [];
      const right = isRight(now, question);
      const isNew = before !== undefined && isRight(before, question) !== right;
      return [{ arm, isRight: right, isNew }];
    });
    return { question, answers };
  });
  const turns = ({ answers }: Turned) =>
    answers.filter(({ isNew, isRight: right }) => isNew && right === (to === 'right')).length;
  return all
    .filter((each) => turns(each) > 0)
    .sort((a, b) => turns(b) - turns(a) || a.question - b.question)
    .slice(0, most);
}
