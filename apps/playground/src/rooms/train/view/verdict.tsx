import type { TrainingTable } from '../data/training-table';
import type { History } from '../run/history';
import type { ArmName } from '../run/losses';
import { lead } from '../scores';
import { arms } from './arms';

const contrasts = [
  ['hard', 'infoNce'],
  ['cement', 'hard'],
] as const satisfies readonly (readonly [ArmName, ArmName])[];

export interface VerdictProps {
  readonly histories: Readonly<Record<ArmName, History>>;
  readonly table: TrainingTable;
}

/** What a run of a minute shows and what it cannot, with its own differences. */
export function Verdict({ histories, table }: VerdictProps) {
  const last = (arm: ArmName) => histories[arm].judged.at(-1);
  const isJudged = contrasts.flat().every((arm) => histories[arm].judged.length > 1);
  return (
    <section class="verdict">
      <h2>What this shows, and what it can’t</h2>
      <p class="explain">
        It shows that a model learns names of icons from nothing, and that a margin moves the gradient to the
        hard names. Where the score passes the dashed line, what was learned carries over to held-out artists.
        It can’t show which loss is better: one start, a minute, and questions by eight artists leave wide
        intervals. Nor can it show attribute binding: names of one icon differ in a word, so a bag of words
        answers every question. With eight pretrainings and 10,000 such questions no gain of hard negatives or
        of margins over InfoNCE was seen. On pictures of two icons, where only binding answers, Slipform’s
        loss on the icon sets’ own captions gained 9.7 points over InfoNCE (95 % CI 4.4 to 15.0) and lost 8.5
        of recall@10.
      </p>
      {isJudged && (
        <ul class="leads">
          {contrasts.map(([one, other]) => {
            const [a, b] = [last(one), last(other)];
            if (a === undefined || b === undefined || a[0] !== b[0]) return null;
            const { value, interval } = lead(a[1], b[1], table);
            const isOpen = interval[0] <= 0 && interval[1] >= 0;
            return (
              <li key={one}>
                {`${arms[one].title} against ${arms[other].title}, this run at step ${a[0]}: `}
                <strong>{`${points(value)} points`}</strong>
                {` (95 % interval ${points(interval[0])} to ${points(interval[1])}): `}
                {isOpen
                  ? 'no difference can be seen.'
                  : 'a difference in this one run; another seed may turn it round.'}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function points(share: number): string {
  const rounded = (share * 100).toFixed(1);
  return share < 0 && Number(rounded) !== 0 ? `−${rounded.slice(1)}` : `+${rounded.replace('-', '')}`;
}
