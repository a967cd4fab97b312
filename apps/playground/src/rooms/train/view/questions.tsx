import type { PairData } from '../../../pairs/load-pairs';
import { Sign } from '../../../parts/sign';
import type { History } from '../run/history';
import type { ArmName } from '../run/losses';
import { type Turned, turned } from '../turned';
import { arms } from './arms';
import { PairPicture } from './pair-picture';

export interface QuestionsProps {
  readonly histories: Readonly<Record<ArmName, History>>;
  readonly data: PairData;
}

/** Questions whose answers have just changed, with both pictures and both names. */
export function Questions({ histories, data }: QuestionsProps) {
  const right = turned(histories, 'right', 6);
  const wrong = turned(histories, 'wrong', 3);
  return (
    <section class="questions">
      <h2>Answers that just changed</h2>
      <p class="explain">
        Each card is one question: the caption of each picture is the wrong caption of the other. The marks
        say who gets all four choices right; a bold one is new.
      </p>
      {right.length === 0 && wrong.length === 0 ? (
        <p class="waiting">The three are asked a few times in a run; no answer has changed yet.</p>
      ) : (
        <>
          <Cards title="Turned right" list={right} data={data} />
          <Cards title="Turned wrong" list={wrong} data={data} />
        </>
      )}
    </section>
  );
}

interface CardsProps {
  readonly title: string;
  readonly list: readonly Turned[];
  readonly data: PairData;
}

function Cards({ title, list, data }: CardsProps) {
  if (list.length === 0) return null;
  const { questions, sets } = data.table;
  return (
    <>
      <h3>{title}</h3>
      <ul class="question-cards" aria-label={title}>
        {list.map(({ question, answers }) => {
          const [set, place, first, second] = questions[question]!;
          return (
            <li key={question} class="question-card">
              <div class="question-pair">
                {[first, second].map((caption) => (
                  <p key={caption}>
                    <PairPicture {...{ data, set, caption, place }} />
                    <span>{caption}</span>
                  </p>
                ))}
              </div>
              <p class="hint">{sets[set]!.title}</p>
              <ul class="question-marks">
                {answers.map(({ arm, isRight, isNew }) => (
                  <li key={arm} class={`${isRight ? 'mark-right' : 'mark-wrong'}${isNew ? ' mark-new' : ''}`}>
                    <Sign name={isRight ? 'check' : 'close'} />
                    {arms[arm].title}
                    <span class="unseen">{`: ${isRight ? 'right' : 'wrong'}${isNew ? ', new' : ''}`}</span>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </>
  );
}
