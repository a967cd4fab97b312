import { ErrorBox } from '../../../parts/error-box';
import { Progress } from '../../../parts/progress';
import { armNames } from '../run/losses';
import type { TrainingState } from '../training-run';
import type { Opened, TrainingBackend } from '../worker/messages';

const names: Readonly<Record<TrainingBackend, string>> = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'wasm' };

/** How far the run is, on what it computes and why, and what went wrong. */
export function RunState({
  state,
  onRetry,
}: {
  readonly state: TrainingState;
  readonly onRetry: () => void;
}) {
  const { phase, settings, histories, rates, opened, fault, data } = state;
  const steps = settings?.steps ?? 0;
  const made = armNames.map((arm) => histories[arm].losses.length);
  const total = armNames.length * steps;
  const done = made.reduce((sum, count) => sum + count, 0);
  return (
    <>
      {fault !== undefined && (
        <ErrorBox title={fault.title} error={fault.error} {...(data === undefined && { onRetry })} />
      )}
      {phase === 'loading' && <Progress label="Loading pictures and the model" done={0} />}
      {phase === 'starting' && <Progress label="Starting three workers" done={0} />}
      {(phase === 'running' || phase === 'pausing' || phase === 'paused' || phase === 'done') && (
        <Progress
          label={labels[phase]}
          done={done}
          total={total}
          text={`step ${Math.min(...made).toLocaleString('en')} of ${steps.toLocaleString('en')}${
            phase === 'running'
              ? pace(
                  made,
                  steps,
                  armNames.map((arm) => rates[arm]),
                )
              : ''
          }`}
        />
      )}
      {opened !== undefined && phase !== 'new' && <p class="hint">{computesOn(opened)}</p>}
    </>
  );
}

const labels = {
  running: 'Training three models',
  pausing: 'Pausing',
  paused: 'Paused',
  done: 'Trained',
} as const;

/** Rate and time left, once they are known. */
function pace(made: readonly number[], steps: number, rates: readonly number[]): string {
  if (rates.some((rate) => rate <= 0)) return '';
  const left = Math.max(...made.map((count, at) => (steps - count) / rates[at]!));
  const rate = rates.reduce((sum, each) => sum + each, 0);
  const time = left < 90 ? `${Math.ceil(left)} s` : `${Math.ceil(left / 60)} min`;
  return ` · ${rate.toFixed(rate < 10 ? 1 : 0)} steps/s, three models together · ${time} left`;
}

function computesOn({ backend, passed }: Opened): string {
  const reasons = passed.map(({ why }) => why).join(' ');
  return `Computes on ${names[backend]}, each model in a worker of its own. ${reasons}`.trim();
}
