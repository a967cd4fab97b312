import { useEffect, useRef, useState } from 'preact/hooks';
import { announce } from '../../parts/announce';
import { Button } from '../../parts/button';
import { Credits } from '../../parts/credits';
import { ErrorBox } from '../../parts/error-box';
import { RoomHead } from '../../parts/explain';
import { saveBlob } from '../../parts/take-away';
import type { RoomProps } from '..';
import type { TrainingTable } from './data/training-table';
import { type ArmName, armNames } from './run/losses';
import { readSettings } from './run/settings';
import type { Phase, TrainingRun } from './training-run';
import { arms } from './view/arms';
import { GreyPicture } from './view/grey-picture';
import { backendOrder, type TrainingData, type WantedBackend } from './worker/messages';
import './train-room.css';
import { useTraining } from './use-training';
import { Measures } from './view/measures';
import { Questions } from './view/questions';
import { RunState } from './view/run-state';
import { SettingsRow } from './view/settings-row';
import { Verdict } from './view/verdict';

/** Three small models learn icons side by side. Settings stand in the address: `#/train?steps=100&seed=1`. */
export default function TrainRoom({ params, setParams }: RoomProps) {
  const { state, run } = useTraining();
  const { phase, data, histories } = state;
  const asked = readSettings(params);
  const settings = state.settings ?? asked.settings;
  const backend: WantedBackend = backendOrder.find((name) => name === params.get('backend')) ?? 'auto';
  const isBegun = phase !== 'loading' && phase !== 'new';
  const hasSteps = Object.values(histories).some(({ losses }) => losses.length > 0);
  usePhaseSaid(phase);
  return (
    <div class="train-room">
      <RoomHead title="Train a small model in this page">
        Three small models learn here, from nothing, which name fits which icon; they differ in the loss
        alone. You see what each pushes away and what it has learned, on your own computer, in a few minutes.
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
          <Measures histories={histories} steps={settings.steps} table={data.table} />
          <Questions histories={histories} data={data} />
          <Verdict histories={histories} table={data.table} />
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

function creditsOf({ sets, icons, partners }: TrainingTable) {
  const learned = new Set(icons.slice(0, partners.length).map(([set]) => set));
  return sets.map((set, at) => ({ ...set, beside: learned.has(at) ? 'trained on' : 'test set' }));
}

const shown = 4;

/** What the three learn from, and what each makes of it: before there is anything to draw. */
function Examples({ data }: { readonly data: TrainingData }) {
  const { icons, partners } = data.table;
  const far = Math.floor(partners.length / (shown + 1));
  const rows = Array.from({ length: shown }, (_, at) => (at + 1) * far);
  return (
    <section class="examples">
      <h2>What they learn from</h2>
      <p class="explain">
        {partners.length.toLocaleString('en')} icons with the names that their artists gave them. Beside each
        stands a wrong name that differs by one word: that of another icon by the same artist.
      </p>
      <ul class="example-cards">
        {rows.map((row) => (
          <li key={row}>
            <GreyPicture data={data} icon={row} />
            <span class="example-names">
              <strong>{icons[row]![2]}</strong>
              <span>
                <span class="unseen">, wrong: </span>
                <s>{icons[partners[row]![0]![0]]![2]}</s>
              </span>
            </span>
          </li>
        ))}
      </ul>
      <h2>The three</h2>
      <p class="explain">
        They start from the same random weights and see the same batches. Only the loss differs.
      </p>
      <dl class="arms">
        {armNames.map((arm) => (
          <div key={arm}>
            <dt>{arms[arm].title}</dt>
            <dd>{arms[arm].text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const fileNames: Readonly<Record<ArmName, string>> = {
  infoNce: 'icons-infonce',
  hard: 'icons-hard-negatives',
  cement: 'icons-cement',
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
