import { useEffect, useRef, useState } from 'preact/hooks';
import type { PairData } from '../../pairs/load-pairs';
import type { PairTable } from '../../pairs/pair-table';
import { announce } from '../../parts/announce';
import { Button } from '../../parts/button';
import { Credits } from '../../parts/credits';
import { ErrorBox } from '../../parts/error-box';
import { RoomHead } from '../../parts/explain';
import { saveBlob } from '../../parts/take-away';
import type { RoomProps } from '..';
import { type ArmName, armNames } from './run/losses';
import { readSettings } from './run/settings';
import type { Phase, TrainingRun } from './training-run';
import { arms } from './view/arms';
import { PairPicture } from './view/pair-picture';
import { backendOrder, type WantedBackend } from './worker/messages';
import './train-room.css';
import { useTraining } from './use-training';
import { Measures } from './view/measures';
import { Questions } from './view/questions';
import { RunState } from './view/run-state';
import { SettingsRow } from './view/settings-row';
import { TrainStudies, Verdict } from './view/verdict';

/** Three copies of the committed model train on side by side. Settings stand in the address: `#/train?steps=100&seed=1`. */
export default function TrainRoom({ params, setParams }: RoomProps) {
  const { state, run } = useTraining();
  const { phase, data, histories } = state;
  const asked = readSettings(params);
  const settings = state.settings ?? asked.settings;
  const backend: WantedBackend = backendOrder.find((name) => name === params.get('backend')) ?? 'auto';
  const isBegun = phase !== 'loading' && phase !== 'new';
  const hasSteps = Object.values(histories).some(({ losses }) => losses.length > 0);
  usePhaseSaid(phase);
  // What came out stands first.
  const verdict = data && <Verdict histories={histories} steps={settings.steps} table={data.table} />;
  return (
    <div class="train-room">
      <RoomHead title="Train a model in this page">
        Which colour belongs to which thing? Three copies of one small model train on, each by its own loss,
        and are asked about pictures by artists whom none of them has seen: on your own computer, in a minute
        or two.
      </RoomHead>
      <SettingsRow settings={settings} backend={backend} isFixed={isBegun} onChange={setParams} />
      {state.settings === undefined &&
        asked.refused.map((sentence) => (
          <p key={sentence} class="hint hint-warning">
            {sentence}
          </p>
        ))}
      <p class="run-buttons">
        {(phase === 'new' || phase === 'paused') && (
          <Button kind="main" disabled={data === undefined} onClick={() => void run.start(settings, backend)}>
            {phase === 'new' ? 'Train' : 'Go on'}
          </Button>
        )}
        {(phase === 'running' || phase === 'pausing') && (
          <Button kind="main" disabled={phase === 'pausing'} onClick={() => run.pause()}>
            Pause
          </Button>
        )}
        {isBegun && (
          <Button sign="undo" onClick={() => run.reset()}>
            {phase === 'starting' || phase === 'running' || phase === 'pausing'
              ? 'Stop and forget'
              : 'Start anew'}
          </Button>
        )}
      </p>
      <RunState state={state} onRetry={() => void run.load()} />
      {data !== undefined && !hasSteps && <Examples data={data} />}
      {data !== undefined && hasSteps && (
        <>
          {phase === 'done' && verdict}
          <Measures histories={histories} steps={settings.steps} table={data.table} />
          <Questions histories={histories} data={data} />
          {phase !== 'done' && verdict}
          {(phase === 'paused' || phase === 'done') && <Downloads run={run} />}
        </>
      )}
      {data !== undefined && <Credits title="Who drew these icons" sets={creditsOf(data.table)} />}
    </div>
  );
}

const said: Partial<Record<Phase, string>> = {
  running: 'The training runs.',
  paused: 'The training is paused.',
  done: 'The training is done.',
};

/** A screen reader hears when the run begins, pauses and ends. */
function usePhaseSaid(phase: Phase): void {
  const before = useRef(phase);
  useEffect(() => {
    const text = said[phase];
    if (before.current !== phase && text !== undefined) announce(text);
    before.current = phase;
  }, [phase]);
}

function creditsOf({ sets }: PairTable) {
  return sets.map((set) => ({ ...set, beside: set.isHeldOut ? 'held out, asked about' : 'trained on' }));
}

const shown = 4;

/** What the three learn from: before there is anything to draw. */
function Examples({ data }: { readonly data: PairData }) {
  const { examples } = data.table;
  const drawn = examples.flatMap(([set, place, caption, hard]) =>
    hard?.[2] === undefined
      ? []
      : [{ set, right: { caption, place }, wrong: { caption: hard[0], place: hard[2] } }],
  );
  const far = Math.floor(drawn.length / (shown + 1));
  return (
    <section class="examples">
      <h2>What they learn from</h2>
      <p class="explain">
        {examples.length.toLocaleString('en')} captions of two icons in colours, half of them freely worded.
        Beside a caption stands the one that ConcretePlant mined: it is wrong, and true of the other picture.
      </p>
      <ul class="question-cards">
        {Array.from({ length: shown }, (_, at) => drawn[(at + 1) * far]!).map(({ set, right, wrong }) => (
          <li key={right.caption} class="question-card">
            <div class="question-pair">
              <p>
                <PairPicture {...{ data, set, ...right }} />
                <span>{right.caption}</span>
              </p>
              <p>
                <PairPicture {...{ data, set, ...wrong }} />
                <span>
                  <span class="unseen">mined: </span>
                  <s>{wrong.caption}</s>
                </span>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <h2>The three</h2>
      <p class="explain">
        They start from the model that this repository has committed (1.8 million parameters), which has seen
        no hard caption, and see as many pictures a step, in the same order. Only the loss differs, and
        whether mined captions and their pictures are there.
      </p>
      <dl class="arms">
        {armNames.map((arm) => (
          <div key={arm}>
            <dt>{arms[arm].title}</dt>
            <dd>{arms[arm].text}</dd>
          </div>
        ))}
      </dl>
      <TrainStudies />
    </section>
  );
}

const fileNames: Readonly<Record<ArmName, string>> = {
  infoNce: 'pairs-infonce',
  mined: 'pairs-mined-captions',
  slipform: 'pairs-slipform',
};

/** What each of the three has learned, as the folder of a model. */
function Downloads({ run }: { readonly run: TrainingRun }) {
  const [busy, setBusy] = useState<ArmName>();
  const [error, setError] = useState<unknown>();
  const download = async (arm: ArmName) => {
    setBusy(arm);
    setError(undefined);
    try {
      saveBlob(`${fileNames[arm]}.zip`, new Blob([await run.archive(arm)], { type: 'application/zip' }));
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(undefined);
  };
  return (
    <section class="downloads">
      <h2>Take the weights away</h2>
      <p class="explain">
        Each is a model folder as a zip archive: weights, tokenizer and preprocessing. Unpack it, and{' '}
        <code>loadEncoder</code> of @slipform/clip reads it.
      </p>
      {error !== undefined && <ErrorBox title="The model could not be packed" error={error} />}
      <p class="download-buttons">
        {armNames.map((arm) => (
          <Button
            key={arm}
            sign="down"
            disabled={busy !== undefined}
            onClick={() => void download(arm)}
            label={`Download ${arms[arm].title}`}
          >
            {arms[arm].title}
          </Button>
        ))}
      </p>
    </section>
  );
}
