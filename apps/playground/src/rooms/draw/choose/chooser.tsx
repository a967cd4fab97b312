import { useCallback, useMemo, useState } from 'preact/hooks';
import { readPair } from '../../../pairs/draw-pairs';
import { loadPairs, type PairData } from '../../../pairs/load-pairs';
import { pictureAddress } from '../../../pairs/picture-address';
import { Button } from '../../../parts/button';
import { ErrorBox } from '../../../parts/error-box';
import { Progress } from '../../../parts/progress';
import { Sign } from '../../../parts/sign';
import { useNewest } from '../../../parts/use-newest';
import { openWorker } from '../../../parts/worker-lane';
import { type Candidates, candidatesOf } from './candidates';
import type { ChooseJob, Similarities } from './choose-worker';

/** Once it was wanted it stays, as long as the tab is open. */
let isWanted = false;
let lane: ReturnType<typeof openWorker<ChooseJob, Similarities>> | undefined;

interface Chosen extends Candidates {
  readonly sets: PairData['table']['sets'];
  /** For each picture the caption that fits it best. */
  readonly choices: readonly number[];
}

interface Question {
  readonly caption: string;
  readonly negatives: readonly string[];
}

/** Draws them as the model knows pictures, and lets it choose; `none` where no artist draws the things. */
async function choose({ caption, negatives }: Question): Promise<Chosen | 'none'> {
  const data = await loadPairs();
  const found = candidatesOf(data, [caption, ...negatives]);
  if (found === undefined) return 'none';
  const isFirst = lane === undefined;
  lane ??= openWorker<ChooseJob, Similarities>(
    new Worker(new URL('./choose-worker.ts', import.meta.url), { type: 'module' }),
  );
  const own = lane;
  try {
    const similarities = await own.run({
      model: isFirst ? data.model : undefined,
      pictures: found.list.map(({ pixels }) => pixels),
      captions: found.list.map(({ caption }) => caption),
    });
    const choices = similarities.map((row) => row.indexOf(Math.max(...row)));
    return { ...found, sets: data.table.sets, choices };
  } catch (error) {
    if (lane === own) lane = undefined;
    void own.close();
    throw error;
  }
}

/** The committed model says which caption fits which picture. It reads two coloured things; of other captions nothing is asked. */
export function Chooser({ caption, negatives }: Question) {
  const [isOn, setOn] = useState(isWanted);
  const isPair = useMemo(() => readPair(caption) !== undefined, [caption]);
  const question = useMemo(
    () => (isOn && isPair ? { caption, negatives } : undefined),
    [isOn, isPair, caption, negatives],
  );
  const { answered, isAsking, error, retry } = useNewest(question, useCallback(choose, []));
  const turnOn = () => {
    isWanted = true;
    setOn(true);
  };
  return (
    <section class="chooser" aria-busy={question !== undefined && isAsking}>
      <h2>Which caption fits which picture?</h2>
      {!isPair && (
        <p class="explain">
          The committed model reads two things in colours, such as “a red car next to a blue bus”; of other
          captions it is not asked.
        </p>
      )}
      {isPair && !isOn && (
        <>
          <p class="explain">
            A small model of this repository (1.8 million parameters) can choose, on pictures by an artist
            whom it has never seen.
          </p>
          <p>
            <Button kind="main" onClick={turnOn}>
              Let the model choose
            </Button>{' '}
            <span class="hint">loads 5 MB once</span>
          </p>
        </>
      )}
      {question !== undefined && error !== undefined && (
        <ErrorBox title="The model could not choose" error={error} onRetry={retry} />
      )}
      {question !== undefined && answered === undefined && error === undefined && (
        <Progress label="Loading the model" done={0} />
      )}
      {question !== undefined && answered !== undefined && <Choices answer={answered.answer} />}
    </section>
  );
}

function Choices({ answer }: { readonly answer: Chosen | 'none' }) {
  if (answer === 'none') {
    return (
      <p class="explain">
        None of the held-out artists draws both things; they draw 233, such as a bell, a car, a key and a
        tree.
      </p>
    );
  }
  const { list, choices, sets, set } = answer;
  const { title, artist, licence } = sets[set]!;
  if (list.length === 1)
    return (
      <p class="explain">No negative of it can be drawn in icons, so that there is nothing to choose.</p>
    );
  const right = choices.filter((choice, at) => choice === at).length;
  return (
    <>
      <p class="chosen">{`It gives ${right} of ${list.length} pictures their own caption.`}</p>
      <p class="explain">
        {`All ${list.length} captions are offered for each picture. Drawn by ${artist} (${title}, ${licence}), of whom it has seen nothing; by chance one in ${list.length} would be right.`}
      </p>
      <ul class="choices">
        {list.map(({ caption, pixels }, at) => {
          const choice = choices[at]!;
          const isRight = choice === at;
          return (
            <li key={caption} class={isRight ? 'choice-right' : 'choice-wrong'}>
              <img alt={caption} src={pictureAddress(pixels)} width={144} height={144} />
              <p>{`“${list[choice]!.caption}”`}</p>
              <p class="hint">
                <Sign name={isRight ? 'check' : 'close'} />
                {isRight ? 'right' : `wrong: it is “${caption}”`}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );
}
