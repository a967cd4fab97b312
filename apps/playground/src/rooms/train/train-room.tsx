import { useEffect, useRef } from 'preact/hooks';
import { announce } from '../../parts/announce';
import { Button } from '../../parts/button';
import { Credits } from '../../parts/credits';
import { RoomHead } from '../../parts/explain';
import type { RoomProps } from '..';
import type { TrainingTable } from './data/training-table';
import { readSettings } from './run/settings';
import './train-room.css';
import type { Phase } from './training-run';
import { useTraining } from './use-training';
import { Downloads } from './view/downloads';
import { Examples } from './view/examples';
import { Measures } from './view/measures';
import { Questions } from './view/questions';
import { RunState } from './view/run-state';
import { SettingsRow } from './view/settings-row';
import { Verdict } from './view/verdict';
import { backendOrder, type WantedBackend } from './worker/messages';

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
        alone. You see what each pushes away and what it has learned, on your own computer, in a minute or
        some.
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
          <Button sign="undo" onClick={() => void run.reset()}>
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
  return sets.map((set, at) => ({ ...set, beside: learned.has(at) ? 'trained on' : 'asked about' }));
}
